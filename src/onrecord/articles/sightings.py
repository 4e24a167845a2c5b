"""Days as machines and headers write them. Only whole days: a month alone is no day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.text.dates_lines import line_days

ISO = re.compile(
    r"\s*(?P<year>(?:19|20)\d\d)-(?P<month>\d\d?)-(?P<day>\d\d?)"
    r"(?:[T\s|]+(?P<hour>[012]\d)[:h]?(?P<minute>[0-5]\d)(?::?[0-5]\d)?(?:[.,]\d{1,9})?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6})?\b")
EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?\s*$")
UNIVERSAL = re.compile(
    r"(?P<hour>[012]\d):(?P<minute>[0-5]\d)(?::[0-5]\d)?\s*(?:GMT|UTC|Z)(?:\b|$)(?![+-]\d{0,4}[1-9])"
)
NO_SHIFT = re.compile(r"Z|UTC|GMT|[+-]00:?00")
LONGEST = 160
YEARS = (1990, 2100)
DAY = timedelta(days=1)
ANYWHERE = (-10, 13)
# Most who write in the languages of many clocks live between these; beyond them a moment is not called open.
USUALLY = (-6, 2)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day as written, and the ``others`` that the same words can mean.

    A moment in universal time may be the day before or after where it was written; "03/04/2021" may be in April.
    ``open``: nothing but another witness can tell which. ``hour``: that of a moment in universal time.
    """

    day: date
    others: tuple[date, ...] = ()
    open: bool = False
    hour: int | None = None

    def at(self, offset: int) -> Stamp:
        """The day on a clock that is so many hours ahead of universal time."""
        if self.hour is None or offset == 0:
            return self
        hour = self.hour + offset
        return Stamp(self.day + (DAY if hour >= 24 else -DAY if hour < 0 else timedelta(0)))


def stated(said: str | None) -> date | None:
    """The day that a machine-readable date gives, on the clock of whoever wrote it; None where it gives none."""
    found = stamp(said, None)
    return found.day if found and not any(abs(one - found.day) > DAY for one in found.others) else None


def stamp(said: str | None, language: str | None) -> Stamp | None:
    """The day of a machine-readable or written date with all that it can mean; None where there is none."""
    said = (said or "")[:LONGEST]
    if found := ISO.match(said):
        one = day(int(found["year"]), int(found["month"]), int(found["day"]))
        hour = int(found["hour"]) if found["zone"] and NO_SHIFT.fullmatch(found["zone"]) else None
        return _moment(one, hour, language, on_the_hour=found["minute"] == "00")
    if found := COMPACT.match(said):
        return _moment(day(*(int(part) for part in found.groups())), None, language)
    if found := EPOCH.match(said):
        moment = datetime.fromtimestamp(int(found[1]), UTC)
        return _moment(
            day(moment.year, moment.month, moment.day), moment.hour, language, on_the_hour=moment.minute == 0
        )
    return _written(said, language)


def _written(said: str, language: str | None) -> Stamp | None:
    line = next(iter(line_days(said, language)), None)
    found = line.day if line else _mail_date(said)
    if line and line.other:
        return Stamp(line.day, (line.other,), open=True)
    universal = UNIVERSAL.search(said)
    return _moment(found, int(universal["hour"]) if universal else None, language)


def _moment(found: date | None, hour: int | None, language: str | None, *, on_the_hour: bool = False) -> Stamp | None:
    """``hour``: in universal time, None where the time is local. Midnight sharp stands for no time at all."""
    if found is None:
        return None
    if hour is None or (hour == 0 and on_the_hour):
        return Stamp(found)
    least, most = _clocks().get(language or "", ANYWHERE)
    before = (found - DAY,) if hour + least < 0 else ()
    after = (found + DAY,) if hour + most >= 24 else ()
    late = most if least > USUALLY[1] else min(most, USUALLY[1])
    unsure = hour + max(least, USUALLY[0]) < 0 or hour + late >= 24
    return Stamp(found, before + after, open=unsure, hour=hour)


@cache
def _clocks() -> dict[str, tuple[int, int]]:
    return {row["language"]: (int(row["least"]), int(row["most"])) for row in table("language_clocks")}


def _mail_date(said: str) -> date | None:
    try:
        found = parsedate_to_datetime(said).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return day(found.year, found.month, found.day)


def days_in(line: str) -> Iterator[date]:
    """The whole days, year and all, that a short line names without doubt, in any language."""
    if len(line) > LONGEST:
        return
    yield from (one.day for one in line_days(line, None) if one.other is None)


def day(year: int, month: int, of_month: int) -> date | None:
    """The day, None where the calendar has none such or the year is out of reason."""
    try:
        return date(year, month, of_month) if YEARS[0] <= year <= YEARS[1] else None
    except ValueError:
        return None
