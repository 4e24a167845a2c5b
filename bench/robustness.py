"""Broken inputs of every format: each must be kept or refused with a reason, none may raise or take five seconds.

``python -m bench.robustness [N]`` runs N mutants (2,000 where nothing is said) of small inputs made of the sample
newsroom's pages, and prints what became of them by format. Statements are read of one mutant in ten, the way a user
would have it; the others end at the article, since nothing of their damage is left there.
"""

from __future__ import annotations

import io
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256

from bench import places
from bench.mutant_seeds import seeds_of
from bench.mutants import Mutant, mutants
from onrecord.articles import read_article
from onrecord.config import Config
from onrecord.model import Article, Reading, Rejected
from onrecord.pipeline.take_in import read_input
from onrecord.read import read_bytes
from onrecord.read.links import links_in
from onrecord.read.unpack import pieces

LIMIT = 5.0  # seconds of processor time an input
HANG = 60  # seconds of processor time after which one is given up
WHOLE = 10  # one mutant in so many is read to its statements
FAULT = "a fault of onrecord"  # an exception, turned into a refusal by the pipeline

LISTS = ("jsonl", "warc", "warc.gz", "wacz", "zip", "mbox")  # what holds no page at all says nothing

Result = Article | Reading | Rejected


class Outcome:
    """What became of the mutants of one format. ``slowest``: seconds and name; ``failures``: name and what failed."""

    def __init__(self) -> None:
        self.inputs = self.kept = 0
        self.refused: Counter[str] = Counter()
        self.slowest = (0.0, "")
        self.failures: list[str] = []


def endure(inputs: Iterable[Mutant], *, limit: float = LIMIT) -> dict[str, Outcome]:
    """Reads every mutant and keeps count, by format; an interrupt ends it with what there is."""
    outcomes: dict[str, Outcome] = {}
    with suppress(KeyboardInterrupt):
        for at, mutant in enumerate(inputs):
            _endure(outcomes.setdefault(mutant.kind, Outcome()), mutant, limit, whole=at % WHOLE == 0)
    return outcomes


def _endure(outcome: Outcome, mutant: Mutant, limit: float, *, whole: bool) -> None:
    started, failed = time.process_time(), len(outcome.failures)
    try:
        with _deadline(HANG):
            results = list(_read(mutant, whole=whole))
            links_in(mutant.data, "https://h.example/list")
    except Exception as error:  # noqa: BLE001 - any exception is the failure looked for
        results = []
        outcome.failures.append(f"{mutant.name}: {type(error).__name__}: {error}")
    took = time.process_time() - started
    silent = not results and mutant.kind not in LISTS and not outcome.failures[failed:]
    outcome.failures += [f"{mutant.name}: neither kept nor refused"] if silent else []
    outcome.failures += [f"{mutant.name}: {took:.1f} s"] if took > limit else []
    _count(outcome, mutant, results, took)


def _read(mutant: Mutant, *, whole: bool) -> Iterator[Result]:
    config = Config()
    for piece in pieces(mutant.name, io.BytesIO(mutant.data), config.max_page_bytes):
        if isinstance(piece, Rejected):
            yield piece
        elif whole:
            digest = sha256(piece.data).hexdigest()
            yield from read_input(piece.name, piece.data, digest, config, capture=piece.capture)
        else:
            for page in read_bytes(piece.name, piece.data, config, capture=piece.capture):
                yield page if isinstance(page, Rejected) else read_article(page, config)


def _count(outcome: Outcome, mutant: Mutant, results: list[Result], took: float) -> None:
    outcome.inputs += 1
    outcome.slowest = max(outcome.slowest, (took, mutant.name))
    refusals = [one for one in results if isinstance(one, Rejected)]
    outcome.kept += len(results) - len(refusals)
    outcome.refused.update(one.reason.split(":")[0] for one in refusals)
    outcome.failures += [f"{mutant.name}: {one.reason or 'no reason'}" for one in refusals if _is_fault(one)]


def _is_fault(refusal: Rejected) -> bool:
    return not refusal.reason or FAULT in refusal.reason


@contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    """Raises TimeoutError where what is inside takes more processor time."""

    def give_up(*_: object) -> None:
        raise TimeoutError(f"no end after {seconds:g} s")

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def peak_megabytes() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main(number: int = 2000) -> int:
    """Prints what became of the mutants; 1 where one failed."""
    newsroom = places.sample_newsroom()
    outcomes = endure(mutants(seeds_of(newsroom / "pages"), number)) if newsroom else {}
    print(f"{'format':10} {'mutants':>7} {'kept':>6} {'refused':>7} {'slowest':>8} {'failures':>8}")
    for kind, one in sorted(outcomes.items()):
        counts = f"{one.inputs:7,} {one.kept:6,} {one.refused.total():7,}"
        print(f"{kind:10} {counts} {one.slowest[0]:6.2f} s {len(one.failures):8}")
    failures = [failure for one in outcomes.values() for failure in one.failures]
    total = sum(one.inputs for one in outcomes.values())
    print(f"{total:,} mutants, {len(failures)} failures, at most {peak_megabytes():,.0f} MB of memory")
    print("\n".join(failures[:40]))
    return 1 if failures or not outcomes else 0


if __name__ == "__main__":
    sys.exit(main(*(int(one) for one in sys.argv[1:2])))
