"""Short forms of given names: "Bill Brook" is the William Brook whom the article names."""

from __future__ import annotations

from functools import cache

from onrecord.knowledge.tables import table


@cache
def _long_forms() -> dict[str, frozenset[str]]:
    """A short form -> the names it may stand for (``knowledge/short_names.tsv``)."""
    rows = table("short_names")
    return {row["short"]: frozenset(one["long"] for one in rows if one["short"] == row["short"]) for row in rows}


def is_short_of(short: str, given: str) -> bool:
    """Whether a given name is a short form of another."""
    return given in _long_forms().get(short, ())


def whose_short(name: str, people: list[str]) -> str | None:
    """The one of these full names that a name with a short form stands for: "Bill Brook" is William Brook."""
    first, _, rest = name.partition(" ")
    surname = rest.rsplit(maxsplit=1)[-1:]
    alike = [one for one in people if is_short_of(first, one.split()[0]) and (not rest or one.split()[-1:] == surname)]
    return alike[0] if len(alike) == 1 else None
