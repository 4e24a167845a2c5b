"""Countries by any of their names: those of the tables, and the demonym of any other by its ending."""

from __future__ import annotations

import re
from functools import cache

from onrecord.knowledge.tables import table

DEMONYM_ENDINGS = ("ian", "ean", "an", "n", "ese", "ish", "i", "ic")


@cache
def known() -> dict[str, str]:
    """Names, demonyms, capitals and metonyms of the tables, lower case and without "the", each with its party."""
    found: dict[str, str] = {}
    for row in table("countries"):
        names = [row["country"], row["capital"], *row["demonyms"].split(","), *row["also"].split(",")]
        found |= {_key(name): row["country"] for name in names if name}
    return found | {_key(row["name"]): row["party"] for row in table("metonyms")}


@cache
def names_by_country() -> dict[str, frozenset[str]]:
    """Each country of the table with the names that mean it wherever they stand: no capitals, they are places too."""
    return {
        row["country"]: frozenset(
            n for n in (row["country"], *row["demonyms"].split(","), *row["also"].split(",")) if n
        )
        for row in table("countries")
    }


def country_named(name: str) -> str | None:
    """The party that a whole name stands for by the tables."""
    return known().get(_key(name))


def _key(name: str) -> str:
    return re.sub(r"^the ", "", name.strip().lower())


def is_demonym(word: str, country: str) -> bool:
    """True where the word is the country's name with the ending of a people: Norlander is none, Norlandian is one."""
    one, other = word.casefold(), country.casefold()
    alike = [a == b for a, b in zip(one, other, strict=False)]
    shared = alike.index(False) if False in alike else len(alike)
    if shared < 4 or len(other) - shared > 2 or not 1 <= len(one) - shared <= 3:
        return False
    return any(one[at:] in DEMONYM_ENDINGS for at in range(max(shared - 2, 3), len(one)))
