"""Which names are one party's: spelling, short forms, initials, and the bodies that are the state itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.parties.countries import country_named, is_demonym
from onrecord.text.likeness import words

SEVERAL = ";"
OFFICE = re.compile(r"^(?P<body>[\w’' ]+?) (?:of|for) (?:the )?(?P<land>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)$")
LITTLE = frozenset(("of", "the", "for", "and"))


@cache
def bodies(kind: str) -> frozenset[str]:
    """The nouns of one kind in the table of bodies: "state", "office", "body", "firm", "outlet", "name"."""
    return frozenset(row["noun"] for row in table("bodies") if row["kind"] == kind)


def parts(party: str) -> list[str]:
    """The parties that one name joins: "United States; NATO" are two."""
    return [part.strip() for part in party.split(SEVERAL) if part.strip()]


def same_names(counts: Mapping[str, int]) -> dict[str, str]:
    """For each name the one it is settled under, followed through to its end; ``counts``: how often each is used."""
    step = {name: _settled(name, counts) for name in sorted(counts)}
    return {name: _followed(name, step) for name in step}


def _followed(name: str, step: Mapping[str, str]) -> str:
    seen = [name]
    while step.get(seen[-1], seen[-1]) not in seen:
        seen.append(step[seen[-1]])
    return seen[-1]


def _settled(name: str, counts: Mapping[str, int]) -> str:
    return country_named(name) or _state(name, counts) or _longer(name, counts) or _spelled(name, counts)


def _state(name: str, counts: Mapping[str, int]) -> str | None:
    """The country for its government, army or ministry, where the country is known or is a party of the record too."""
    office = OFFICE.match(name)
    if office and _is_state(office["body"]):
        return _country(office["land"], counts)
    tokens = name.split()
    for size in range(min(3, len(tokens)), 0, -1):
        land = _country(" ".join(tokens[:size]), counts)
        if land and land != name and (size == len(tokens) or _is_state(" ".join(tokens[size:]))):
            return land
    return None


def _country(name: str, counts: Mapping[str, int]) -> str | None:
    bare = re.sub(r"[’']s?$", "", name)
    known = country_named(bare) or (bare if bare in counts and len(bare.split()) == 1 else None)
    return known or next((other for other in sorted(counts) if is_demonym(bare, other)), None)


def _is_state(body: str) -> bool:
    plain = body.casefold().removeprefix("the ")
    return plain in bodies("state") or plain.split()[-1] in bodies("state")


def _longer(name: str, counts: Mapping[str, int]) -> str | None:
    """The one full name that this is a short form of: initials, a firm without its last word, a body's last words."""
    full = [other for other in sorted(counts) if _short_for(name, other)]
    if len(full) != 1:
        return None
    rivals = [other for other in counts if other != name and words(other)[:1] == words(name)[:1]]
    return full[0] if _initials(name, full[0]) or len(words(name)) > 1 or set(rivals) <= set(full) else None


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
    heads = "".join(word[0] for word in words(full) if word not in LITTLE)
    return len(letters) >= 2 and letters.isupper() and letters.casefold() == heads


def _spelled(name: str, counts: Mapping[str, int]) -> str:
    """The commonest of the names that differ only in case and punctuation."""
    alike = [other for other in counts if words(other) == words(name)]
    return min(alike, key=lambda other: (-counts[other], other), default=name)
