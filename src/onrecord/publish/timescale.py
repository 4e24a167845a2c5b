"""Days to places on a line: per cent of its width, so that a picture can be drawn at any width without scaling text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from onrecord.publish.words import day_short, parts_of_day

_LEFT, _RIGHT = 2.5, 98.5
UNKNOWN = 16.0  # per cent kept apart for what has no known day
_STEPS = (1, 2, 3, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652, 36520, 365200)  # days between two ticks
_MAX_TICKS = 7


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled day on the line."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Timescale:
    """A line from ``first`` to ``last``; what has no known day stands apart, before it."""

    first: date
    last: date
    unknown: bool = False

    def at(self, day: str | None) -> float:
        """The place of a day, 0 to 100; YYYY-MM and YYYY stand at their first day."""
        return self._place(as_date(day) or self.first) if as_date(day) else _LEFT

    def until(self, day: str | None) -> float:
        """The place of the last day that YYYY-MM or YYYY may mean; of a whole day, its own."""
        known, parts = as_date(day), parts_of_day(day)
        if known is None or parts is None:
            return _LEFT
        _, month, told = parts
        return self._place(known if told else _end_of(known, month=bool(month)))

    def ticks(self) -> tuple[Tick, ...]:
        """At most seven days to label."""
        days = (self.last - self.first).days
        step = next((one for one in _STEPS if days / one < _MAX_TICKS), _STEPS[-1])
        shown = [self.first + timedelta(n) for n in range(0, days + 1, step)]
        known = tuple(Tick(self._place(day), _label(day, step)) for day in shown)
        return (Tick(_LEFT, "day unknown"), *known) if self.unknown else known

    def _place(self, day: date) -> float:
        left = _LEFT + UNKNOWN if self.unknown else _LEFT
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(left + min(1.0, max(0.0, share)) * (_RIGHT - left), 2)


def timescale(days: list[str | None], until: str | None) -> Timescale:
    """A line that holds all the days and runs on to ``until`` (at least a day past the last)."""
    known = sorted(day for day in map(as_date, days) if day)
    first = known[0] if known else as_date(until) or date(MINYEAR, 1, 1)
    last = max([first, *known])
    end = as_date(until)
    after = last + timedelta(1) if last < date(MAXYEAR, 12, 31) else last
    return Timescale(first, max(after, end) if end else after, unknown=len(known) < len(days))


def as_date(value: str | None) -> date | None:
    """The first day of what is known of a day."""
    parts = parts_of_day(value)
    if parts is None:
        return None
    year, month, day = parts
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        return None


def _end_of(first: date, *, month: bool) -> date:
    """The last day of a month or a year that begins then."""
    after = (first.year + (first.month == 12), first.month % 12 + 1) if month else (first.year + 1, 1)
    return date(*after, 1) - timedelta(1) if after[0] <= MAXYEAR else date(MAXYEAR, 12, 31)


def _label(day: date, step: int) -> str:
    if step >= 365:
        return str(day.year)
    return f"{day_short(day.isoformat())}" if step < 91 else f"{day_short(day.isoformat()[:7])} {day.year}"
