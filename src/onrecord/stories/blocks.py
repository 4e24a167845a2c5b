"""Which articles are looked at together: those linked by likeness, directly or through others, and never too many.

A block is a function of the set of articles and of one article's reach in it: it can be found from any of its members.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

LEVELS = (0.12, 0.15, 0.18, 0.22, 0.27, 0.33, 0.4, 0.5, 0.65, 0.8)
LIMIT = 150  # articles, copies counted once: the most that are grouped together

Near = Callable[[str, float], Iterable[str]]


def block_of(start: str, near: Near) -> tuple[str, ...]:
    """The block of an article: all that links of the lowest level join to it that joins no more than ``LIMIT``.

    ``near``: the articles at least so alike to one. An article that even the strictest links join to more stands alone.
    """
    found = (_reached(start, near, least) for least in LEVELS)
    return next((tuple(sorted(one)) for one in found if len(one) <= LIMIT), (start,))


def _reached(start: str, near: Near, least: float) -> set[str]:
    """What links of a level join to an article; stops as soon as that is too many."""
    reached, edge = {start}, [start]
    while edge and len(reached) <= LIMIT:
        new = set(near(edge.pop(), least)) - reached
        reached |= new
        edge += new
    return reached
