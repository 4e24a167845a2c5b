"""Broken inputs of every format: each page must be kept or refused with a reason, in bounded time and memory.

``python -m bench.robustness [N [FROM]]`` runs N mutants (2,000 where nothing is said) of small inputs made of the
sample newsroom's pages, piece by piece in processes of their own, and prints what became of them by format.
Statements are read of one mutant in ten, the way a user would have it; the others end at the article, since nothing
of their damage is left there.
"""

from __future__ import annotations

import io
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from hashlib import sha256
from multiprocessing import get_context

from bench import places
from bench.mutant_seeds import seeds_of
from bench.mutants import Mutant, mutants
from bench.robustness_outcome import Outcome, Result, deadline, forget_peak, peak_megabytes
from onrecord.articles import read_article
from onrecord.config import Config
from onrecord.model import Rejected
from onrecord.pipeline.take_in import read_input
from onrecord.read import read_bytes
from onrecord.read.links import links_in
from onrecord.read.unpack import pieces

LIMIT = 5.0  # seconds of processor time a page
MEMORY = 1000.0  # MB an input
HANG = 60  # seconds of processor time without a page after which an input is given up
WHOLE = 10  # one mutant in so many is read to its statements
CHUNK = 250  # mutants a process
MOST_ADDRESSES = 8 << 30  # bytes of address space: a guard for the machine, far above what is asked


def endure(inputs: Iterable[Mutant], *, limit: float = LIMIT) -> dict[str, Outcome]:
    """Reads every mutant and keeps count, by format."""
    outcomes: dict[str, Outcome] = {}
    for at, mutant in enumerate(inputs):
        _endure(outcomes.setdefault(mutant.kind, Outcome()), mutant, limit, whole=at % WHOLE == 0)
    return outcomes


def _endure(outcome: Outcome, mutant: Mutant, limit: float, *, whole: bool) -> None:
    forget_peak()
    name, results, slowest = mutant.name, 0, 0.0
    failed, began = len(outcome.failures), time.process_time()
    try:
        for result, seconds in _timed(_read(mutant, whole=whole)):
            slowest, results = max(slowest, seconds), results + (result is not None)
            if result is not None:
                outcome.add(name, result)
    except Exception as error:  # noqa: BLE001 - any exception is the failure looked for
        outcome.failures.append(f"{name}: {type(error).__name__}: {error}")
    took, memory = time.process_time() - began, peak_megabytes()
    outcome.inputs += 1
    outcome.page, outcome.whole = max(outcome.page, (slowest, name)), max(outcome.whole, (took, name))
    outcome.memory = max(outcome.memory, (memory, name))
    silent = not results and not outcome.failures[failed:]
    outcome.failures += [f"{name}: neither kept nor refused"] if silent else []
    outcome.failures += [f"{name}: {slowest:.1f} s a page"] if slowest > limit else []
    outcome.failures += [f"{name}: {memory:,.0f} MB"] if memory > MEMORY else []


def _timed(results: Iterator[Result | None]) -> Iterator[tuple[Result | None, float]]:
    """Each result with the processor time it took; TimeoutError where one takes beyond all measure."""
    while True:
        began = time.process_time()
        with deadline(HANG):
            try:
                result = next(results)
            except StopIteration:
                return
        yield result, time.process_time() - began


def _read(mutant: Mutant, *, whole: bool) -> Iterator[Result | None]:
    """What a mutant gives, a page at a time; None where only its links were read."""
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
    links_in(mutant.data, "https://h.example/list")
    yield None


def in_pieces(number: int, start: int) -> Iterator[dict[str, Outcome]]:
    """What became of the mutants, a process for every few of them; a process that dies is a failure of its own."""
    for at in range(start, start + number, CHUNK):
        count = min(CHUNK, start + number - at)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
            try:
                yield one.submit(_piece, count, at).result()
            except BrokenProcessPool:
                died = Outcome()
                died.failures = [f"{at:05} to {at + count:05}: the process died"]
                yield {"none": died}


def _piece(count: int, start: int) -> dict[str, Outcome]:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
    newsroom = places.sample_newsroom()
    return endure(mutants(seeds_of(newsroom / "pages"), count, start=start)) if newsroom else {}


def main(number: int = 2000, *, start: int = 0) -> int:
    """Prints what became of the mutants; 1 where one failed. An interrupt ends it with what there is."""
    outcomes: dict[str, Outcome] = {}
    with suppress(KeyboardInterrupt):
        for piece in in_pieces(number, start):
            for kind, one in piece.items():
                outcomes.setdefault(kind, Outcome()).join(one)
            done = sum(one.inputs for one in outcomes.values())
            print(f"{done:,} of {number:,}", *_failures(piece), sep="\n", file=sys.stderr, flush=True)
    print("\n".join(table(outcomes)))
    print("\n".join(_failures(outcomes)[:40]))
    return 1 if _failures(outcomes) or not outcomes else 0


def table(outcomes: Mapping[str, Outcome]) -> Iterator[str]:
    """A line a format, and one of all."""
    total = Outcome()
    for one in outcomes.values():
        total.join(one)
    yield "| format | mutants | kept | refused | slowest page | slowest input | memory | failures |"
    yield "|---|---|---|---|---|---|---|---|"
    for kind, one in (*sorted(outcomes.items()), ("all", total)):
        counts = f"{one.inputs:,} | {one.kept:,} | {one.refused.total():,}"
        costs = f"{one.page[0]:.1f} s | {one.whole[0]:.1f} s | {one.memory[0]:,.0f} MB"
        yield f"| {kind} | {counts} | {costs} | {len(one.failures)} |"
    yield f"slowest page {total.page[1]}, slowest input {total.whole[1]}, most memory {total.memory[1]}"


def _failures(outcomes: Mapping[str, Outcome]) -> list[str]:
    return [failure for one in outcomes.values() for failure in one.failures]


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:]]
    sys.exit(main(*numbers[:1], start=sum(numbers[1:2])))
