"""Works out the day a text was written from what it says itself, with reasons: datelines, dates told, weekdays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from onrecord.model import When
from onrecord.text.dates import TimeMention, time_mentions
from onrecord.text.dates_resolve import WEEK, last_weekday, make_date, plus_days, year_only

HEAD = 160  # a dateline stands within so many characters of the start
PLACE = re.compile(r"(?:[^\W\d_][\w.'’-]*,?\s+|[-–—]\s+|\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?,?\s*)?){0,6}\Z")
AFTER_DATELINE = re.compile(r"\.?\s*(?:\([^()\n]{1,40}\)|/[^/\n]{1,30}/)?\s*(?:[-–—:.]|\n)")
NOT_YET = re.compile(
    r"\b(?:by|until|till|before|due|will|would|ahead of|next|from|for|expires?|ends?)\W+(?:\w+\W+){0,2}\Z", re.I
)
UNKNOWN = When(None, "unknown", 0.0, ("the text names no day",))


def infer_day(text: str, *, not_after: date | None = None) -> When:
    """The day ``text`` was written as far as it gives itself away; ``not_after``: a day by which it stood (a visit).

    Confidence: a dateline .9 (.95 with its year), a weekday counted on from a date told .45, a date alone .3, a weekday
    counted back from the visit .25, a year alone .2. Reasons say in plain words what was counted from what.
    """
    mentions = time_mentions(text)
    return (
        _from_dateline(text, mentions, not_after)
        or _from_dates_told(text, mentions, not_after)
        or _from_weekday(text, mentions, not_after)
        or _from_years(mentions, not_after)
        or UNKNOWN
    )


def dateline_mention(text: str, mentions: Sequence[TimeMention]) -> TimeMention | None:
    """The date in the dateline ("PARIS, March 2 (Agency) -"), None where the text opens otherwise."""
    for one in mentions:
        if one.span.start > HEAD:
            return None
        dated = one.month is not None and one.day is not None and one.until is None
        before = text[: one.span.start]
        if dated and _all_names(before) and AFTER_DATELINE.match(text, one.span.end):
            return one
    return None


def _all_names(before: str) -> bool:
    words = re.findall(r"[^\W\d_]+", before)
    return bool(PLACE.fullmatch(before)) and all(word[0].isupper() or len(word) < 4 for word in words)


def place_in_year(mention: TimeMention, not_after: date | None) -> date | None:
    """The day a mention of month and day means: its own year, that of its weekday, or the latest by the visit."""
    if mention.month is None or mention.day is None:
        return None
    month, day = mention.month, mention.day
    if mention.year:
        return make_date(mention.year, month, day)
    if not_after is None:
        return None
    days = [make_date(not_after.year - back, month, day) for back in range(7)]
    past = [one for one in days if one and one <= not_after]
    fits = [one for one in past if mention.weekday in (None, one.weekday())]
    return next(iter(fits or past), None)


def _from_dateline(text: str, mentions: Sequence[TimeMention], not_after: date | None) -> When | None:
    found = dateline_mention(text, mentions)
    day = place_in_year(found, not_after) if found else None
    if found is None or day is None:
        return None
    words = text[found.span.start : found.span.end]
    reasons = [f"the dateline says {words!r}"]
    if not found.year:
        reasons.append(f"the year is the latest that fits {not_after}, when the page stood")
    return When(day.isoformat(), "day", 0.95 if found.year else 0.9, tuple(reasons))


def _from_dates_told(text: str, mentions: Sequence[TimeMention], not_after: date | None) -> When | None:
    told = [(day, one) for one in mentions if (day := _day_told(text, one, not_after)) is not None]
    if not told:
        return None
    latest, mention = max(told, key=lambda pair: pair[0])
    words = text[mention.span.start : mention.span.end]
    reason = f"the latest day told is {words!r}, {latest.isoformat()}"
    weekday = _first_weekday(text, mentions)
    following = _next_weekday(latest, weekday, not_after) if weekday else None
    if weekday is None or following is None or mention.weekday is not None:
        return When(latest.isoformat(), "day", 0.3, (reason,))
    name = text[weekday.span.start : weekday.span.end]
    counted = f"{name!r} is the first such weekday on or after it"
    return When(following.isoformat(), "day", 0.45, (reason, counted))


def _day_told(text: str, mention: TimeMention, not_after: date | None) -> date | None:
    if NOT_YET.search(text, max(0, mention.span.start - 40), mention.span.start) and mention.until is None:
        return None
    return place_in_year(mention, not_after)


def _first_weekday(text: str, mentions: Sequence[TimeMention]) -> TimeMention | None:
    """The first bare weekday that looks back: "on Thursday", not "until Thursday" or "next Thursday"."""
    for one in mentions:
        ahead = one.lean == "future" or NOT_YET.search(text, max(0, one.span.start - 40), one.span.start)
        if one.weekday is not None and one.month is None and not ahead:
            return one
    return None


def _next_weekday(day: date, mention: TimeMention, not_after: date | None) -> date | None:
    found = plus_days(day, ((mention.weekday or 0) - day.weekday()) % WEEK)
    return found if found and (not_after is None or found <= not_after) else None


def _from_weekday(text: str, mentions: Sequence[TimeMention], not_after: date | None) -> When | None:
    found = _first_weekday(text, mentions)
    if found is None or found.weekday is None or not_after is None:
        return None
    day = last_weekday(found.weekday, not_after)
    name = text[found.span.start : found.span.end]
    return When(day.isoformat(), "day", 0.25, (f"{name!r} counted back from {not_after}, when the page stood",))


def _from_years(mentions: Sequence[TimeMention], not_after: date | None) -> When | None:
    years = [one.year for one in mentions if one.year and (not_after is None or one.year <= not_after.year)]
    if not years:
        return None
    found = year_only(max(years))
    return When(found.value, "year", 0.2, ("the latest year told",))
