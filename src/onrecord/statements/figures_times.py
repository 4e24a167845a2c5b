"""Numbers that place something in time: dates, years, times of day, ages, spells. A length that is claimed is none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.knowledge.tables import table
from onrecord.model import Span
from onrecord.text.numbers import Number

LOOK = 60
CLOCK_AFTER = re.compile(
    r"\s*(?:[ap]\.?\s?m\b|o['’]clock|hours\s+(?:GMT|UTC|local)|(?:[A-Z]{3,4})\b\s+on\b)|:\d\d|\.\d\d\s*[ap]\.?m"
    r"|\s+(?:in\s+the\s+(?:morning|afternoon|evening)|at\s+night|sharp\b|(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)",
    re.I,
)
MINUTES_PAST = re.compile(
    r"\s+(?:minutes\s+)?past\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon)\b"
    r"|\s+minutes\s+to\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon)\b",
    re.I,
)
CLOCK_BEFORE = re.compile(
    r"\b(?:half|quarter|five|ten|twenty|twenty-five|minutes)\s+(?:past|to)\s+\Z|\d[:.]\Z"
    r"|\b(?:half|quarter)\s+(?:before|after)\s+\Z",
    re.I,
)
AT_CLOCK = re.compile(r"\b(?:at|by|until|till|before|after|around|about|from|since|between|and|to)\s+\Z", re.I)
CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]")
OUR_HOUR = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2})", re.I)
YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
YEAR_FROM = re.compile(rf"{YEAR.pattern}[-–/]\Z")
YEARS = re.compile(rf"{YEAR.pattern}\D{{1,5}}{YEAR.pattern}")
YEAR_TO = re.compile(r"[-–/](?:[0-9]{2}|[0-9]{4})(?![0-9])")
AMOUNT_BEFORE = re.compile(
    r"[$€£¥₩₹]|\b(?:about|some|around|than|over|nearly|almost|least|up to|roughly|estimated)\s+\Z", re.I
)
AGE_BEFORE = re.compile(
    r"\b(?:aged|age|ages?\s+(?:of|from|between)|aged between|turn(?:ed|s|ing)"
    r"|(?:I|he|she|who|they|you)\s+(?:was|is|were|am|are)(?:\s+(?:only|just|about))?|(?:when|since)\s+\w+\s+was"
    r"|(?:children|women|men|people|adults|those|anyone|everyone|boys|girls|minors|patients|nor|and)\s+(?:under|over|below|above|from))"
    r"\s+\Z",
    re.I,
)
AGE_AFTER = re.compile(r"[\s-]*(?:years?|months?)[\s-]old\b|\s+years\s+of\s+age\b", re.I)
AGE_APPOSED = re.compile(r"[^\W\d_][\w'’-]*,\s+\Z")
AGE_IN_BRACKETS = re.compile(r"[A-Z][\w'’-]+\s+\(\Z")
MOST_YEARS_OF_AGE = 115


def is_time(text: str, number: Number, unit: str | None, times: Sequence[Span]) -> bool:
    """Whether the number is (part of) a date (``times``: the spans of those), a time of day or an age."""
    start, end = number.span
    before, after = text[max(0, start - LOOK) : start], text[end : end + LOOK]
    written = text[start:end]
    return (
        _is_year(written, before, after)
        or _in_a_date(number.span, times)
        or _is_clock(written, before, after, unit)
        or _is_age(number, unit, before, after)
    )


def _in_a_date(number: Span, times: Sequence[Span]) -> bool:
    """Whether it touches a date; the dates are in order and apart, so only the last to begin before its end can."""
    at = bisect_left(times, (number.end, 0)) - 1
    return at >= 0 and number.start < times[at].end


def _is_year(written: str, before: str, after: str) -> bool:
    if not YEAR.fullmatch(written):
        return bool(YEAR_FROM.search(before) or YEARS.fullmatch(written))
    people = re.match(r"\s+(?:people|troops|men|women)\b", after)
    return bool(YEAR_TO.match(after)) or not (AMOUNT_BEFORE.search(before) or people)


def _is_clock(written: str, before: str, after: str, unit: str | None) -> bool:
    if CLOCK_BEFORE.search(before) or MINUTES_PAST.match(after):
        return True
    if CLOCK_AFTER.match(after) and (OUR_HOUR.fullmatch(written) or CLOCK.fullmatch(written)):
        return True
    return bool(CLOCK.fullmatch(written) and AT_CLOCK.search(before)) and unit in (None, "days")


def _is_age(number: Number, unit: str | None, before: str, after: str) -> bool:
    if AGE_AFTER.match(after) or (
        AGE_BEFORE.search(before) and (unit is None or before.rstrip().lower().endswith("aged"))
    ):
        return True
    if unit is not None or number.value > MOST_YEARS_OF_AGE or number.high is not None:
        return False
    apposed = AGE_APPOSED.search(before) and after[:1] in (",", ".", ";", ")") and number.bound == "exact"
    return bool(apposed and not _counts(before)) or bool(AGE_IN_BRACKETS.search(before) and after[:1] == ")")


def _counts(before: str) -> bool:
    """Whether the word before the comma is one for a count ("the toll, 17, is the highest")."""
    words = re.findall(r"[a-z]+", before.lower())
    return bool(words) and words[-1] in {row["written"] for row in table("units") if row["side"] == "noun"}
