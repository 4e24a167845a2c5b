"""Countries as a text names them: from the tables, and invented or rare ones learned from the text itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.knowledge.tables import table

_WORD = re.compile(r"\b[A-Z][a-zà-ÿ]+\b")
_STATE_WORDS = (
    r"(?:[a-z]+ |[A-Z][a-z]+ )?(?:[Gg]overnment|[Mm]inist(?:er|ry)|[Aa]rmy|[Nn]avy|[Aa]ir [Ff]orce|"
    r"[Mm]ilitary|[Pp]resident|"
    r"[Pp]remier|[Pp]arliament|[Aa]mbassador|[Ee]mbassy|[Cc]abinet|[Dd]efence [Cc]hief|"
    r"[Aa]rmed [Ff]orces|[Ss]oldiers?|[Tt]roops|[Bb]order [Gg]uards?|[Cc]oast [Gg]uard|[Gg]eneral [Ss]taff|"
    r"Supreme Court|Constitutional Court|[Cc]entral [Bb]ank|Civil \w+ (?:Service|Agency|Authority)|"
    r"(?:[Ii]ntelligence|[Ss]ecurity|[Ss]ecret) [Ss]ervice|state (?:radio|television|media|news))\b"
)
_POSSESSED = re.compile(rf"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?)['’]s? {_STATE_WORDS}")
_ATTRIBUTE = re.compile(rf"\b([A-Z][a-z]+) {_STATE_WORDS}")
_OWNED = re.compile(r"\b([A-Z][a-z]+) (?:government|army|navy|troops|soldiers|ambassador|frigates?|warships?)\b")
_ENDINGS = (
    ("ian", "ia"), ("ian", "y"), ("ian", ""), ("an", "a"), ("an", ""), ("n", ""), ("ish", ""), ("ish", "land"),
    ("ese", ""),
    ("ese", "a"), ("i", ""), ("ic", ""), ("er", ""), ("ese", "e"), ("ean", "a"), ("ean", "e"), ("ian", "e"),
)  # fmt: skip
_CAPITAL = re.compile(
    r"\b(?:the )?([A-Z][a-z]+) capital,? ([A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"|([A-Z][a-z]+(?: [A-Z][a-z]+)?), the ([A-Z][a-z]+) capital"
)


@cache
def known() -> dict[str, str]:
    """Every name, demonym and capital of the tables, lower case -> country or body it stands for."""
    found: dict[str, str] = {}
    for row in table("countries"):
        names = [row["country"], *row["demonyms"].split(","), row["capital"], *row["also"].split(",")]
        found.update({re.sub("^the ", "", name.lower()): row["country"] for name in names if name})
    found.update({re.sub("^the ", "", row["name"]).lower(): row["party"] for row in table("metonyms")})
    return found


@cache
def demonyms() -> frozenset[str]:
    """What the people of the countries of the table are called, in lower case."""
    return frozenset(word.lower() for row in table("countries") for word in row["demonyms"].split(",") if word)


@cache
def _tabled() -> frozenset[str]:
    return frozenset(known())


@dataclass(frozen=True, slots=True)
class Places:
    """What a text calls its countries: lower-case name or demonym -> country."""

    names: dict[str, str]

    def country(self, phrase: str) -> str | None:
        """The country that a word or phrase names as a whole."""
        return self.names.get(re.sub(r"(?:['’]s|['’])$", "", re.sub(r"^[Tt]he ", "", phrase.strip())).lower())

    def is_people(self, word: str) -> bool:
        """Whether a word is what somebody of a country is called ("German"), and not the country's name."""
        country = self.names.get(word.lower())
        known = word.lower() in demonyms()
        made = country is not None and country.lower() != word.lower() and word.lower() not in _tabled()
        return known or (made and word.endswith(("ian", "ish", "ese", "ean")))

    def country_in(self, phrase: str) -> str | None:
        """The first country named in a phrase, by name, demonym or capital."""
        parts = re.findall(r"[\w.’'-]*\w", phrase)
        for size in (5, 4, 3, 2, 1):
            for at in range(len(parts) - size + 1):
                name = " ".join(parts[at : at + size])
                if name[:1].isupper() and (found := self.country(name) or self.country(f"{name}.")):  # "U.S."
                    return found
        return None


def learn(text: str, dateline: str | None) -> Places:
    """The countries of a text: those of the tables, and words that are used as a country is."""
    names = dict(known())
    seen = Counter(_WORD.findall(text))
    if dateline:
        names.setdefault(dateline.lower(), dateline)
    for country in _named(text, seen):
        names.setdefault(country.lower(), country)
    for country in _shaped(text, seen):
        names.setdefault(country.lower(), country)
    for demonym, country in _demonyms(text, seen, names):
        names.setdefault(demonym.lower(), country)
        names.setdefault(country.lower(), country)
    for found in _CAPITAL.finditer(text):
        people, city = (found[1], found[2]) if found[1] else (found[4], found[3])
        if people.lower() in names:
            names.setdefault(city.lower(), names[people.lower()])
    return Places(names)


def _named(text: str, seen: Counter[str]) -> Iterator[str]:
    """ "Norland's foreign minister": what has a government is a country."""
    for found in _POSSESSED.finditer(text):
        country = re.sub(r"^(?:\w+day|On|In|But|And|The) ", "", found[1])
        if not _looks_like_demonym(country):
            yield country


def _shaped(text: str, seen: Counter[str]) -> Iterator[str]:
    """Words shaped like a country's name that stand alone, never beside another capital, and behind a preposition."""
    for word, times in seen.items():
        if times < 2 or not word.endswith(("ia", "stan", "land")) or len(word) < 6:
            continue
        beside = re.search(rf"[A-Z][\w’'-]+ {word}\b|\b{word} [A-Z]", text)
        if not beside and re.search(rf"\b(?:in|to|by|of|from|against|with) {word}\b", text):
            yield word
    for found in _OWNED.finditer(text):
        if seen[found[1]] > 1 and not _looks_like_demonym(found[1]):
            yield found[1]


def _looks_like_demonym(word: str) -> bool:
    return word.endswith(("ian", "ish", "ese"))


def _country_word(word: str, seen: Counter[str], names: dict[str, str]) -> str | None:
    """The word of the text that a demonym is made of: "Norlandish" of "Norland"."""
    for ending, instead in _ENDINGS:
        base = word[: -len(ending)] + instead
        made = word.endswith(ending) and len(base) > 3 and base in seen and base != word
        if made and (ending in ("ian", "an", "n", "ish", "ese", "ean") or base.lower() in names):
            return base
    return None


def _demonyms(text: str, seen: Counter[str], names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for word in seen:
        if word.lower() in names:
            continue
        base = _country_word(word, seen, names)
        if base is not None:
            yield word, names.get(base.lower(), base)
    for found in _ATTRIBUTE.finditer(text):
        if found[1].endswith("ian") and found[1].lower() not in names and found[1][:-1] not in ("Christia",):
            yield found[1], found[1][:-1]
