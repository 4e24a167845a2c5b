"""Numbers that are names, codes or talk: "gate 3", "Apollo 11", telephone numbers, scores, ranks, "the two of them"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.statements.figures_units import measures
from onrecord.text.numbers import Number

LOOK_BACK = 60
SMALL = 10  # "the three agreed" points back; "the 18,000" tells a count
CALL = re.compile(
    r"(?:\b(?:call|phone|dial|ring|tel|telephone|fax|hotline|helpline|whatsapp|line)\b[^.,;\n]{0,15}|\+\d*[\s-]?)\Z",
    re.I,
)
CODE = re.compile(r"0[0-9]")
PLAYED = re.compile(
    r"\b(?:won|win|wins|lost|lose|beat|beaten|drew|draw|led|lead|trailed|voted?|victory|defeat|score[ds]?|finished)\b",
    re.I,
)
RANK = re.compile(r"(?:\b(?:the|a|its|his|her|their|our|into|in|among|of|nation|world)|['’]s)\s+top\s+\Z", re.I)
EVENT_AFTER = re.compile(
    r"\s*(?:m|met(?:re|er)s?|yards?)\s+(?:freestyle|backstroke|breaststroke|butterfly|medley|hurdles|steeplechase|relay|sprint)\b",
    re.I,
)
NUMBERING = re.compile(r"\b(?:now|dead|missing|injured|wounded|they|who|which|that|[a-z]{3,}s)\s+number\s\Z", re.I)
BODY_OF = re.compile(r"\b(?:Group|Gang|Council|Committee|House|Band|Club|Company) of\s+(?:the\s+)?\Z")
AFTER_NAME = re.compile(r"(?:\A|[\s(“\"])((?:[a-z]?[A-Z][\w&’'-]*))\s\Z")
IDIOM_AFTER = re.compile(
    r"[\s-]*(?:times\b|fold\b|(?:percentage )?points\s+(?:behind|ahead)|or\s+none\b|by\s+(?:one|two|three|four)\b)",
    re.I,
)
POINTS_BACK = re.compile(
    r"\b(?:the|these|those|all|both|other|any|which|us|them|you|we)\s+(?:first\s+|last\s+|other\s+)?\Z", re.I
)
PAIR = re.compile(
    r"(?:\b(?:the|these|those|his|her|its|their|our|my|your)|['’]s)\s+(?:own\s+|other\s+|first\s+|last\s+|same\s+)?\Z",
    re.I,
)
# What is said of "two cities" by the way is seldom that they are two.
IN_TWO = re.compile(r"\b(?:in|from|on|between|through|across)\s+\Z", re.I)
AFTER_PART = re.compile(r"\s+(?:or|more|of)\b", re.I)
ADDRESS = re.compile(
    r"\s+block\s+of\b"
    r"|\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Drive|Boulevard|Blvd|Lane|Way|Court|Place|Square)\b"
)
EMERGENCY = re.compile(r"(?:911|999|112|000)(?=\s+(?:call|dispatch|emergency|operator|line)\w*\b)")
SENTENCE_OPENS = re.compile(r"(?:\A|[.!?:;\n—–-]\s*|[\"“‘'(\[]\s?)\Z")
ITEM = re.compile(r"\)\s")
OR_TWO = re.compile(r"\b(?:an?|one)\s+[\w-]+\s+or\s\Z", re.I)
VERB_LIKE = re.compile(
    r"(?:\b(?:to|will|would|can|could|may|might|must|should|they|we|you|I|and|that|which|who)|s)\s+\Z", re.I
)


def is_name(text: str, numbers: Sequence[Number], at: int, unit: str | None) -> bool:
    """Whether ``numbers[at]`` of ``text`` names or points to something instead of counting it."""
    number = numbers[at]
    start, end = number.span
    before, after = text[max(0, start - LOOK_BACK) : start], text[end : end + LOOK_BACK]
    if (
        any(one.match(after) for one in (IDIOM_AFTER, EVENT_AFTER, ADDRESS))
        or RANK.search(before)
        or BODY_OF.search(before)
    ):
        return True
    if OR_TWO.search(before) or (ITEM.match(after) and "(" not in before[-LOOK_BACK // 2 :]):
        return True
    if _is_code(text, numbers, at, unit) or _is_numbered(before, unit) or _is_points_back(number, unit, before, after):
        return True
    written = text[start:end]
    return _is_title(written, before, unit) or _is_channel(written, before, unit) or _is_proper(written, before, unit)


def _is_code(text: str, numbers: Sequence[Number], at: int, unit: str | None) -> bool:
    """A telephone number, a score ("3-1"), or a number with a slash or only a space between it and another."""
    start, end = numbers[at].span
    if (
        CODE.match(text, start)
        or EMERGENCY.match(text, start)
        or text[end : end + 1] == "/"
        or text[max(0, start - 1) : start] == "/"
    ):
        return True
    if unit is None and CALL.search(text, max(0, start - LOOK_BACK), start) and numbers[at].value >= 10:
        return True
    if numbers[at].high is not None:
        return _is_played(text, start, end)
    return any(_glued(text, numbers, pair) for pair in ((at - 1, at), (at, at + 1)))


def _is_played(text: str, start: int, end: int) -> bool:
    written = re.fullmatch(r"[0-9]{1,3}[-–][0-9]{1,3}", text[start:end])
    return bool(written and PLAYED.search(text, max(0, start - LOOK_BACK), start))


def _glued(text: str, numbers: Sequence[Number], pair: tuple[int, int]) -> bool:
    """Whether two numbers stand side by side with a hyphen between them, or as numerals with a space."""
    if pair[0] < 0 or pair[1] >= len(numbers):
        return False
    one, other = (numbers[index].span for index in pair)
    link = text[one.end : min(other.start, one.end + 3)]
    numerals = text[other.start].isdecimal() and text[one.end - 1].isdecimal()
    is_year = re.fullmatch(r"(?:1[89]|20)[0-9]{2}", text[slice(*one)])
    return other.start - one.end <= 1 and numerals and link in ("-", "–", " ", "\u00a0") and not is_year


@cache
def _numbered() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("numbered_things"))


def _is_numbered(before: str, unit: str | None) -> bool:
    """After a noun that takes a number for a name ("gate 3", "gates two and three"), not after a verb ("house 40")."""
    words = [(word.group().lower(), word.start()) for word in re.finditer(r"\w+", before)][-4:]
    if not words or not re.search(r"[\s.]\Z", before) or NUMBERING.search(before):
        return False
    last, at = words[-1]
    if last == "and" and len(words) > 2:
        return words[-3][0] in _numbered() and words[-3][0].endswith("s")
    measured = unit in measures()
    is_verb = unit is not None and before[at].islower() and VERB_LIKE.search(before[:at])
    return last in _numbered() and not is_verb and not measured


def _is_points_back(number: Number, unit: str | None, before: str, after: str) -> bool:
    """ "The two men", "her two sons", "all three": known before. "In two cities" tells where."""
    if number.value == 2 and number.high is None and number.unit is None:
        pair = PAIR.search(before) or (IN_TWO.search(before) and unit is not None and number.bound == "exact")
        if pair and not AFTER_PART.match(after):
            return True
    return unit is None and number.value <= SMALL and bool(POINTS_BACK.search(before))


def _is_title(written: str, before: str, unit: str | None) -> bool:
    """A word of number with a capital inside a sentence: "the Three Gorges", "the Big Three"."""
    if not written[0].isupper() or SENTENCE_OPENS.search(before):
        return False
    words = before.split()
    return unit is None or not words[-1][0].isupper()


def _is_channel(written: str, before: str, unit: str | None) -> bool:
    """Between two words with a capital: "Wave 3 News"."""
    plain = re.fullmatch(r"[0-9]{1,4}", written)
    return bool(plain and unit and unit[0].isupper() and AFTER_NAME.search(before))


def _is_proper(written: str, before: str, unit: str | None) -> bool:
    """ "Apollo 11", "the iPhone 15": a plain numeral after a name, with nothing that it could count."""
    if unit is not None or not re.fullmatch(r"[0-9]{1,4}", written):
        return False
    name = AFTER_NAME.search(before)
    return bool(name) and not re.search(r"(?:\A|[.!?:;“\"]\s*)\Z", before[: name.start(1)] if name else "")
