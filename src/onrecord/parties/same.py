"""Which names are one party's: spelling, short forms, initials, and the bodies that are the state itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.parties.countries import country_named, is_demonym
from onrecord.parties.names import Names, heads
from onrecord.text.likeness import words

SEVERAL = ";"
OFFICE = re.compile(r"^(?P<body>[\w’' ]+?) (?:of|for) (?:the )?(?P<land>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)$")


@cache
def bodies(kind: str) -> frozenset[str]:
    """The nouns of one kind in the table of bodies: "state", "office", "body", "firm", "outlet", "name"."""
    return frozenset(row["noun"] for row in table("bodies") if row["kind"] == kind)


def parts(party: str) -> list[str]:
    """The parties that one name joins: "United States; NATO" are two."""
    return [part.strip() for part in party.split(SEVERAL) if part.strip()]


def same_names(counts: Mapping[str, int]) -> dict[str, str]:
    """For each name the one it is settled under, followed through to its end; ``counts``: how often each is used."""
    names = Names(counts)
    step = {name: _settled(name, names) for name in sorted(counts)}
    return {name: _followed(name, step) for name in step}


def _followed(name: str, step: Mapping[str, str]) -> str:
    seen = [name]
    while step.get(seen[-1], seen[-1]) not in seen:
        seen.append(step[seen[-1]])
    return seen[-1]


def _settled(name: str, names: Names) -> str:
    return country_named(name) or _state(name, names) or _longer(name, names) or _spelled(name, names)


def _state(name: str, names: Names) -> str | None:
    """The country for its government, army or ministry, where the country is known or is a party of the record too."""
    office = OFFICE.match(name)
    if office and _is_state(office["body"]):
        return _country(office["land"], names)
    tokens = name.split()
    for size in range(min(3, len(tokens)), 0, -1):
        land = _country(" ".join(tokens[:size]), names)
        if land and land != name and (size == len(tokens) or _is_state(" ".join(tokens[size:]))):
            return land
    return None


def _country(name: str, names: Names) -> str | None:
    bare = re.sub(r"[’']s?$", "", name)
    known = country_named(bare) or (bare if bare in names.counts and len(bare.split()) == 1 else None)
    return known or next((other for other in names.beginning(bare) if is_demonym(bare, other)), None)


def _is_state(body: str) -> bool:
    plain = body.casefold().removeprefix("the ")
    return plain in bodies("state") or plain.split()[-1] in bodies("state")


def _longer(name: str, names: Names) -> str | None:
    """The one full name that this is a short form of: initials, a firm without its last word, a body's last words."""
    short = words(name)
    if not short:
        return None
    first, last = names.first(short[0]), names.last(short[-1])
    found = {other for other in (*first, *last, *names.initials(_letters(name))) if _short_for(name, other)}
    if len(found) != 1:
        return None
    (full,) = found
    rivals = [other for other in first if other != name]
    return full if _initials(name, full) or len(short) > 1 or set(rivals) <= found else None


def _short_for(name: str, full: str) -> bool:
    short, long = words(name), words(full)
    if not short or len(short) >= len(long):
        return False
    if long[: len(short)] == short:
        return all(word in bodies("firm") | bodies("name") for word in long[len(short) :])
    if long[-len(short) :] == short:
        return short[-1] in bodies("body") or " ".join(short[-2:]) in bodies("body")
    return _initials(name, full)


def _initials(name: str, full: str) -> bool:
    letters = name.replace(".", "")
    return len(letters) >= 2 and letters.isupper() and _letters(name) == heads(words(full))


def _letters(name: str) -> str:
    return name.replace(".", "").casefold()


def _spelled(name: str, names: Names) -> str:
    """The commonest of the names that differ only in case and punctuation."""
    return min(names.alike(name), key=lambda other: (-names.counts[other], other), default=name)
