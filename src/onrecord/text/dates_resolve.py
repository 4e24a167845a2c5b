"""Turns a mention of a time into a day, month or year, counted from a known day. Never finer than the words are."""

from __future__ import annotations

from calendar import day_name, month_name, monthrange
from datetime import date, timedelta

from onrecord.model import When
from onrecord.text.dates import TimeMention

UNKNOWN = When(None, "unknown", 0.0, ("no day to count from",))
WEEK = 7


def resolve(mention: TimeMention, anchor: date | None, *, scene: date | None = None, ahead: bool = False) -> When:
    """The time ``mention`` means for somebody who writes on ``anchor``.

    ``scene``: the day the text last spoke of, for "the same day" and "two days later" (else the anchor stands in).
    ``ahead``: the words around point forward ("will vote on Thursday"). A weekday in news looks back up to six days,
    the anchor included. A range gives the month or year both its ends share.
    """
    if mention.shift is not None:
        return _shifted(mention, (scene or anchor) if mention.base == "scene" else anchor)
    if mention.until is not None:
        return _spread(range_of(mention, anchor))
    if mention.month is None and mention.weekday is not None:
        return _weekday(mention, anchor, ahead=ahead)
    if mention.month is None:
        return year_only(mention.year) if mention.year else UNKNOWN
    return _dated(mention, anchor)


def range_of(mention: TimeMention, anchor: date | None) -> tuple[date, date] | None:
    """First and last day of a range, or None where its year or days cannot be."""
    if mention.until is None or mention.month is None or mention.day is None:
        return None
    month, day = mention.until
    last = make_date(mention.year, month, day) if mention.year else nearest_year(month, day, anchor)
    if last is None:
        return None
    first = make_date(last.year - (mention.month > month), mention.month, mention.day)
    return (first, last) if first and first <= last else None


def make_date(year: int | None, month: int, day: int) -> date | None:
    """That day, or None where the calendar has no such day."""
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def nearest_year(month: int, day: int, anchor: date | None) -> date | None:
    """The day of that name nearest to the anchor; of two as near the one before."""
    if anchor is None:
        return None
    days = [make_date(anchor.year + step, month, day) for step in (-1, 0, 1)]
    return min((one for one in days if one), key=lambda one: (abs((one - anchor).days), one), default=None)


def plus_days(day: date, count: int) -> date | None:
    """The day so many days on, or None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def last_weekday(weekday: int, anchor: date) -> date:
    """The latest such weekday up to and with the anchor."""
    return plus_days(anchor, -((anchor.weekday() - weekday) % WEEK)) or anchor


# ---------------------------------------------------------------- one answer a precision


def on_day(day: date | None, why: str) -> When:
    """A day, or unknown where there is none."""
    return When(day.isoformat(), "day", 1.0, (why,)) if day else UNKNOWN


def in_month(year: int, month: int) -> When:
    """A month."""
    return When(f"{year:04d}-{month:02d}", "month", 1.0, (f"{month_name[month]} {year} is all the words say",))


def year_only(year: int) -> When:
    """A year."""
    return When(f"{year:04d}", "year", 1.0, (f"{year} is all the words say",))


def _spread(days: tuple[date, date] | None) -> When:
    if days is None:
        return UNKNOWN
    first, last = days
    if first == last:
        return on_day(first, "a range of one day")
    if (first.year, first.month) == (last.year, last.month):
        return in_month(first.year, first.month)
    return year_only(first.year) if first.year == last.year else UNKNOWN


def _weekday(mention: TimeMention, anchor: date | None, *, ahead: bool) -> When:
    if anchor is None or mention.weekday is None:
        return UNKNOWN
    forward = mention.lean == "future" or (ahead and mention.lean == "open")
    distance = (anchor.weekday() - mention.weekday) % WEEK
    if forward:
        day = plus_days(anchor, (mention.weekday - anchor.weekday()) % WEEK or WEEK)
    else:
        day = plus_days(anchor, -(distance or (WEEK if mention.lean == "past" else 0)))
    way = "on" if forward else "back"
    return on_day(day, f"{day_name[mention.weekday]}, counted {way} from {anchor.isoformat()}")


def _dated(mention: TimeMention, anchor: date | None) -> When:
    month = mention.month or 1
    if mention.day is None:
        year = mention.year or _year_of_month(month, anchor, mention.lean)
        return in_month(year, month) if year else UNKNOWN
    if mention.year:
        return on_day(make_date(mention.year, month, mention.day), "the date is written out")
    if mention.weekday is not None and anchor is not None:
        years = [make_date(anchor.year + step, month, mention.day) for step in (0, -1, 1)]
        fits = [day for day in years if day and day.weekday() == mention.weekday]
        return on_day(fits[0] if fits else nearest_year(month, mention.day, anchor), "weekday and date are written out")
    day = nearest_year(month, mention.day, anchor)
    return on_day(day, f"the year taken from {anchor.isoformat()}") if anchor else UNKNOWN


def _year_of_month(month: int, anchor: date | None, lean: str) -> int | None:
    """The year a bare month means: back from the anchor, its own month included, unless the words point ahead."""
    if anchor is None:
        return None
    if lean == "future":
        return anchor.year + (month <= anchor.month)
    if lean == "past":
        return anchor.year - (month >= anchor.month)
    return anchor.year - (month > anchor.month)


def _shifted(mention: TimeMention, base: date | None) -> When:
    if base is None or mention.shift is None:
        return UNKNOWN
    if mention.unit == "day":
        day = plus_days(base, mention.shift)
        return on_day(day, "that day" if mention.shift == 0 else f"{mention.shift:+d} day(s) from {base.isoformat()}")
    if mention.unit == "week":
        return _week(plus_days(base, mention.shift * WEEK))
    if mention.unit == "month":
        return _month_after(base, mention.shift)
    year = base.year + mention.shift
    return year_only(year) if 1 <= year <= 9999 else UNKNOWN


def _week(day: date | None) -> When:
    """A week is no day: the month or year all its days share."""
    if day is None:
        return UNKNOWN
    first = plus_days(day, -day.weekday()) or day
    return _spread((first, plus_days(first, WEEK - 1) or day))


def _month_after(base: date, shift: int) -> When:
    months = base.year * 12 + base.month - 1 + shift
    year, month = divmod(months, 12)
    return in_month(year, month + 1) if 1 <= year <= 9999 else UNKNOWN


def days_in(when: When) -> tuple[date, date] | None:
    """First and last day a When covers; None where it is unknown."""
    if when.value is None or when.precision == "unknown":
        return None
    parts = [int(part) for part in when.value.split("-")]
    first = date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
    if when.precision == "day":
        return first, first
    last_month = first.month if when.precision == "month" else 12
    return first, date(first.year, last_month, monthrange(first.year, last_month)[1])
