"""What a number counts: the unit beside it, or the one its context gives where none is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from onrecord.knowledge.tables import table
from onrecord.model import Figure
from onrecord.text.numbers import Number, find_numbers

NP_WORDS = 5  # a counted noun stands within so many words after its number
LOOK_ON = 90
MANY = 2000  # numbers of one text that help to name a unit
LARGE = 1000  # smaller numbers without a unit are too many things
WORD = re.compile(r"[^\W\d_][\w'’-]*")
SMALL_WORDS = (
    "of in to from who whom whose that which were was is are be been being have has had will would can "
    "could may might must should shall do does did and or but nor for on at by with within without into "
    "onto over under than as if when while because so yet not no it its he she they we you i his her their "
    "our my this these those there the a an still between before after since until during against about "
    "more less later ago then also now too near per up down out them us him both all each every any some "
    "such only just even already through across "
)
FUNCTION_WORDS = frozenset(SMALL_WORDS.split())
NOT_PLURAL = re.compile(r"(?:ss|us|is|['’]s|ous|ics)\Z")
UP_TO_NOUN = re.compile(r"\A\s*(?:[\d,.]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)\s+")
PER = re.compile(r"\s+(?:per|in each|in every|for each|for every)\s+([a-z]+)")
COUNT_OF = re.compile(r"\b(?:number|count|tally|total|list|share|figure)s? of ((?:[a-z]+ ){0,2}?[a-z]{3,}s)\b", re.I)
PART_OF_WHOLE = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|his|her|their|those|these|our)\s+", re.I)
PART_OF_THEM = re.compile(r"\s+of\s+(?:them|us|those|these|whom|which)\b", re.I)


def unit_of(text: str, number: Number, found: Sequence[Figure]) -> str | None:
    """The unit of ``number``: written, or that of the figures ``found`` before it, or what the whole text suggests."""
    return _unit(text, number) or _unit_before(found, text, number) or _unit_elsewhere(text, number)


@cache
def _units(side: str) -> dict[str, str]:
    return {row["written"]: row["unit"] for row in table("units") if row["side"] == side}


@cache
def _after_pattern(side: str) -> re.Pattern[str]:
    either = "|".join(re.escape(one) for one in sorted(_units(side), key=len, reverse=True))
    return re.compile(rf"\s*-?\s*({either})(?!\w)")


def written_after(after: str) -> str | None:
    """The unit that stands right after a number: a sign, a measure, or a word for what became of people."""
    for side in ("after", "state"):
        found = _after_pattern(side).match(after)
        if found:
            return _units(side)[found[1]]
    return None


def currency_before(text: str, number: Number) -> str | None:
    """The currency whose sign stands right before a number."""
    before = text[max(0, number.span.start - 5) : number.span.start].rstrip()
    signs = sorted(_units("before"), key=len, reverse=True)
    return next((_units("before")[sign] for sign in signs if before.endswith(sign)), None)


def _unit(text: str, number: Number) -> str | None:
    """The unit as written beside the number, or None where only the context has it."""
    currency = currency_before(text, number)
    if currency:
        return currency
    after = text[number.span.end : number.span.end + LOOK_ON]
    after = re.sub(r"\A\s+or\s+(?:more|so|fewer|less|above)\b", "", after)
    if PART_OF_THEM.match(after):
        return None
    whole = PART_OF_WHOLE.match(after)
    after = f" {UP_TO_NOUN.sub('', after[whole.end() :])}" if whole else re.sub(r"\A\s+of(?=\s+\w)", "", after)
    noun = written_after(after) or _counted_noun(after)
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
