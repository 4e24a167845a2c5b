"""Broken pages: every one must be kept or refused with a reason, none may raise, none may take five seconds.

``python -m bench.robustness [N]`` runs N mutants (2,000 where nothing is said) of the sample newsroom's pages.
"""

from __future__ import annotations

import gzip
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from bench import places
from onrecord.config import Config
from onrecord.model import Reading, Rejected
from onrecord.pipeline.take_in import read_input

LIMIT = 5.0  # seconds of processor time a page
MEGABYTE = 1_000_000
FAULT = "a fault of onrecord"  # an exception, turned into a refusal by the pipeline
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1251", "shift_jis", "latin-1", "cp037", "utf-7", "koi8-r", "big5")
TAGS = ("div", "span", "b", "ul", "table", "blockquote", "section", "font", "a", "article", "em", "li")

Mutation = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the mutants. ``times``: (seconds, name); ``failures``: what raised or had no reason."""

    times: list[tuple[float, str]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    @property
    def slowest(self) -> tuple[float, str]:
        """Seconds and name of the page that took longest."""
        return max(self.times, default=(0.0, ""))


def cut(page: bytes, chance: random.Random) -> bytes:
    """A page that stops anywhere, or misses a piece of its middle."""
    start, end = sorted(chance.randrange(len(page) + 1) for _ in range(2))
    return page[:end] if chance.random() < 0.5 else page[:start] + page[end:]


def flip(page: bytes, chance: random.Random) -> bytes:
    """A page with some of its bits turned over."""
    damaged = bytearray(page)
    for _ in range(chance.choice((1, 10, 100, len(page) // 5))):
        damaged[chance.randrange(len(page))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def misencode(page: bytes, chance: random.Random) -> bytes:
    """A page in an encoding that it does not declare, or in two at once."""
    encoded = page.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")
    return encoded if chance.random() < 0.7 else encoded[: len(encoded) // 2] + page[len(page) // 2 :]


def nest(page: bytes, chance: random.Random) -> bytes:
    """A page with ten thousand elements inside one another, closed or left open."""
    tag = chance.choice(TAGS).encode()
    deep = b"<%s>" % tag * 10_000
    at = page.find(b"<p>", chance.randrange(len(page))) if chance.random() < 0.8 else 0
    closing = b"</%s>" % tag * 10_000 if chance.random() < 0.5 else b""
    return page[: max(0, at)] + deep + page[max(0, at) :] + closing


def splice(page: bytes, chance: random.Random) -> bytes:
    """A page whose pieces are in another order, some of them several times."""
    pieces = page.split(chance.choice((b"<", b">", b"\n", b'"', b" ")))
    return b"<".join(chance.choices(pieces, k=len(pieces) * 2))


def swell(page: bytes, chance: random.Random) -> bytes:
    """A page of 3 to 50 megabytes: of itself, of one letter, of open elements, of links, of JSON brackets."""
    filler = chance.choice(
        (page, b"a", b"<p>", b"<div><a href=x>", b"word ", b"[", b'"', b"&amp;", b"<", b"On 3 March 2026, ")
    )
    size = chance.choice((3, 19, 50)) * MEGABYTE
    at = chance.randrange(len(page))
    return page[:at] + filler * (size // len(filler)) + page[at:]


def pack(page: bytes, chance: random.Random) -> bytes:
    """A page in gzip, whole or damaged, or a small file that unpacks to fifty megabytes."""
    packed = gzip.compress(page if chance.random() < 0.8 else page + b"\n" * 50 * MEGABYTE, 1)
    return packed if chance.random() < 0.4 else flip(packed, chance)


COMMON: tuple[Mutation, ...] = (cut, flip, misencode, splice)
RARE: tuple[tuple[int, Mutation], ...] = ((100, swell), (50, pack), (20, nest))  # one mutant in so many


def mutants(pages: Sequence[Path], number: int, *, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """``number`` broken pages, the same ones for the same seed: (a name that tells how they were made, bytes)."""
    for at in range(number):
        chance = random.Random(f"{seed}-{at}")  # noqa: S311 - damage, not secrets
        path = pages[at % len(pages)]
        mutation = next((rare for every, rare in RARE if at % every == every - 1), COMMON[at % len(COMMON)])
        yield f"{at:04}-{mutation.__name__}-{path.name}", mutation(path.read_bytes(), chance)


def endure(inputs: Iterator[tuple[str, bytes]]) -> Outcome:
    """Reads every mutant and keeps count."""
    outcome = Outcome()
    for name, data in inputs:
        started = time.process_time()
        try:
            results = list(read_input(name, data, sha256(data).hexdigest(), Config()))
        except Exception as error:  # noqa: BLE001 - any exception is the failure looked for
            results, trouble = [], f"{name}: {type(error).__name__}: {error}"
            outcome.failures.append(trouble)
        took = time.process_time() - started
        outcome.times.append((took, name))
        _count(outcome, name, results, took)
    return outcome


def _count(outcome: Outcome, name: str, results: list[Reading | Rejected], took: float) -> None:
    if took > LIMIT:
        outcome.failures.append(f"{name}: {took:.1f} s")
    if not results and not any(name in failure for failure in outcome.failures):
        outcome.failures.append(f"{name}: neither kept nor refused")
    for result in results:
        if isinstance(result, Rejected):
            outcome.refused[result.reason.split(":")[0]] += 1
            if FAULT in result.reason:
                outcome.failures.append(f"{name}: {result.reason}")
            if not result.reason:
                outcome.failures.append(f"{name}: refused without a reason")
        else:
            outcome.kept.append(name)


def main(number: int = 2000) -> int:
    """Prints what became of the mutants; 1 where one failed."""
    newsroom = places.sample_newsroom()
    pages = sorted((newsroom / "pages").iterdir()) if newsroom else []
    outcome = endure(mutants(pages, number)) if pages else Outcome()
    print(f"{len(outcome.times)} mutants, {len(outcome.kept)} articles kept, {outcome.refused.total()} refusals")
    for reason, count in outcome.refused.most_common():
        print(f"  {count:5} {reason}")
    print(f"slowest {outcome.slowest[0]:.2f} s: {outcome.slowest[1]}")
    print("\n".join(["failures: " + str(len(outcome.failures)), *outcome.failures[:20]]))
    return 1 if outcome.failures or not outcome.times else 0


if __name__ == "__main__":
    sys.exit(main(*(int(one) for one in sys.argv[1:2])))
