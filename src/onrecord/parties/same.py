"""Which names are one party's: what tables tell, the state's own bodies, spelling, short forms. Each merge says why.

A name's merges depend only on the names that share a key with it, never on the rest of a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from onrecord.model import MERGED, PartyMerge
from onrecord.parties.countries import among, country_named, fixed, is_demonym, tabled, world_body
from onrecord.parties.names import Names, Seen
from onrecord.parties.short import Guess, bodies, longer, one_land
from onrecord.parties.spelling import one_spelling, plain, sound

SEVERAL = ";"
POSSESSIVE = re.compile(r"[’']s?$")
OFFICE = re.compile(r"^(?P<body>[\w’' ]+?) (?:of|for) (?:the )?(?P<land>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)$")


def parts(party: str) -> list[str]:
    """The parties that one name joins: "United States; NATO" are two."""
    return [part.strip() for part in party.split(SEVERAL) if part.strip()]


def merges(seen: Seen) -> list[PartyMerge]:
    """For each name what it may be another name of: one merge that is sure enough to be made, or the doubtful ones."""
    names = Names(seen)
    return [one for name in sorted(seen.counts) for one in _judged(name, names)]


def settled_names(counts: Iterable[str], found: Iterable[PartyMerge]) -> dict[str, str]:
    """For each name the one it is settled under, the merges that are made followed through to their end."""
    step = {one.name: one.party for one in found if one.made}
    return {name: _followed(name, step) for name in counts}


def _followed(name: str, step: Mapping[str, str]) -> str:
    seen = [name]
    while step.get(seen[-1], seen[-1]) not in seen:
        seen.append(step[seen[-1]])
    return seen[-1]


def _judged(name: str, names: Names) -> list[PartyMerge]:
    doubtful: dict[str, PartyMerge] = {}
    for party, sure, why in _guesses(name, names):
        one = PartyMerge(name, party, round(sure, 2), why)
        if one.made:
            return [one] if party != name else []
        if party != name:
            doubtful.setdefault(party, one)
    return list(doubtful.values())


def _guesses(name: str, names: Names) -> Iterator[Guess]:
    """What a name may be, what is surest first; a guess that it is itself ends the search."""
    if (found := tabled(name)) is not None:
        yield found
    yield from _world(name, names)
    yield from _shared(name, names)
    yield from _state(name, names)
    yield from sorted(longer(name, names), key=lambda one: (-one[1], one[0]))
    yield from one_land(name, names)
    yield from _spelled(name, names)


def _world(name: str, names: Names) -> Iterator[Guess]:
    """A body of the world goes by the name that is used most for it."""
    body = world_body(name)
    if body is not None:
        used = names.at("table", body)
        best = min(used, key=lambda other: (-names.counts[other], other != body, other))
        yield body if body in fixed() else best, 1.0, "another name of"


def _shared(name: str, names: Names) -> Iterator[Guess]:
    """ "Brussels": the European Union or Belgium, whichever the record has."""
    likely = among(name)
    there = [party for party in likely if names.at("table", party) or party in names.counts]
    for party in there or likely[:1]:
        by_itself = len(there) == 1 and party == likely[0]
        yield party, 0.8 if by_itself else 0.5, "stands for" if by_itself else "may stand for"


def _state(name: str, names: Names) -> Iterator[Guess]:
    """The country for its government, army or ministry, where the country is known or is a party of the record too."""
    office = OFFICE.match(name) if " of " in name or " for " in name else None
    if office and _is_state(office["body"]) and (land := _country(office["land"], names)):
        yield land, 0.95, "part of the state"
    tokens = name.split()
    for size in range(min(3, len(tokens)), 0, -1):
        land = _country(" ".join(tokens[:size]), names)
        if land and land != name and size == len(tokens):
            # Brennan is a person's name too, unless somebody speaks for Brenn as one does for a state.
            yield land, 0.9 if land in names.seen.lands else 0.7, "the people of"
        elif land and land != name and _is_state(" ".join(tokens[size:])):
            yield land, 0.95, "part of the state"


def _country(name: str, names: Names) -> str | None:
    bare = POSSESSIVE.sub("", name)
    if (known := country_named(bare)) is not None:
        return known
    lands = names.beginning(bare) if " " not in bare else ()
    people = next((other for other in lands if is_demonym(bare, other)), None)
    return people or (bare if bare in names.counts and len(bare.split()) == 1 else None)


def _is_state(body: str) -> bool:
    """ "Foreign Ministry", "Ministry of Foreign Affairs", "government"."""
    bare = body.casefold().removeprefix("the ")
    ends = (bare, bare.split()[-1], re.split(" (?:of|for) ", bare)[0])
    return any(end in bodies("state") for end in ends)


def _spelled(name: str, names: Names) -> Iterator[Guess]:
    """The commonest of the spellings of one name."""
    sounding = names.at("sound", sound(name))
    alike = {other: found for other in sounding if (found := one_spelling(name, other))}
    sure = [other for other, (by, _) in alike.items() if by >= MERGED]
    best = min(sure, key=lambda other: (-names.counts[other], other), default=name)
    if best != name:
        yield best, *alike[best]
    for other, (by, why) in sorted(alike.items()):
        if by < MERGED and names.counts[other] >= names.counts[name] and plain(other) != plain(name):
            yield other, by, why
