"""Spellings of one name: case, accents, British and American, and the ways to write a name of another alphabet.

The letters that a romanisation may give in more than one way follow the tables of BGN/PCGN, ALA-LC and the press for
Cyrillic and Arabic: rules for letters, no list of anybody's names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from onrecord.text.likeness import words

LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
SPELLINGS = {
    "defense": "defence",
    "center": "centre",
    "labor": "labour",
    "harbor": "harbour",
    "program": "programme",
    "organization": "organisation",
}
LEGAL = frozenset(("inc", "ltd", "corp", "plc", "gmbh", "llc", "ag", "sa", "spa", "nv", "ab", "asa", "oy", "limited"))
CYRILLIC = (
    ("shch", "sh"),
    ("zh", "Z"),
    ("kh", "h"),
    ("tch", "ch"),
    ("ph", "f"),
    ("x", "ks"),
    ("tz", "ts"),
    ("w", "v"),
    ("ou", "u"),
    ("[yij]+", "i"),
    (r"\bie", "e"),
)
ARABIC = (
    (r"\b(?:al|el|ibn|bin) (?=\w)", ""),
    ("[qg]", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("[ae]i", "i"),
    ("e", "a"),
    ("o", "u"),
    (r"(.)\1+", r"\1"),
)
FROM_ARABIC = re.compile(r"q(?!u)|kh|gh|dh|\b(?:al|el|ibn|bin|abu)\b")
DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
POSSESSIVE = re.compile(r"[’'](?:s\b)?")
HELD = 400_000  # names of a large record: all are gone through in turn, so where fewer are kept none is found again
LEAST = 5  # letters below which two spellings may as well be two names


@lru_cache(maxsize=HELD)
def plain(name: str) -> str:
    """A name as its words, lower case: no accents, article, possessive or legal form; one spelling of the two."""
    folded = name.casefold()
    if not folded.isascii():
        parted = unicodedata.normalize("NFKD", folded.translate(LETTERS))
        folded = "".join(letter for letter in parted if not unicodedata.combining(letter))
    folded = folded.replace("&", " and ")
    if "." in folded:
        folded = DOTTED.sub(lambda found: found.group().replace(".", ""), folded)
    held = [SPELLINGS.get(word, word) for word in words(POSSESSIVE.sub("", folded))]
    held = [word for word in held if word != "the"] or held
    while len(held) > 1 and held[-1] in LEGAL:
        held = held[:-1]
    return " ".join(held)


@lru_cache(maxsize=HELD)
def romanised(name: str) -> str:
    """A name in one of the ways to write its Cyrillic letters."""
    return _by(CYRILLIC, plain(name))


@lru_cache(maxsize=HELD)
def sound(name: str) -> str:
    """The same for all spellings of one name; names that are not one may share it."""
    return _by(ARABIC, romanised(name))


def _by(rules: tuple[tuple[str, str], ...], text: str) -> str:
    for pattern, instead in _compiled(rules):
        text = pattern.sub(instead, text)
    return text


@cache
def _compiled(rules: tuple[tuple[str, str], ...]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), instead) for pattern, instead in rules]


def one_spelling(one: str, other: str) -> tuple[float, str] | None:
    """How sure it is that two names with one sound are one name, 0 to 1, and why; None where they have not."""
    if plain(one) == plain(other):
        return 0.97, "one spelling of"
    if sound(one) != sound(other):
        return None
    long = min(len(plain(one)), len(plain(other))) >= LEAST
    if romanised(one) == romanised(other) and long:
        return 0.85, "another way to write"
    if long and any(FROM_ARABIC.search(plain(name)) for name in (one, other)):
        return 0.85, "another way to write"
    return 0.7, "sounds like"


@lru_cache(maxsize=HELD)
def person(name: str) -> str:
    """A person's name without initials in the middle, written one way: "Ada J. Brook" is Ada Brook."""
    first, *rest = romanised(name).split() or [""]
    return " ".join([first, *(word for word in rest[:-1] if len(word) > 1), *rest[-1:]])
