"""Finds numbers in a text, in words and numerals, with their bounds and ranges. What they count is not decided here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import cast

from onrecord.knowledge.tables import table
from onrecord.model import Bound, Span


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: ``value`` (to ``high`` in a range); ``span`` covers the number itself, no words of bound."""

    span: Span
    value: float
    high: float | None = None
    bound: Bound = "exact"


NUMERAL = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
LARGEST = 1e18
RANGE_LINK = re.compile(r"\s*[-–—]\s*|\s+(?:to|or|and)\s+")
RANGE_OPENS = re.compile(r"\b(?:between|from)\s+\W?\Z", re.I)
OPENERS = r"[\"“‘'(]?"


@lru_cache(maxsize=64)
def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number of ``text`` in order: ranges as one, bounds read from the words beside it."""
    singles = list(_singles(text))
    ranged = _join_ranges(text, singles)
    return tuple(replace(one, bound=_bound(text, one)) for one in ranged)


@cache
def _word_values() -> dict[str, float]:
    return {row["word"]: float(row["value"]) for row in table("number_words")}


@cache
def _kind_of() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in table("number_words")}


def _words(*kinds: str) -> str:
    found = sorted((word for word, kind in _kind_of().items() if kind in kinds), key=len, reverse=True)
    return "|".join(found)


@cache
def _pattern() -> re.Pattern[str]:
    small, scale, vague = _words("small"), _words("scale"), _words("vague")
    tens = r"(?:tens|dozens|scores|hundreds|thousands)\s+of\s+"
    part = rf"(?:{small})(?:-(?:{small}))?\b"
    alone = rf"(?:half\s+an?\s+|an?\s+)?(?:{scale.replace('|score', '')})\b"
    further = rf"(?:(?:\s+|-)(?:{scale})\b(?:\s+(?:and\s+)?{part}(?!\s+and\b))?){{0,6}}"
    return re.compile(
        rf"(?i)(?<=[$€£¥₩₹])(?P<sum>{NUMERAL})\s?(?P<short>[mk])\b"
        rf"|(?<![\w.,])(?P<numeral>{NUMERAL})(?:(?:\s+|-)?(?P<scale>{scale})\b)?(?!\w|[.,]\d)"
        rf"|\b(?P<tens>{tens})?(?P<vague>{vague})\b"
        rf"|\b(?P<words>(?:{part}|{alone}(?:\s+(?:and\s+)?{part})?){further})"
    )


def _singles(text: str) -> Iterator[Number]:
    for match in _pattern().finditer(text):
        value = _value(match)
        if value is not None and value <= LARGEST:
            bound: Bound = "at_least" if match["vague"] else "exact"
            yield Number(Span(*match.span()), value, None, bound)


def _value(match: re.Match[str]) -> float | None:
    if match["sum"]:
        value = _from_numeral(match["sum"])
        return value * (1e6 if match["short"].lower() == "m" else 1e3) if value is not None else None
    if match["numeral"]:
        value = _from_numeral(match["numeral"])
        return value * _word_values()[match["scale"].lower()] if match["scale"] and value is not None else value
    if match["vague"]:
        many = {"tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1000.0}
        times = many[match["tens"].split()[0].lower()] if match["tens"] else 1.0
        return times * _word_values()[match["vague"].lower()]
    return _from_words(re.split(r"[\s-]+", match["words"].lower()))


def _from_numeral(written: str) -> float | None:
    digits = written.replace(",", "")
    return float(digits) if len(digits) <= 20 else None


def _from_words(words: list[str]) -> float:
    """Standard reading: small words add up, "hundred" multiplies the part, "thousand" and above close it."""
    total, part = 0.0, 0.0
    for word in words:
        value, kind = _word_values().get(word), _kind_of().get(word)
        if value is None:
            continue
        if kind == "fraction":
            part = value
        elif kind == "scale" and value >= 1000:
            total, part = total + (part or 1.0) * value, 0.0
        elif kind == "scale":
            part = (part or 1.0) * value
        elif kind == "small":
            part += value
    return total + part


def _join_ranges(text: str, singles: list[Number]) -> list[Number]:
    joined: list[Number] = []
    for one in singles:
        if joined and _is_range(text, joined[-1], one):
            first = joined.pop()
            low = _scaled_like(text, first, one)
            one = Number(Span(first.span.start, one.span.end), low, one.value)  # noqa: PLW2901
        joined.append(one)
    return joined


def _is_range(text: str, first: Number, second: Number) -> bool:
    link = text[first.span.end : second.span.start]
    if first.high is not None or not RANGE_LINK.fullmatch(link) or _scaled_like(text, first, second) >= second.value:
        return False
    if link.strip() == "and":
        return bool(RANGE_OPENS.search(text, max(0, first.span.start - 12), first.span.start))
    return True


def _scaled_like(text: str, first: Number, second: Number) -> float:
    """In "two to three million" the first number is in millions too."""
    words = re.findall(r"[a-z]+", text[second.span.start : second.span.end].lower())
    scale = _word_values().get(words[-1], 1.0) if words and _kind_of().get(words[-1]) == "scale" else 1.0
    own = re.findall(r"[a-z]+", text[first.span.start : first.span.end].lower())
    bare = not (own and _kind_of().get(own[-1]) == "scale")
    return first.value * scale if bare and first.value < scale else first.value


# ---------------------------------------------------------------- bounds


@cache
def _bounds(side: str) -> tuple[re.Pattern[str], dict[str, Bound]]:
    rows = {row["phrase"]: cast(Bound, row["bound"]) for row in table("bounds") if row["side"] == side}
    either = "|".join(re.escape(phrase) for phrase in sorted(rows, key=len, reverse=True))
    money = r"(?:[$€£]|US\$|EUR|USD|GBP)?"
    before, after = rf"(?i)\b({either})\s+(?:the\s+)?{OPENERS}{money}\Z", rf"(?i)\s*,?\s*({either})\b"
    return re.compile(before if side == "before" else after), rows


def without_bound(before: str) -> str:
    """The words before a number without those that bound it ("casualties are upwards of" -> "casualties are")."""
    pattern, _ = _bounds("before")
    found = pattern.search(before, max(0, len(before) - 40))
    return (before[: found.start()] if found else before).rstrip()


def _bound(text: str, number: Number) -> Bound:
    pattern, bounds = _bounds("before")
    found = pattern.search(text, max(0, number.span.start - 40), number.span.start)
    if found:
        return bounds[found[1].lower()]
    pattern, bounds = _bounds("after")
    found = pattern.match(text, number.span.end)
    return bounds[found[1].lower()] if found else number.bound
