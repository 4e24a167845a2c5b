"""Days as machines and headers write them. Only whole days: a month alone is no day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from onrecord.text.dates import TimeMention, time_mentions

ISO = re.compile(r"\s*((?:19|20)\d\d)-(\d\d?)-(\d\d?)")
COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6})?\b")
EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?\s*$")
LONGEST = 160
YEARS = (1990, 2100)


def stated(said: str | None) -> date | None:
    """The day that a machine-readable date gives, on the clock of whoever wrote it; None where it gives none."""
    said = (said or "")[:LONGEST]
    for pattern in (ISO, COMPACT):
        if found := pattern.match(said):
            return day(*(int(part) for part in found.groups()))
    if found := EPOCH.match(said):
        moment = datetime.fromtimestamp(int(found[1]), UTC)
        return day(moment.year, moment.month, moment.day)
    return _mail_date(said) or next(days_in(said), None)


def _mail_date(said: str) -> date | None:
    try:
        return parsedate_to_datetime(said).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def days_in(line: str) -> Iterator[date]:
    """The whole days, year and all, that a short line names."""
    if len(line) > LONGEST:
        return
    for mention in time_mentions(line):
        if found := whole_day(mention):
            yield found


def whole_day(mention: TimeMention) -> date | None:
    """The day of a mention that names year, month and day."""
    if mention.year and mention.month and mention.day and mention.until is None:
        return day(mention.year, mention.month, mention.day)
    return None


def day(year: int, month: int, of_month: int) -> date | None:
    """The day, None where the calendar has none such or the year is out of reason."""
    try:
        return date(year, month, of_month) if YEARS[0] <= year <= YEARS[1] else None
    except ValueError:
        return None
