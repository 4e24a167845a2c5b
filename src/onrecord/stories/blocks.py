"""Which articles are looked at together: those linked by likeness, directly or through others, and never too many.

A block is a function of the set of articles and of one article's reach in it: it can be found from any of its members.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

LEVELS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 0.9)
LIMIT = 150  # articles, copies counted once: the most that are grouped together

Near = Callable[[str, float], Iterable[str]]


class Block(NamedTuple):
    """Articles that are grouped together, in order; ``level``: of their links, past the last for one left alone."""

    articles: tuple[str, ...]
    level: int


def blocks_of(starts: Iterable[str], near: Near) -> dict[str, Block]:
    """{article: its block}: all that links of the lowest level join to it that joins no more than ``LIMIT``.

    ``near``: the articles at least so alike to one. An article that even the strictest links join to more stands alone.
    """
    found: dict[str, Block] = {}
    over: list[set[str]] = [set() for _ in LEVELS]  # what is known to hang together with too many
    for start in starts:
        if start not in found:
            block = _block(start, near, over)
            found |= dict.fromkeys(block.articles, block)
    return found


def _block(start: str, near: Near, over: Sequence[set[str]]) -> Block:
    for level, least in enumerate(LEVELS):
        reached = _reached(start, near, least, over[level])
        if len(reached) <= LIMIT and reached.isdisjoint(over[level]):
            return Block(tuple(sorted(reached)), level)
        over[level].update(reached)
    return Block((start,), len(LEVELS))


def _reached(start: str, near: Near, least: float, over: Collection[str]) -> set[str]:
    """What links of a level join to an article; stops as soon as that is too many."""
    reached, edge = {start}, [start]
    while edge and len(reached) <= LIMIT:
        at = edge.pop()
        if at in over:
            break
        new = set(near(at, least)) - reached
        reached |= new
        edge += new
    return reached
