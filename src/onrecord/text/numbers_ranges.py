"""Two numbers that are the ends of one range: "between 20 and 30", "six or seven", "$3m-$5m"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span
from onrecord.text.numbers_written import Number, scale_of

SIGN = r"(?:[A-Z]{0,3}[$€£¥₩₹])?"
LINK = re.compile(rf"(?P<percent>\s?%|\s+per\s?cent)?(?:\s*[-–—]\s*|\s+(?P<word>to|or|and)\s+){SIGN}")
PERCENT = re.compile(r"\s?%|\s+per\s?cent")
OPENS = re.compile(r"\b(between|from)\s+(?:[A-Z]{0,3}\W)?\Z", re.I)
LOOK_BACK = 70
# "It rose from 12 to 17" tells two numbers of two days, not a range.
CHANGES = re.compile(
    r"\b(?:r[oi]se[sn]?|rising|f[ae]ll(?:en|s|ing)?|gr[eo]wn?|growing|jump\w*|drop\w*|climb\w*|soar\w*|slid\w*|cut|raise[sd]?|raising"
    r"|increas\w+|reduc\w+|lower\w*|revis\w+|up|down|went|gone|go|chang\w+|mov\w+|shr[aiu]nk|widen\w*|narrow\w*|slip\w*"
    r"|surg\w+|doubl\w+|tripl\w+|halv\w+|lift\w*|brought|put|correct\w+)\b",
    re.I,
)

CHANGED_BY = re.compile(rf"{CHANGES.pattern}\s+(?:by\s+)?(?:[A-Z]{{0,3}}[$€£¥₩₹])?\Z", re.I)


def join_ranges(text: str, singles: Sequence[Number]) -> list[Number]:
    """The numbers in order, the two ends of a range made one, whose span covers both."""
    joined: list[Number] = []
    for one in singles:
        ranged = _range(text, joined[-1], one) if joined else None
        if ranged:
            joined[-1] = ranged
        else:
            joined.append(one)
    return joined


def _range(text: str, first: Number, second: Number) -> Number | None:
    """The range of two numbers that stand side by side, or None."""
    link = LINK.fullmatch(text, first.span.end, min(second.span.start, first.span.end + 20))
    if not link or link.end() != second.span.start or first.high is not None or first.unit or second.unit:
        return None
    if link["percent"] and not PERCENT.match(text, second.span.end):
        return None
    low = _scaled_like(text, first, second)
    if low >= second.value or not _opened(text, first, second, link["word"]) or _is_years(text, first, second):
        return None
    return Number(Span(first.span.start, second.span.end), low, second.value)


def _opened(text: str, first: Number, second: Number, word: str | None) -> bool:
    """Whether the words before allow a range: "and" wants "between", and "from 3 to 5" must tell of no change."""
    at = first.span.start
    opens = OPENS.search(text, max(0, at - 16), at)
    if word == "and":
        return opens is not None
    if word == "to" and opens and opens[1].lower() == "from":
        return CHANGES.search(text, max(0, at - LOOK_BACK), opens.start()) is None
    if word == "to" and second.value > 2 * first.value:
        return CHANGED_BY.search(text, max(0, at - LOOK_BACK), at) is None
    return True


def _is_years(text: str, first: Number, second: Number) -> bool:
    return all(re.fullmatch(r"(?:1[89]|20)\d\d", text[slice(*one.span)]) for one in (first, second))


def _scaled_like(text: str, first: Number, second: Number) -> float:
    """In "two to three million" the first number is in millions too."""
    scale = scale_of(text[slice(*second.span)])
    bare = scale_of(text[slice(*first.span)]) == 1.0
    return first.value * scale if bare and first.value < scale else first.value
