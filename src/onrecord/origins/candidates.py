"""Which articles are worth comparing word by word: those that share prints. A function of the set of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from onrecord.model import id_number
from onrecord.origins.traits import Sketch

CROWD = 60  # a print in more articles than this is a phrase of the trade, or a text that the whole trade took up
HUBS = 2  # of a crowd's articles all are compared with these alone: the least by number, so that few newcomers are one
ENOUGH = 0.06  # share of the fewer prints: half of what makes the least of edges


def partners(holders: Sequence[str], article: str) -> Sequence[str]:
    """Of the articles that hold a print, in order of their numbers, those that one is compared with for its sake."""
    if len(holders) <= CROWD:
        return holders
    return holders if article in holders[:HUBS] else holders[:HUBS]


def enough(shared: int, one: int, other: int) -> bool:
    """True where so many shared prints, of texts with so many, can mean an edge."""
    return shared >= max(1.0, ENOUGH * min(one, other))


def pairs(sketches: Iterable[Sketch]) -> list[tuple[str, str]]:
    """All pairs worth comparing, each in order of id; articles of one address are versions and not compared."""
    kept = {one.article: one for one in sorted(sketches, key=lambda one: id_number(one.article))}
    holding: dict[int, list[str]] = {}
    for one in kept.values():
        for found in one.prints:
            holding.setdefault(found, []).append(one.article)
    near = (_near(one, kept, holding) for one in kept.values())
    return sorted({pair for several in near for pair in several})


def _near(one: Sketch, kept: Mapping[str, Sketch], holding: Mapping[int, Sequence[str]]) -> Collection[tuple[str, str]]:
    shared = Counter(other for found in one.prints for other in partners(holding[found], one.article))
    return [
        (min(one.article, other), max(one.article, other))
        for other, count in shared.items()
        if worth(one, kept[other], count)
    ]


def worth(one: Sketch, other: Sketch, shared: int) -> bool:
    """True where two articles, by their addresses and the prints they share, are to be compared."""
    apart = one.article != other.article and (not one.address or one.address != other.address)
    return apart and enough(shared, len(one.prints), len(other.prints))
