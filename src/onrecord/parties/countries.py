"""Countries and the world's bodies by any of their names, and the demonym of any other country by its ending."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from onrecord.knowledge.tables import table

SWALLOWED = frozenset("aeiouy")  # letters at the end of a country that its people may lack
DEMONYM_ENDINGS = ("ian", "ean", "an", "n", "ese", "ish", "i", "ic")

LONGEST = 30  # words of a role that are looked at
MOST_WORDS = 8  # of a body's name

Reason = tuple[str, float, str]  # party, how sure (0 to 1), why


@cache
def known() -> Mapping[str, Reason]:
    """Names, demonyms, capitals and metonyms of the tables, lower case and without "the", each with its party."""
    found: dict[str, Reason] = {}
    for row in table("countries"):
        country = row["country"]
        found |= {_key(name): (country, 0.9, "the capital, for the government of") for name in _names(row, "capital")}
        for name in _names(row, "demonyms"):
            found |= dict.fromkeys((_key(name), f"{_key(name)}s"), (country, 0.95, "the people of"))
        found |= {_key(name): (country, 1.0, "another name of") for name in _names(row, "country", "also")}
    for row in table("metonyms"):
        found[_key(row["name"])] = (row["party"], 0.95, "stands for")
    return found


@cache
def fixed() -> frozenset[str]:
    """The parties that go by one name in every record: countries, and what metonyms stand for."""
    return frozenset(party for party, _, _ in known().values())


@cache
def world_bodies() -> Mapping[str, str]:
    """All names of the world's bodies, lower case and without "the", each with the name the table gives it."""
    return {_key(name): row["body"] for row in table("world_bodies") for name in _names(row, "body", "acronym", "also")}


@cache
def offices() -> Mapping[str, str]:
    """Offices that one body of the world has and no other, in lower case, each with its body."""
    return {office.casefold(): row["body"] for row in table("world_bodies") for office in _names(row, "offices")}


@cache
def shared_names() -> Mapping[str, tuple[str, ...]]:
    """Names that stand for one of several parties, lower case: which, the text around must tell."""
    return {_key(row["name"]): tuple(row["parties"].split(",")) for row in table("shared_names")}


@cache
def names_by_country() -> dict[str, frozenset[str]]:
    """Each country of the table with the names that mean it wherever they stand: no capitals, they are places too."""
    return {row["country"]: frozenset(_names(row, "country", "demonyms", "also")) for row in table("countries")}


def country_named(name: str) -> str | None:
    """The party that a whole name stands for by the tables."""
    found = known().get(_key(name))
    return found[0] if found else None


def tabled(name: str) -> Reason | None:
    """The party that a whole name stands for by the tables of countries, how sure that is, and why."""
    return known().get(_key(name))


def world_body(name: str) -> str | None:
    """The body of the world that a whole name means."""
    return world_bodies().get(_key(name))


def among(name: str) -> tuple[str, ...]:
    """The parties of which a name may mean any."""
    return shared_names().get(_key(name), ())


def body_of_office(role: str) -> str | None:
    """The body of the world that a role names: "IAEA director general", "EU foreign policy chief"."""
    plain = role.strip().casefold()
    if plain in offices():
        return offices()[plain]
    # A name in lower case is a word: "who", "eu" is not how anybody writes a body.
    named = (run for run in _runs(role) if run[:1].isupper() and _is_written(run))
    return next((found for run in named if (found := world_body(run))), None)


def _runs(role: str) -> Iterator[str]:
    """The runs of words of a role, the longest first."""
    tokens = re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", role)[:LONGEST]
    for size in range(min(MOST_WORDS, len(tokens)), 0, -1):
        for at in range(len(tokens) - size + 1):
            yield " ".join(tokens[at : at + size])


def _is_written(name: str) -> bool:
    return name.isupper() or sum(letter.isupper() for letter in name) > 1 or len(name) > 3


def _names(row: Mapping[str, str], *columns: str) -> list[str]:
    return [name.strip() for column in columns for name in row[column].split(",") if name.strip()]


def _key(name: str) -> str:
    return name.strip().lower().removeprefix("the ")


def is_demonym(word: str, country: str) -> bool:
    """True where the word is the country's name with the ending of a people: Norlander is none, Norlandian is one."""
    one, other = word.casefold(), country.casefold()
    alike = [a == b for a, b in zip(one, other, strict=False)]
    shared = alike.index(False) if False in alike else len(alike)
    if shared < 4 or not 1 <= len(one) - shared <= 3 or not set(other[shared:]) <= SWALLOWED or len(other) - shared > 2:
        return False
    # One letter may stand between: Panama-n-ian.
    return any(one[at:] in DEMONYM_ENDINGS for at in range(max(shared - 2, 3), min(len(one), shared + 2)))
