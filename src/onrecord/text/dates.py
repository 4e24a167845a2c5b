"""Finds where a text speaks of a time, as exactly as it is written: nothing is added to what the words say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from onrecord.knowledge.tables import table
from onrecord.model import Span

Unit: TypeAlias = Literal["day", "week", "month", "year"]
Lean: TypeAlias = Literal["past", "future", "open"]
Base: TypeAlias = Literal["anchor", "scene"]
Match: TypeAlias = "re.Match[str]"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A place in a text that names a time.

    Either parts of a date (``year`` ``month`` ``day`` 1-based, ``weekday`` 0 = Monday), or a ``shift`` of so many
    ``unit`` from ``base``: the day of writing ("anchor": yesterday) or the day last spoken of ("scene": the next day).
    ``until`` is the (month, day) a range ends on. ``lean``: whether the words themselves point back or ahead.
    ``counted``: the words count ("a week ago"), and do not name the whole of a week or month ("last week").
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    until: tuple[int, int] | None = None
    shift: int | None = None
    unit: Unit = "day"
    base: Base = "anchor"
    lean: Lean = "open"
    counted: bool = False

    @property
    def names_day(self) -> bool:
        """Whether the words pin down one day, given a day to count from."""
        if self.shift is not None:
            return self.unit == "day"
        return self.until is None and (self.day is not None or (self.weekday is not None and self.month is None))


@lru_cache(maxsize=64)
def time_mentions(text: str) -> tuple[TimeMention, ...]:
    """All mentions of a time in ``text``, in order, none overlapping: of two at one place the longer one."""
    found = sorted(_all_mentions(text), key=lambda one: (one.span.start, -one.span.end))
    kept: list[TimeMention] = []
    for one in found:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(kept)


def _all_mentions(text: str) -> Iterator[TimeMention]:
    signs = _signs_in(text)
    for pattern, read, needed in _readers():
        for match in pattern.finditer(text) if needed <= signs else ():
            mention = read(match)
            if mention is not None:
                yield replace(mention, span=Span(*match.span()))


# ---------------------------------------------------------------- what a form cannot do without

DIGIT = re.compile(r"\d")
ANY_YEAR = re.compile(r"(?:1[89]|20)\d\d")
UNITS = ("day", "week", "month", "year")
SIDES = ("ago", "earlier", "before", "later", "after")


def _signs_in(text: str) -> frozenset[str]:
    """Which of the things that forms need stand in a text: most paragraphs are spared most of the patterns."""
    found = [sign for sign, words in _named_signs() if _holds(text, words)]
    if DIGIT.search(text):
        found += ["digit", "year"] if ANY_YEAR.search(text) else ["digit"]
    small = _small(text)
    found += [sign for sign, words in _small_signs() if _holds(small, words)]
    return frozenset(found)


def _holds(text: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110 - a generator costs more than the search
        if word in text:
            return True
    return False


def _small(text: str) -> str:
    """Small letters as patterns without case see them: four signs beyond ASCII are an i, an s and a k to them."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()


@cache
def _named_signs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    months = [row["name"] for row in table("months")]
    days = list(_weekdays())
    return tuple(
        (sign, _shortest([*names, *map(str.upper, names)])) for sign, names in (("month", months), ("weekday", days))
    )


@cache
def _small_signs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("phrase", _shortest(_shifts())), ("unit", UNITS), ("side", SIDES)


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """The words that hold no other of them: one of these stands wherever any does."""
    unique = set(words)
    return tuple(sorted(one for one in unique if not any(other in one for other in unique - {one})))


# ---------------------------------------------------------------- how dates are written

YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d%])(?![.,:/]\d)"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%])(?![.,:/]\d)"
UNTIL = DAY.replace("<day>", "<until_day>")
TO = r"(?:\s*[-–—]\s*|\s+(?:and|to|until|till|through)\s+)"
SPAN_WORD = r"(?:\b(?:between|from)\s+)"
PART_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime|noon|midday))?"
BEFORE_MONTH = (
    r"(?P<lean>last|next|this|that|early|late|mid|since|in|of|until|till|by|from|through|throughout|before|after|during"
    r"|early in|late in|end of|beginning of|middle of|start of)"
)
BEFORE_YEAR = r"(?:in|since|until|till|by|from|of|during|before|after|early|late|through|throughout|for|mid)"
DATED_WORK = "memoir|autobiography|book|interview|speech|address|article|column|essay|letter|report|documentary"
BEFORE_WEEKDAY = (
    r"(?:(?P<lean>last|this past|past|next|this coming|coming|this|(?:the )?following|(?:the )?previous)\s+)?"
)
# "Two days after the fire" counts from the fire, and we do not know its day.
NO_NOUN = r"(?:(?<!before)(?<!after)|(?=\s*(?:[.,;:)\n]|\Z)))"
AHEAD = frozenset({"next", "this coming", "coming", "following", "the following"})
BACK = frozenset({"last", "this past", "past", "previous", "the previous"})


@cache
def _months() -> dict[str, int]:
    return {row["name"].rstrip("."): int(row["month"]) for row in table("months")}


def _month_names() -> str:
    """Alternatives for a regex, longest first; a full stop belongs to a short form alone, never to the sentence."""
    names = {row["name"] for row in table("months")}
    both = sorted(names | {name.upper() for name in names if len(name) > 4}, key=len, reverse=True)
    return "|".join(re.escape(name) for name in both)


@cache
def _weekdays() -> dict[str, int]:
    return {row["name"]: int(row["weekday"]) for row in table("weekdays")}


@cache
def small_numbers() -> dict[str, int]:
    """Small numbers by their words, with the article for one."""
    words = {row["word"]: int(row["value"]) for row in table("number_words") if row["kind"] == "small"}
    return words | {"a": 1, "an": 1}


@cache
def _shifts() -> dict[str, dict[str, str]]:
    return {row["phrase"]: row for row in table("relative_days")}


@cache
def _readers() -> tuple[tuple[re.Pattern[str], Callable[[Match], TimeMention | None], frozenset[str]], ...]:
    """Every form with its reader and the signs without which it cannot stand in a text."""
    month = rf"(?P<month>(?:{_month_names()})(?!\w))"
    until_month = month.replace("<month>", "<until_month>")
    days = "|".join(_weekdays())
    weekday = rf"(?P<weekday>\b(?:{days}|{days.upper()}))"
    on = rf"(?:{weekday}{PART_OF_DAY},?\s+(?:the\s+)?)?"
    tail = rf"(?:,?\s+{YEAR})?"
    phrases = "|".join(re.escape(phrase) for phrase in sorted(_shifts(), key=len, reverse=True))
    counts = "|".join(small_numbers())
    written: tuple[tuple[str, Callable[[Match], TimeMention | None], str], ...] = (
        (rf"(?<![\d.-]){YEAR}[-/](?P<month>0?[1-9]|1[0-2])[-/]{_iso_day()}", _numeric, "year"),
        (rf"(?<![\d.]){_iso_day()}\.(?P<month>0?[1-9]|1[0-2])\.{YEAR}", _numeric, "year"),
        (rf"(?<![\d/])(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{YEAR}", _slashed, "year"),
        (rf"{SPAN_WORD}?\b{month}\s+{DAY}{TO}(?:{until_month}\s+)?{UNTIL}{tail}", _range, "month digit"),
        (rf"{SPAN_WORD}?(?<![\d.,])\b{DAY}(?:\s+{month})?{TO}{UNTIL}\s+{until_month}{tail}", _range, "month digit"),
        (rf"{on}(?<![\d.,])\b{DAY}(?:\s+of)?\s+{month}{tail}", _written, "month digit"),
        (rf"{on}\b{month}\s+(?:the\s+)?{DAY}{tail}", _written, "month digit"),
        (rf"\b{month},?\s+(?:of\s+)?{YEAR}", _written, "month year"),
        (rf"{BEFORE_WEEKDAY}{weekday}\b(?!s\b){PART_OF_DAY}", _weekday, "weekday"),
        (rf"(?i:\b{BEFORE_MONTH}[\s-]+){month}(?!\.?\s+\d)", _month, "month"),
        (rf"(?i:\b{BEFORE_YEAR})[\s-]+{YEAR}", _written, "year"),
        (rf"(?i:\bin (?:an?|his|her|its|their|the)) {YEAR}(?=\s(?:\w+\s)?(?:{DATED_WORK})\b)", _written, "year"),
        (rf"(?i)\b(?:(?<!\w )|(?-i:(?=[a-z])))(?P<phrase>{phrases})\b{NO_NOUN}", _relative, "phrase"),
        (
            rf"(?i)\b(?P<count>\d{{1,3}}|{counts})\s+(?P<unit>day|week|month|year)s?\s+(?P<side>ago|earlier|before|later|after)\b{NO_NOUN}",
            _counted,
            "unit side",
        ),
    )
    return tuple((re.compile(pattern), read, frozenset(needed.split())) for pattern, read, needed in written)


def _iso_day() -> str:
    return r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"


# ---------------------------------------------------------------- readers of one form each

NOWHERE = Span(0, 0)


def _part(match: Match, name: str) -> int | None:
    value = match.groupdict().get(name)
    return int(value) if value else None


def _month_of(word: str | None) -> int | None:
    return _months().get(word.rstrip(".").capitalize()) if word else None


def _numeric(match: Match) -> TimeMention:
    return TimeMention(NOWHERE, year=_part(match, "year"), month=_part(match, "month"), day=_part(match, "day"))


def _slashed(match: Match) -> TimeMention | None:
    """3/4/2026 is a day in March or April, nobody can tell: only the year is sure."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first == second and 1 <= first <= 12:
        return TimeMention(NOWHERE, year=year, month=first, day=first)
    if 1 <= first <= 12 and 12 < second <= 31:
        return TimeMention(NOWHERE, year=year, month=first, day=second)
    if 1 <= second <= 12 and 12 < first <= 31:
        return TimeMention(NOWHERE, year=year, month=second, day=first)
    return TimeMention(NOWHERE, year=year) if 1 <= first <= 12 and 1 <= second <= 12 else None


def _range(match: Match) -> TimeMention | None:
    first, last = _month_of(match["month"]), _month_of(match["until_month"])
    start, end = first or last, last or first
    if start is None or end is None:
        return None
    until = (end, int(match["until_day"]))
    return TimeMention(NOWHERE, year=_part(match, "year"), month=start, day=int(match["day"]), until=until)


def _written(match: Match) -> TimeMention:
    found = match.groupdict()
    weekday = found.get("weekday")
    return TimeMention(
        NOWHERE,
        year=_part(match, "year"),
        month=_month_of(found.get("month")),
        day=_part(match, "day"),
        weekday=_weekdays()[weekday.capitalize()] if weekday else None,
    )


def _lean(match: Match) -> Lean:
    word = (match["lean"] or "").lower()
    if word in AHEAD:
        return "future"
    return "past" if word in BACK else "open"


def _weekday(match: Match) -> TimeMention:
    return TimeMention(NOWHERE, weekday=_weekdays()[match["weekday"].capitalize()], lean=_lean(match))


def _month(match: Match) -> TimeMention:
    return TimeMention(NOWHERE, month=_month_of(match["month"]), lean=_lean(match))


def _relative(match: Match) -> TimeMention:
    row = _shifts()[match["phrase"].lower()]
    return _shifted(int(row["shift"]), row["unit"], row["base"])


def _counted(match: Match) -> TimeMention:
    word, side = match["count"].lower(), match["side"].lower()
    count = int(word) if word.isdecimal() else small_numbers()[word]
    back = side in ("ago", "earlier", "before")
    shifted = _shifted(-count if back else count, match["unit"].lower(), "anchor" if side == "ago" else "scene")
    return replace(shifted, counted=True)


def _shifted(shift: int, unit: str, base: str) -> TimeMention:
    units: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
    lean: Lean = "past" if shift < 0 else "future" if shift > 0 else "open"
    return TimeMention(NOWHERE, shift=shift, unit=units[unit], base="scene" if base == "scene" else "anchor", lean=lean)
