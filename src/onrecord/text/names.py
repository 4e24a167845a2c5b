"""Names in running text: runs of capitalised words, and what a name is without titles and possessives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from onrecord.knowledge.tables import table
from onrecord.model import Span

WORD = re.compile(r"[^\W_](?:[\w&.’'\-]*\w)?(?:\.|(?<=s)['’](?=\s))?|[,;:()]|[–—-]")
_I = re.compile(r"I(?:['’](?:m|d|ve|ll))?")  # a pronoun, though written like a name
_LOWER_START = re.compile(r"^(?:al-|el-|d['’]|l['’])")
_CAP = r"(?!I(?:['’]|\b)(?!\.))[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚŹŻ]"
_NAME_WORD = rf"(?:(?:al-|el-|d['’]|O['’]|l['’])?{_CAP}[\w’'\-]*(?:\.(?=[A-Z]\b|[A-Z]\.))*\w*|{_CAP}\.)"
_LINK = (
    r"(?:of the|of|for the|for|and the|de la|de|da|do|dos|del|della|di|du|van der|van den|van|von|der|den|"
    r"bin|ibn|bint|al|el|y|&)"
)
RUN = re.compile(rf"(?<![\w’'])(?:{_NAME_WORD})(?:(?: {_LINK})? (?:{_NAME_WORD}|\d{{1,4}}(?=[ ,.]))){{0,9}}")
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@cache
def _common_words() -> dict[str, str]:
    """A word that begins sentences and no names, in lower case -> its kind (``knowledge/common_words.tsv``)."""
    return {row["word"]: row["kind"] for row in table("common_words")}


@cache
def _given_names() -> dict[str, str]:
    """A given name -> "he", "she", or "" where it may be either (``knowledge/given_names.tsv``)."""
    return {row["name"]: row["pronoun"] for row in table("given_names")}


@cache
def title_kinds() -> dict[str, str]:
    """A title in lower case -> its kind (``knowledge/titles.tsv``)."""
    return {row["title"]: row["kind"] for row in table("titles")}


def words(text: str) -> list[str]:
    """The words of a phrase with its commas and brackets, possessives kept on the word."""
    return WORD.findall(text)


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word without possessive or closing stop, in lower case."""
    return POSSESSIVE.sub("", word).rstrip(".").lower()


@lru_cache(maxsize=20_000)
def is_capital(word: str) -> bool:
    """Whether a word is written as a name is."""
    first = _LOWER_START.sub("", word)[:1]
    return first.isupper() and _I.fullmatch(word) is None


def is_common(word: str) -> bool:
    """Whether a word is no name though a sentence may begin with it."""
    return _common_words().get(plain(word), "particle") != "particle"


def is_given(word: str) -> bool:
    """Whether a word is a known given name, as names write it."""
    return POSSESSIVE.sub("", word) in _given_names()


def pronoun_of_name(name: str) -> str | None:
    """ "he" or "she" where the first of several words is a given name that tells."""
    first, *more = name.split() or [""]
    return (_given_names().get(first) or None) if more else None


def is_title(word: str) -> bool:
    """Whether a word is a title of a person, singular or plural."""
    one = plain(word)
    return one in title_kinds() or (one.endswith("s") and one[:-1] in title_kinds())


def is_particle(word: str) -> bool:
    """Whether a word may stand in lower case inside a person's name."""
    return _common_words().get(word) == "particle"


def runs(text: str) -> Iterator[Span]:
    """The capitalised runs of a text, without the common word that a sentence begins with."""
    for found in RUN.finditer(text):
        start, end = found.span()
        for word in re.finditer(r"\S+", found.group()):
            if not is_common(word.group()) or (is_given(word.group()) and found.group()[word.end() :].strip()):
                break
            start = found.start() + word.end()
        while start < end and text[start].isspace():
            start += 1
        if start < end and is_capital(text[start:end]):
            yield Span(start, end)


def acronym_of(name: str) -> str:
    """The first letters of a name's capitalised words: "Norland Food Authority" -> "NFA"."""
    return "".join(word[0] for word in name.split() if word[:1].isupper())


def stands_at(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Where a word (or several) stands in ``text[start:end]`` and is no part of a longer word."""
    at = text.find(word, start, end) if word else -1
    while at >= 0:
        after = at + len(word)
        if not _is_inner(text[max(0, at - 1) : at]) and not text[after : after + 1].isalnum():
            yield at
        at = text.find(word, at + len(word), end)


def _is_inner(char: str) -> bool:
    return char.isalnum() or char in ("_", "’", "'", "-")
