"""Are these two names of the same person or body? Gently: titles, accents, demonyms and middle names do not count."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from bench.newsroom.words import WORD

SPELLINGS = {
    "defense": "defence",
    "center": "centre",
    "labor": "labour",
    "organization": "organisation",
    "harbor": "harbour",
}
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})

Words = tuple[str, ...]


def rows(name: str) -> list[list[str]]:
    """The rows of a table beside this file."""
    lines = Path(__file__).with_name(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


@cache
def demonyms() -> dict[str, Words]:
    """Demonym -> the words of its country."""
    return {word: tuple(country.split()) for word, country in rows("demonyms")}


@cache
def name_words(*kinds: str) -> frozenset[str]:
    """Words of names that are of one of these kinds: short title, title, body, small."""
    return frozenset(word for word, kind in rows("name_words") if kind in kinds)


def titles() -> frozenset[str]:
    return name_words("short title", "title")


def plain_name(name: str | None) -> Words:
    """A name as words: no case, diacritics, brackets, 's, titles in front, or small words; demonym -> country."""
    folded = unicodedata.normalize("NFKD", (name or "").casefold().translate(LETTERS))
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    folded = re.sub(r"\([^)]*\)|['’]s\b|['’]", " ", folded)
    folded = re.sub(r"\b(\w)\.(?=\w\.)", r"\1", folded)  # u.s. -> us.
    found = without_titles([SPELLINGS.get(word, word) for word in WORD.findall(folded)])
    kept = [word for word in found if word not in name_words("small")] or found
    return tuple(part for word in kept for part in demonyms().get(word, (word,)))


def without_titles(found: list[str]) -> list[str]:
    """Drops 'Dr' and the like in front; longer titles only where a full name of a person seems to follow."""
    while len(found) > 1 and found[0] in name_words("short title"):
        found = found[1:]
    first = next((at for at, word in enumerate(found) if word not in titles()), 0)
    return found[first:] if len(found) - first > 1 and not name_words("body") & set(found) else found


def is_surname_of(short: str | None, full: str | None) -> bool:
    """True for 'Halvorsen' or 'Mr Halvorsen' beside 'Anna Halvorsen'."""
    a, b = plain_name(short), plain_name(full)
    return len(b) > 1 and a[-1:] == b[-1:] and all(word in titles() for word in a[:-1])


def same_but_for_middle(a: Words, b: Words) -> bool:
    """The same person with or without middle names."""
    if min(len(a), len(b)) < 2 or (a[0], a[-1]) != (b[0], b[-1]):
        return False
    return set(a) <= set(b) or set(b) <= set(a)


class Names:
    """Compares names; knows a newsroom's own aliases {"Norway": ["Oslo", ...]}."""

    def __init__(self, aliases: Mapping[str, Sequence[str] | str] | None = None) -> None:
        listed = [(name, [also] if isinstance(also, str) else also) for name, also in (aliases or {}).items()]
        pairs = [(name, one) for name, also in listed for one in also]
        self.demonym = dict(pair for name, one in pairs for pair in own_demonym(name, one))
        self.also: defaultdict[Words, set[Words]] = defaultdict(set)
        for name, one in pairs:
            self.also[self._sorted(one)].add(self._sorted(name))

    def _sorted(self, name: str) -> Words:
        return tuple(sorted(self.demonym.get(word, word) for word in plain_name(name)))

    def same(self, one: str | None, other: str | None) -> bool:
        """Same words in any order, an alias of the same name, or the same person with or without middle names."""
        if not one or not other:
            return not one and not other
        a, b = self._sorted(one), self._sorted(other)
        if a == b or ({a} | self.also[a]) & ({b} | self.also[b]):
            return True
        return same_but_for_middle(plain_name(one), plain_name(other))

    def same_list(self, one: Sequence[str] | None, other: Sequence[str] | None) -> bool:
        """Same names in the same order."""
        one, other = one or [], other or []
        return len(one) == len(other) and all(map(self.same, one, other))


def own_demonym(name: str, also: str) -> list[tuple[str, str]]:
    """Norwegian -> Norway, where an alias looks like one: good inside longer names too."""
    country, word = plain_name(name), plain_name(also)
    alike = len(country) == len(word) == 1 and country[0][:4] == word[0][:4]
    return [(word[0], country[0])] if alike else []
