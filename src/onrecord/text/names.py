"""Names in running text: runs of capitalised words, and what a name is without titles and possessives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Span

WORD = re.compile(r"[^\W_](?:[\w&.’'\-]*\w)?(?:\.|(?<=s)['’](?=\s))?|[,;:()]|[–—-]")
_CAP = r"[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚŹŻ]"
_NAME_WORD = rf"(?:(?:al-|el-|d['’]|O['’]|l['’])?{_CAP}[\w’'\-]*(?:\.(?=[A-Z]\b|[A-Z]\.))*\w*|{_CAP}\.)"
_LINK = (
    r"(?:of the|of|for the|for|and the|de la|de|da|do|dos|del|della|di|du|van der|van den|van|von|der|den|"
    r"bin|ibn|bint|al|el|y|&)"
)
RUN = re.compile(rf"(?<![\w’'])(?:{_NAME_WORD})(?:(?: {_LINK})? (?:{_NAME_WORD}|\d{{1,4}}(?=[ ,.]))){{0,9}}")
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_PARTICLES = frozenset(
    [
        "de",
        "la",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "du",
        "van",
        "der",
        "den",
        "von",
        "bin",
        "ibn",
        "bint",
        "al",
        "el",
        "y",
    ]
)
_NOT_NAMES = frozenset(
    [
        "insiders",
        "onlookers",
        "pals",
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
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
        "your",
        "there",
        "here",
        "in",
        "on",
        "at",
        "by",
        "to",
        "from",
        "for",
        "of",
        "with",
        "as",
        "after",
        "before",
        "when",
        "while",
        "if",
        "but",
        "and",
        "or",
        "nor",
        "so",
        "yet",
        "not",
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "what",
        "who",
        "whose",
        "which",
        "where",
        "why",
        "how",
        "some",
        "any",
        "all",
        "both",
        "each",
        "every",
        "most",
        "many",
        "several",
        "few",
        "such",
        "another",
        "other",
        "others",
        "asked",
        "according",
        "although",
        "though",
        "because",
        "since",
        "until",
        "unless",
        "once",
        "during",
        "under",
        "over",
        "about",
        "between",
        "against",
        "among",
        "despite",
        "let",
        "do",
        "does",
        "did",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "yes",
        "only",
        "even",
        "still",
        "then",
        "now",
        "today",
        "yesterday",
        "tomorrow",
        "meanwhile",
        "however",
        "instead",
        "also",
    ]
)


@cache
def title_kinds() -> dict[str, str]:
    """A title in lower case -> its kind (``knowledge/titles.tsv``)."""
    return {row["title"]: row["kind"] for row in table("titles")}


def words(text: str) -> list[str]:
    """The words of a phrase with its commas and brackets, possessives kept on the word."""
    return WORD.findall(text)


def plain(word: str) -> str:
    """A word without possessive or closing stop, in lower case."""
    return POSSESSIVE.sub("", word).rstrip(".").lower()


def is_capital(word: str) -> bool:
    """Whether a word is written as a name is."""
    first = re.sub(r"^(?:al-|el-|d['’]|l['’])", "", word)[:1]
    return first.isupper()


def is_common(word: str) -> bool:
    """Whether a word is no name though a sentence may begin with it."""
    return plain(word) in _NOT_NAMES


def is_title(word: str) -> bool:
    """Whether a word is a title of a person, singular or plural."""
    one = plain(word)
    return one in title_kinds() or (one.endswith("s") and one[:-1] in title_kinds())


def is_particle(word: str) -> bool:
    """Whether a word may stand in lower case inside a person's name."""
    return word in _PARTICLES


def runs(text: str) -> Iterator[Span]:
    """The capitalised runs of a text, without the common word that a sentence begins with."""
    for found in RUN.finditer(text):
        start, end = found.span()
        for word in re.finditer(r"\S+", found.group()):
            if not is_common(word.group()):
                break
            start = found.start() + word.end()
        while start < end and text[start].isspace():
            start += 1
        if start < end and is_capital(text[start:end]):
            yield Span(start, end)


def acronym_of(name: str) -> str:
    """The first letters of a name's capitalised words: "Norland Food Authority" -> "NFA"."""
    return "".join(word[0] for word in name.split() if word[:1].isupper())
