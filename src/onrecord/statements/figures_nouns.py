"""The noun a number counts: the head of the phrase that the number opens, in the plural."""

from __future__ import annotations

import re
from functools import cache

from onrecord.knowledge.tables import table

NP_WORDS = 5  # a counted noun stands within so many words after its number
GAP = re.compile(r"[\s-]+")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
SMALL_WORDS = (
    "of in to from who whom whose that which were was is are be been being have has had will would can "
    "could may might must should shall do does did and or but nor for on at by with within without into "
    "onto over under than as if when while because so yet not no it its he she they we you i his her their "
    "our my this these those there the a an still between before after since until during against about "
    "more less later ago then also now too near per up down out them us him both all each every any some "
    "such only just even already through across others always perhaps besides sometimes afterwards towards "
    "among amid amongst despite around off back away toward outside inside behind below above beyond along like "
    "including following indoors outdoors overseas upstairs downstairs says said "
    "stands remains includes covers refers means seems appears comes goes contains represents exceeds reflects "
    "yes ours theirs plus minus versus whereas times"
)
FUNCTION_WORDS = frozenset(SMALL_WORDS.split())
NOT_PLURAL = re.compile(r"(?:ss|us|is|['’]s|ous|ics)\Z")
MEN = re.compile(r"[a-z]{2,}(?<!speci)(?<!acu)(?<!abdo)(?<!regi)(?:men|people|children|folk)")
OF_TIME = re.compile(r"(?:days|weeks|months|years|hours|minutes)['’]\Z")


def counted_noun(text: str, at: int, *, beyond: str = "") -> tuple[str, int] | None:
    """The first plural noun from ``at`` on, or the one it leads up to ("sports clubs"), and where it ends.

    ``beyond``: a first word that may count by itself; only a plural after it is wanted ("police officers").
    """
    found: tuple[str, int] | None = None
    for nth, (word, end) in enumerate(_phrase(text, at)):
        folded = word.lower()
        plural = is_plural(folded) or folded in invariable()
        if beyond and nth == 0:
            found = None
        elif plural:
            found = _named(word), end
            if word[0].islower() and folded not in _leading():
                return found
        elif found or beyond:
            return found
    return found


@cache
def _leading() -> frozenset[str]:
    return frozenset(row["word"] for row in table("leading_plurals")) | frozenset(invariable())


def _named(word: str) -> str:
    return invariable().get(word.lower()) or word.rstrip("'’")


@cache
def invariable() -> dict[str, str]:
    """Units of the table that are nouns of one word: they count without an s."""
    rows = [row for row in table("units") if row["side"] == "after"]
    return {row["written"]: row["unit"] for row in rows if re.fullmatch(r"[a-z]{3,}", row["written"])}


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if OF_TIME.search(word):
        return True
    return bool(MEN.fullmatch(word)) or (word.endswith("s") and len(word) > 3 and not NOT_PLURAL.search(word))


def _phrase(text: str, at: int) -> list[tuple[str, int]]:
    """The words from ``at`` on, up to the next function word or mark, each with its end."""
    words: list[tuple[str, int]] = []
    while len(words) < NP_WORDS:
        gap = GAP.match(text, at)
        word = WORD.match(text, gap.end()) if gap else None
        if word is None or word.group().lower() in FUNCTION_WORDS:
            break
        words.append((word.group(), word.end()))
        at = word.end()
    return words
