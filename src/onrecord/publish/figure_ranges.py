"""Which standing figures contradict each other, and how far they reach: only where the same thing is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import inf

from onrecord.model import ClaimFigure
from onrecord.text.counted import PEOPLE, changes_daily, singular

ABOUT = 0.1  # of a figure that is said to be rough: so far another may lie from it
SAME_TIME = 1  # days: of what is another number every day, figures so far apart still speak of one time
_LIMITED = re.compile(
    r"\b(?:in(?:side|cluding)?|among|at|outside|excluding|without|with)\s+([^,;]*?)(?=\s+(?:in|among|at|on|of|by|to)\b|[,;]|$)"
    r"|\b(only|alone|included)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class FigureRange:
    """The standing figures of one thing, lowest to highest; ``conflicts``: those of which another says otherwise."""

    unit: str
    scope: str
    low: float
    high: float
    figures: tuple[ClaimFigure, ...]
    conflicts: tuple[ClaimFigure, ...]


def figure_ranges(figures: Sequence[ClaimFigure]) -> tuple[FigureRange, ...]:
    """A range for each thing of which two figures or more stand, in the order in which the things were first heard."""
    held: dict[tuple[str, str], list[ClaimFigure]] = {}
    for one in figures:
        if one.ended is None:
            held.setdefault(counted_as(one), []).append(one)
    return tuple(_range(several) for several in held.values() if len(several) > 1)


def contradict(one: ClaimFigure, other: ClaimFigure) -> bool:
    """True where two parties give different numbers for the same: who, where and when as far as the words tell."""
    if one.party == other.party or counted_as(one) != counted_as(other) or _limits(one) != _limits(other):
        return False
    if changes_daily(one.scope) and not _same_time(one.on, other.on):
        return False
    low, high = zip(_reach(one), _reach(other), strict=True)
    return max(low) > min(high)


def _range(several: Sequence[ClaimFigure]) -> FigureRange:
    at_odds = [pair for pair in combinations(several, 2) if contradict(*pair)]
    return FigureRange(
        unit=several[0].unit,
        scope=several[0].scope,
        low=min(one.value for one in several),
        high=max(one.value if one.high is None else one.high for one in several),
        figures=tuple(several),
        conflicts=tuple(one for one in several if any(one in pair for pair in at_odds)),
    )


def counted_as(one: ClaimFigure) -> tuple[str, str]:
    """What stands side by side: the noun, or people of one scope."""
    return (PEOPLE if one.scope else singular(one.unit)), one.scope


def _limits(one: ClaimFigure) -> frozenset[str]:
    """The words by which a figure is kept to a place or a part ("in Norway", "including the crew")."""
    found = (part.casefold() for limit in _LIMITED.findall(one.of) for part in limit)
    return frozenset(
        word for part in found for word in re.findall(r"\w+", part) if word not in ("the", "a", "an", "all")
    )


def _same_time(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= SAME_TIME


def _reach(one: ClaimFigure) -> tuple[float, float]:
    """From where to where the true number may lie by what was said."""
    low, high = one.value, one.value if one.high is None else one.high
    if one.bound == "about":
        return low - abs(low) * ABOUT, high + abs(high) * ABOUT
    return (-inf if one.bound == "at_most" else low), (inf if one.bound == "at_least" else high)
