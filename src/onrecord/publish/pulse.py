"""How much was told when: bars over time, to scale, of as many days each as leaves room for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.publish.timescale import as_date
from onrecord.publish.words import counted, day_short, day_words

MAX_BARS = 60
HEIGHT = 56  # pixels of the highest bar
_STEPS = (1, 7, 28, 91, 364, 1820, 3640, 36400)  # days of a bar
_LABELS = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """So many articles from a day on. ``at`` and ``width`` in per cent, ``height`` in pixels."""

    at: float
    width: float
    height: int
    times: int
    days: str


@dataclass(frozen=True, slots=True)
class Label:
    """A day under the bars; ``at`` in per cent."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Pulse:
    """The picture; ``step``: days of a bar; ``most``: of one bar; ``unknown``: articles whose day is not known."""

    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    step: int
    most: int
    unknown: int


def pulse(days: Iterable[tuple[str | None, int]]) -> Pulse | None:
    """The bars of (day, articles); None where they are of less than two days."""
    known, unknown = Counter[date](), 0
    for day, times in days:
        at = as_date(day) if day and len(day) == len("2026-05-04") else None
        if at:
            known[at] += times
        else:
            unknown += times
    if len(known) < 2:
        return None
    first, last = min(known), max(known)
    step = next((one for one in _STEPS if (last - first).days / one < MAX_BARS), _STEPS[-1])
    held: Counter[int] = Counter()
    for at, times in known.items():
        held[(at - first).days // step] += times
    width, most = 100 / (max(held) + 1), max(held.values())
    bars = tuple(
        Bar(
            round(n * width, 2),
            round(width * 0.86, 2),
            max(2, round(HEIGHT * times / most)),
            times,
            _days(first, n, step),
        )
        for n, times in sorted(held.items())
    )
    return Pulse(bars, _labels(first, max(held), step), step, most, unknown)


def _days(first: date, n: int, step: int) -> str:
    begins = first + timedelta(n * step)
    if step == 1:
        return day_words(begins.isoformat())
    return f"{counted(step, 'day')} from {day_words(begins.isoformat())}"


def _labels(first: date, last: int, step: int) -> tuple[Label, ...]:
    """Days under some of the bars, evenly apart, the first among them."""
    every = max(1, -(-(last + 1) // _LABELS))
    width = 100 / (last + 1)
    long = (last + 1) * step > 300
    found = []
    for n in range(0, last + 1, every):
        day = (first + timedelta(n * step)).isoformat()
        found.append(Label(round(n * width, 2), f"{day_short(day)} {day[:4]}" if long else day_short(day)))
    return tuple(found)
