"""The figures of a claim side by side, with their bounds. Places only; a template draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import ceil, floor, inf, isfinite, log10

from onrecord.model import ClaimFigure
from onrecord.publish.figure_ranges import contradict, counted_as
from onrecord.publish.timescale import Tick
from onrecord.publish.words import UNNAMED, day_words, figure_words, number_words

_LEFT, _RIGHT = 2.5, 96.0
_PER_LETTER = 1.5  # per cent that a letter takes on the narrowest picture
MAX_ROWS = 20
IN_TABLE = 12
SMALLEST, LARGEST = 1e-9, 1e15  # beyond it a number is a mistake of reading, and would flatten all others
_ENDED = {"replaced": "replaced on", "withdrawn": "taken back on"}
TOP, ROW = 32, 36  # pixels: to the first row, from row to row


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure. ``start`` to ``end``: what its bound leaves open. ``ended``: how it ceased to stand and when.

    ``odds``: it stands, and another party's that stands contradicts it.
    """

    party: str
    day: str | None
    words: str
    of: str
    bound: str
    ended: str
    at: float
    start: float
    end: float
    y: int
    label_left: bool
    odds: bool = False


@dataclass(frozen=True, slots=True)
class FiguresChart:
    """Figures of one unit and scope, ``height`` pixels high; ``total``: all there are, also those not in rows."""

    unit: str
    rows: tuple[FigureRow, ...]
    ticks: tuple[Tick, ...]
    height: int
    hidden: int
    scope: str = ""

    @property
    def total(self) -> int:
        return len(self.rows) + self.hidden

    @property
    def shown(self) -> int:
        """How many of them a table shows."""
        return min(len(self.rows), IN_TABLE)

    @property
    def conflicts(self) -> int:
        """How many of those in rows are at odds with another."""
        return sum(row.odds for row in self.rows)


def figures_charts(figures: Sequence[ClaimFigure]) -> tuple[FiguresChart, ...]:
    """One chart for each thing that is counted, in the order in which they were first heard."""
    held: dict[tuple[str, str], list[ClaimFigure]] = {}
    for one in figures:
        if max(map(abs, _ends(one))) <= LARGEST:
            held.setdefault(counted_as(one), []).append(one)
    return tuple(_chart(several[0].unit, several) for several in held.values())


def _chart(unit: str, figures: Sequence[ClaimFigure]) -> FiguresChart:
    shown = list(figures)[:MAX_ROWS]
    reached = [end for one in shown for end in _ends(one)]
    low = min(0.0, *reached)
    step = _step(max(reached) - low)
    steps = max(1, ceil((max(reached) - low) / step))
    top = low + step * steps
    odds = _at_odds(shown)
    rows = [replace(_row(one, (low, top), n), odds=n in odds) for n, one in enumerate(shown)]
    ticks = tuple(
        Tick(_place(value, low, top), number_words(value)) for value in (low + step * n for n in range(steps + 1))
    )
    height = TOP + ROW * len(rows) + 6
    return FiguresChart(unit, tuple(rows), ticks, height, len(figures) - len(shown), figures[0].scope)


def _at_odds(shown: Sequence[ClaimFigure]) -> set[int]:
    """The places of those that another party's contradicts, both standing and both on record."""
    standing = [(n, one) for n, one in enumerate(shown) if one.ended is None and one.party]
    pairs = ((n, m) for (n, one), (m, other) in combinations(standing, 2) if contradict(one, other))
    return {n for pair in pairs for n in pair}


def _ends(one: ClaimFigure) -> tuple[float, float]:
    """Its value and its high end; what is no number is beyond all."""
    low, high = one.value, one.value if one.high is None else one.high
    return (low, high) if isfinite(low) and isfinite(high) else (inf, inf)


def _row(one: ClaimFigure, ends: tuple[float, float], n: int) -> FigureRow:
    at = _place(one.value, *ends)
    high = at if one.high is None else _place(one.high, *ends)
    words = figure_words(one.value, one.high, one.unit, one.bound)
    return FigureRow(
        party=one.party or UNNAMED,
        day=one.on,
        words=words,
        of=one.of,
        bound=one.bound,
        ended=f"{_ENDED[one.ended]} {day_words(one.ended_on)}" if one.ended else "",
        at=at,
        start=_LEFT if one.bound == "at_most" else at,
        end=_RIGHT + 2 if one.bound == "at_least" else high,
        y=TOP + ROW * n,
        label_left=high + min(len(words), 40) * _PER_LETTER + 4 > 100,
    )


def _place(value: float, low: float, top: float) -> float:
    return round(_LEFT + (value - low) / ((top - low) or 1.0) * (_RIGHT - _LEFT), 2)


def _step(length: float) -> float:
    """From tick to tick, so that there are at most five: 1, 2, 2.5 or 5 times a power of ten."""
    if length < SMALLEST:
        return 1.0
    power = 10.0 ** floor(log10(length / 5))
    return next((step * power for step in (1, 2, 2.5, 5, 10) if step * power * 5 >= length), length)
