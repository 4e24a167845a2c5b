"""Numbers that count nothing: dates, times of day, ages, names ("gate 3"), wholes that only a part is taken of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Span
from onrecord.statements.figures_units import LOOK_ON, currency_before, written_after
from onrecord.text.numbers import Number

LOOK_BACK = 60
TIME_OF_DAY = re.compile(r"\s*(?:[ap]\.?m\b|o['’]clock|hours\s+(?:GMT|UTC|local))|[:.]\d\d", re.I)
AGE_BEFORE = re.compile(r"\b(?:aged|age|age of|aged between)\s+\Z", re.I)
AGE_AFTER = re.compile(r"[\s-]*(?:year|month)s?[\s-]old\b", re.I)
AGE_APPOSED = re.compile(r"[A-Z][\w'’-]+,\s+\Z")
SPELL = re.compile(r"\s+(?:days|weeks|months|years|decades|seasons|minutes|hours)\b", re.I)
LAST_SO_MANY = re.compile(r"\b(?:past|last|next|first|coming|previous|final|for|over)\s+(?:\w+\s+)?\Z", re.I)
IDIOM_AFTER = re.compile(
    r"[\s-]*(?:times\b|(?:percentage )?points\s+(?:behind|ahead)"
    r"|\w+\s+(?:old|ago|earlier|in a row)\b"
    r"|or\s+none\b|by\s+(?:one|two|three)\b)",
    re.I,
)
TOTAL_BEFORE = re.compile(r"\b(?:of|among)\s+(?:the|its|his|her|their|those|these|our|all)\s+(?:\w+\s+)?\Z", re.I)


def counts_nothing(text: str, number: Number, times: Sequence[Span]) -> bool:
    """Whether the number is a date (``times``: the spans of those), a time, an age, a name, a whole or an idiom."""
    start, end = number.span
    before, after = text[max(0, start - LOOK_BACK) : start], text[end : end + LOOK_ON]
    return (
        (number.value in (0.0, 1.0) and number.high is None and not _has_written_unit(text, number))
        or _in_a_date(number.span, times)
        or bool(TIME_OF_DAY.match(after) or AGE_BEFORE.search(before) or AGE_AFTER.match(after))
        or bool(AGE_APPOSED.search(before) and after[:1] in (",", "."))
        or bool(IDIOM_AFTER.match(after))
        or bool(LAST_SO_MANY.search(before) and SPELL.match(after))
        or bool(TOTAL_BEFORE.search(before))
        or _is_name(before)
    )


def _in_a_date(number: Span, times: Sequence[Span]) -> bool:
    """Whether it touches a date; the dates are in order and apart, so only the last to begin before its end can."""
    at = bisect_left(times, (number.end, 0)) - 1
    return at >= 0 and number.start < times[at].end


def _has_written_unit(text: str, number: Number) -> bool:
    return currency_before(text, number) is not None or written_after(text[number.span.end :][:20]) == "percent"


@cache
def _numbered() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("numbered_things"))


def _is_name(before: str) -> bool:
    """After a noun that takes a number for a name: "gate 3", "gates two and three"."""
    words = re.findall(r"[\w]+", before.lower())[-4:]
    if not words or not re.search(r"[\s.]\Z", before):
        return False
    if words[-1] == "and" and len(words) > 2:
        return words[-3] in _numbered() and words[-3].endswith("s")
    return words[-1] in _numbered()
