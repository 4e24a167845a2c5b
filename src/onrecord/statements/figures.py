"""The figures somebody gave: value, unit, what is counted, bound. Dates, times, ages, ordinals and names are none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from onrecord.knowledge.tables import table
from onrecord.model import Figure, Span
from onrecord.text.dates import time_mentions
from onrecord.text.numbers import Number, find_numbers

NP_WORDS = 5  # a counted noun stands within so many words after its number
OF_WORDS = 8
CLAUSE_END = re.compile(r"[.,;:!?\n\"“”]")
LOOK_BACK = 60
LOOK_ON = 90
MANY = 2000  # numbers of one text that help to name a unit
LARGE = 1000  # smaller numbers without a unit are too many things
WORD = re.compile(r"[^\W\d_][\w'’-]*")
FUNCTION_WORDS = frozenset(
    [
        "of",
        "in",
        "to",
        "from",
        "who",
        "whom",
        "whose",
        "that",
        "which",
        "were",
        "was",
        "is",
        "are",
        "be",
        "been",
        "being",
        "have",
        "has",
        "had",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "shall",
        "do",
        "does",
        "did",
        "and",
        "or",
        "but",
        "nor",
        "for",
        "on",
        "at",
        "by",
        "with",
        "within",
        "without",
        "into",
        "onto",
        "over",
        "under",
        "than",
        "as",
        "if",
        "when",
        "while",
        "because",
        "so",
        "yet",
        "not",
        "no",
        "it",
        "its",
        "he",
        "she",
        "they",
        "we",
        "you",
        "i",
        "his",
        "her",
        "their",
        "our",
        "my",
        "this",
        "these",
        "those",
        "there",
        "the",
        "a",
        "an",
        "still",
        "between",
        "before",
        "after",
        "since",
        "until",
        "during",
        "against",
        "about",
        "more",
        "less",
        "later",
        "ago",
        "then",
        "also",
        "now",
        "too",
        "near",
        "per",
        "up",
        "down",
        "out",
        "them",
        "us",
        "him",
        "both",
        "all",
        "each",
        "every",
        "any",
        "some",
        "such",
        "only",
        "just",
        "even",
        "already",
        "through",
        "across",
    ]
)
NOT_PLURAL = re.compile(r"(?:ss|us|is|['’]s|ous|ics)\Z")
TIME_OF_DAY = re.compile(r"\s*(?:[ap]\.?m\b|o['’]clock|hours\s+(?:GMT|UTC|local))|[:.]\d\d", re.I)
AGE_BEFORE = re.compile(r"\b(?:aged|age|age of|aged between)\s+\Z", re.I)
AGE_AFTER = re.compile(r"[\s-]*(?:year|month)s?[\s-]old\b", re.I)
SPELL = re.compile(r"\s+(?:days|weeks|months|years|decades|seasons|minutes|hours)\b", re.I)
AGE_APPOSED = re.compile(r"[A-Z][\w'’-]+,\s+\Z")
IDIOM_AFTER = re.compile(
    r"[\s-]*(?:times\b|(?:percentage )?points\s+(?:behind|ahead)"
    r"|\w+\s+(?:old|ago|earlier|in a row)\b"
    r"|or\s+none\b|by\s+(?:one|two|three)\b)",
    re.I,
)
UP_TO_NOUN = re.compile(r"\A\s*(?:[\d,.]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)\s+")
PER = re.compile(r"\s+(?:per|in each|in every|for each|for every)\s+([a-z]+)")
LAST_SO_MANY = re.compile(r"\b(?:past|last|next|first|coming|previous|final|for|over)\s+(?:\w+\s+)?\Z", re.I)
COUNT_OF = re.compile(r"\b(?:number|count|tally|total|list|share|figure)s? of ((?:[a-z]+ ){0,2}?[a-z]{3,}s)\b", re.I)
TOTAL_BEFORE = re.compile(r"\b(?:of|among)\s+(?:the|its|his|her|their|those|these|our|all)\s+(?:\w+\s+)?\Z", re.I)
PART_OF_WHOLE = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|his|her|their|those|these|our)\s+", re.I)
PART_OF_THEM = re.compile(r"\s+of\s+(?:them|us|those|these|whom|which)\b", re.I)


def figures_in(text: str, spans: Sequence[Span]) -> tuple[Figure, ...]:
    """The figures inside ``spans`` of ``text``, in order; the whole text helps to name a unit that is not written."""
    numbers = [one for one in find_numbers(text) if any(_inside(one.span, span) for span in spans)]
    if not numbers:
        return ()
    times = [one.span for one in time_mentions(text)]
    counted = [one for one in numbers if not _counts_nothing(text, one, times)]
    found: list[Figure] = []
    for one in counted:
        unit = _unit(text, one) or _unit_before(found, text, one) or _unit_elsewhere(text, one)
        if unit:
            found.append(Figure(one.value, unit, _of(text, one, unit, spans), one.bound, one.span, one.high))
    return tuple(found)


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


# ---------------------------------------------------------------- numbers that count nothing


def _counts_nothing(text: str, number: Number, times: Sequence[Span]) -> bool:
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
    return _currency_before(text, number) is not None or _written_after(text[number.span.end :][:20]) == "percent"


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


# ---------------------------------------------------------------- units


@cache
def _units(side: str) -> dict[str, str]:
    return {row["written"]: row["unit"] for row in table("units") if row["side"] == side}


@cache
def _after_pattern(side: str) -> re.Pattern[str]:
    either = "|".join(re.escape(one) for one in sorted(_units(side), key=len, reverse=True))
    return re.compile(rf"\s*-?\s*({either})(?!\w)")


def _written_after(after: str) -> str | None:
    for side in ("after", "state"):
        found = _after_pattern(side).match(after)
        if found:
            return _units(side)[found[1]]
    return None


def _currency_before(text: str, number: Number) -> str | None:
    before = text[max(0, number.span.start - 5) : number.span.start].rstrip()
    signs = sorted(_units("before"), key=len, reverse=True)
    return next((_units("before")[sign] for sign in signs if before.endswith(sign)), None)


def _unit(text: str, number: Number) -> str | None:
    """The unit as written beside the number, or None where only the context has it."""
    currency = _currency_before(text, number)
    if currency:
        return currency
    after = text[number.span.end : number.span.end + LOOK_ON]
    after = re.sub(r"\A\s+or\s+(?:more|so|fewer|less|above)\b", "", after)
    if PART_OF_THEM.match(after):
        return None
    whole = PART_OF_WHOLE.match(after)
    after = f" {UP_TO_NOUN.sub('', after[whole.end() :])}" if whole else re.sub(r"\A\s+of(?=\s+\w)", "", after)
    noun = _written_after(after) or _counted_noun(after)
    rate = PER.search(after) if noun else None
    return f"{noun} per {rate[1]}" if rate and after[: rate.start()].strip().endswith(str(noun)) else noun


def _counted_noun(after: str) -> str | None:
    """The first plural noun of the phrase the number opens; a people's name counts people."""
    words = list(_phrase(after))
    for at, word in enumerate(words):
        folded = word.lower()
        if folded in _units("after"):
            return _units("after")[folded]
        if _is_plural(folded):
            return _noun_or(word, words[at + 1 : at + 2])
    return None


def _noun_or(word: str, following: Sequence[str]) -> str:
    """A capitalised plural is counted ("three Veronians") or stands before the noun ("two Reuters reporters")."""
    return following[0] if word[0].isupper() and following and _is_plural(following[0].lower()) else word


def _is_plural(word: str) -> bool:
    return word.endswith("s") and len(word) > 3 and not NOT_PLURAL.search(word)


def _phrase(after: str) -> Iterator[str]:
    """The words from the number on, up to the next function word or mark."""
    at = 0
    for _ in range(NP_WORDS):
        gap = re.compile(r"[\s-]+").match(after, at)
        word = WORD.match(after, gap.end()) if gap else None
        if word is None or word.group().lower() in FUNCTION_WORDS:
            return
        yield word.group()
        at = word.end()


def _unit_before(found: Sequence[Figure], text: str, number: Number) -> str | None:
    """ "three of them", "five more": the unit of the figure before it in the same statement."""
    after = text[number.span.end : number.span.end + LOOK_ON]
    if found and (PART_OF_THEM.match(after) or re.match(r"\s+(?:more|others|of whom|on|in|at)\b", after)):
        return found[-1].unit
    if PART_OF_THEM.match(after):
        nouns = [word.group() for word in WORD.finditer(text, max(0, number.span.start - 120), number.span.start)]
        return next((word for word in reversed(nouns) if word.islower() and _is_plural(word)), None)
    return None


def _unit_elsewhere(text: str, number: Number) -> str | None:
    """A bare number: the unit the same number has elsewhere, that of the word for a count near it, or of its like."""
    others = [(one, unit) for one, unit in _with_units(text) if one.span != number.span]
    same = Counter(unit for one, unit in others if one.value == number.value)
    if same:
        return same.most_common(1)[0][0]
    return _unit_of_count(text, number) or _unit_of_like(others, number)


@lru_cache(maxsize=8)
def _with_units(text: str) -> tuple[tuple[Number, str], ...]:
    return tuple((one, unit) for one in find_numbers(text)[:MANY] if (unit := _unit(text, one)))


def _unit_of_count(text: str, number: Number) -> str | None:
    """ "The toll has risen to 19", "the number of patients at 34"."""
    start = max(text.rfind("\n", 0, number.span.start) + 1, number.span.start - LOOK_ON)
    counted = list(COUNT_OF.finditer(text, start, number.span.start))
    if counted:
        return counted[-1][1].split()[-1]
    words = [word.group().lower() for word in WORD.finditer(text, start, number.span.start)]
    return next((_units("noun")[word] for word in reversed(words) if word in _units("noun")), None)


def _unit_of_like(others: Sequence[tuple[Number, str]], number: Number) -> str | None:
    """A large bare number counts what the numbers of its size in the same article count, if they agree on it."""
    if number.value < LARGE:
        return None
    near = Counter(unit for one, unit in others if number.value / 10 <= one.value <= number.value * 10)
    return near.most_common(1)[0][0] if near and near.most_common(1)[0][1] * 2 > near.total() else None


# ---------------------------------------------------------------- what is counted


def _of(text: str, number: Number, unit: str, spans: Sequence[Span]) -> str:
    """The words after the counted noun up to a mark, a few at most; where there are none, those before the number."""
    span = next(one for one in spans if _inside(number.span, one))
    after = CLAUSE_END.split(text[number.span.end : span.end], maxsplit=1)[0]
    noun = re.search(rf"{re.escape(unit)}\b", after)
    rest = (after[noun.end() :] if noun else after).split()
    if rest:
        return " ".join(rest[:OF_WORDS])
    before = CLAUSE_END.split(text[span.start : number.span.start])[-1].split()
    return " ".join(before[-OF_WORDS:])
