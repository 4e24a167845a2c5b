"""Reads whole days, year and all, off short lines of a page ("Posted 5. März 2021", "2020年7月12日", "03/04/2021").

Any language of the tables. Numbers only where a year of four digits stands with them; what can be two days says both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, NamedTuple, TypeAlias
from unicodedata import decimal

from onrecord.knowledge.tables import table
from onrecord.text.dates_resolve import make_date

Label: TypeAlias = Literal["published", "modified", "other", "none"]

YEARS = (1990, 2100)
LONGEST = 400
BUDDHIST = 543  # Thai years count from the Buddha
LABEL_REACH = 32

WORD = r"(?P<word>[ก-๛]{1,3}\.[ก-๛]{1,2}|[^\d\s.,;:|/()\[\]<>\-]{2,20})"
DAY = r"(?P<day>\d{1,2})"
YEAR = r"(?P<year>(?:19|20|25)\d\d)(?:(?!\d)|(?=\d\d?:\d\d))"
FOUR_DIGITS = re.compile(r"[12]\d\d\d")
ALONE = r"(?!\d)(?!\s?[-–~〜～]\s?\d\d?\b(?!:))"  # "7/11-12" are two days
NOT_IN_NUMBER = r"(?<![\d.,/-])"


class LineDay(NamedTuple):
    """A whole day in a line; ``other``: the other day that the same figures can mean (day and month exchanged)."""

    day: date
    other: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """The month names in lower case: those of any language, and those that only some languages have."""

    everywhere: dict[str, int]
    somewhere: dict[tuple[str, str], int]

    def month(self, word: str, language: str | None) -> int | None:
        """The month a word names in this language, None where it names none."""
        key = word.casefold()
        return self.somewhere.get((key, language or "")) or self.everywhere.get(key)


@cache
def month_names() -> Names:
    """All names of months, English and other."""
    english = {row["name"].rstrip(".").casefold(): int(row["month"]) for row in table("months")}
    abroad = {row["name"]: int(row["month"]) for row in table("months_abroad") if not row["only"]}
    only = {
        (row["name"], code): int(row["month"])
        for row in table("months_abroad")
        if row["only"]
        for code in row["languages"].split()
    }
    return Names(abroad | english, only)


def line_days(line: str, language: str | None) -> list[LineDay]:
    """The whole days of a line in order, none overlapping. ``language``: a code of two letters, where it is known.

    Of figures alone with a slash ("03/04/2021") the first is the day, but in English the month; the other way round is
    then ``other``. In "2021-04-03" the order is plain.
    """
    line = _plain_digits(line[:LONGEST])
    if not FOUR_DIGITS.search(line):
        return []
    found = [one for pattern, read in _forms() for one in _matches(pattern, read, line, language)]
    kept: list[LineDay] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _plain_digits(line: str) -> str:
    """The line with the digits of every script as 0 to 9, none of its characters moved."""
    if line.isascii():
        return line
    return "".join(str(decimal(mark)) if mark.isdecimal() else mark for mark in line)


Read: TypeAlias = Callable[["re.Match[str]", "str | None"], "tuple[date | None, date | None]"]


def _matches(pattern: re.Pattern[str], read: Read, line: str, language: str | None) -> Iterator[LineDay]:
    for match in pattern.finditer(line):
        day, other = read(match, language)
        if day is not None:
            yield LineDay(day, other, *match.span())


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Read], ...]:
    of = r"(?:\s*(?:st|nd|rd|th|er|e|ª|º|°|a)\b|\s*\.|-)?\s*(?:de\s|of\s|di\s|da\s|tháng\s|d['’])?\s*"
    after = r"(?:\.?,?|-)\s*(?:de[l]?\s|di\s|г\.?\s)?\s*"
    written = (
        (rf"{NOT_IN_NUMBER}{DAY}{of}{WORD}{after}{YEAR}", _named),
        (rf"(?<![^\W\d_]){WORD}\.?\s+{DAY}(?:st|nd|rd|th)?(?:,|\s)\s*{YEAR}", _named),
        (rf"(?<!\d){YEAR}(?:\.|\.?\s*m\.|,|e?ko)?\s+{WORD}\.?\s+{DAY}(?!\d)", _named),
        (rf"(?<!\d){YEAR}\s*[年년]\s*(?P<month>\d{{1,2}})\s*[月월]\s*{DAY}{ALONE}", _plain),
        (rf"(?<![\d./-]){YEAR}(?P<mark>[-/.])\s?(?P<month>\d{{1,2}})(?P=mark)\s?{DAY}{ALONE}", _plain),
        (rf"{NOT_IN_NUMBER}{DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{YEAR}", _plain),
        (rf"{NOT_IN_NUMBER}{DAY}\s+tháng\s+(?P<month>\d{{1,2}}),?\s+(?:năm\s+)?{YEAR}", _plain),
        (rf"{NOT_IN_NUMBER}{DAY}\s?(?P<mark>[-/])\s?(?P<month>\d{{1,2}})\s?(?P=mark)\s?{YEAR}", _figures),
    )
    return tuple((re.compile(pattern, re.I), read) for pattern, read in written)


def _named(match: re.Match[str], language: str | None) -> tuple[date | None, date | None]:
    month = month_names().month(match["word"], language)
    return (_day(match["year"], month, match["day"]) if month else None), None


def _plain(match: re.Match[str], _: str | None) -> tuple[date | None, date | None]:
    return _day(match["year"], int(match["month"]), match["day"]), None


def _figures(match: re.Match[str], language: str | None) -> tuple[date | None, date | None]:
    first, second, year = match["day"], match["month"], match["year"]
    day_first, month_first = _day(year, int(second), first), _day(year, int(first), second)
    if language == "en":
        day_first, month_first = month_first, day_first
    return day_first or month_first, month_first if day_first and month_first != day_first else None


def _day(year: str, month: int, of_month: str) -> date | None:
    number = int(year) - (BUDDHIST if year.startswith("25") else 0)
    return make_date(number, month, int(of_month)) if YEARS[0] <= number <= YEARS[1] else None


# ---------------------------------------------------------------- what a day on a page is the day of


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = sorted((row["label"] for row in table("day_labels")), key=len, reverse=True)
    words = "|".join(re.escape(label) for label in labels)
    return re.compile(rf"(?<![^\W\d_])(?:{words})", re.I)


@cache
def _kinds() -> dict[str, Label]:
    kinds: dict[str, Label] = {"published": "published", "modified": "modified"}
    return {row["label"].casefold(): kinds.get(row["kind"], "other") for row in table("day_labels")}


def label_before(line: str, at: int) -> Label:
    """What the words right before a day say of it; "none" where they say nothing known."""
    before = line[max(0, at - LABEL_REACH) : at]
    last = None
    for match in _label_pattern().finditer(before):
        last = match
    return _kinds().get(last[0].casefold(), "none") if last else "none"
