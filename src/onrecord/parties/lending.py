"""Parties lent from one article to another: by a person's name, a surname left alone, an office with one holder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from onrecord.parties.names import Seen
from onrecord.parties.spelling import person, plain, romanised
from onrecord.parties.voice import Voice, kinds_of

MOST = 0.75  # share of a person's other statements that must agree before one without a party takes theirs
FOR_NOBODY = frozenset(("calling", "kin", "honorific"))


def by_person(voices: Mapping[Voice, int], settled: Mapping[Voice, str]) -> dict[str, str]:
    """The party of each person with a full name on which the articles that give one agree, or nearly all.

    By the name written one way. None for a name that one article gives to an official and another to a private
    person: they are two.
    """
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for one, times in voices.items():
        if one.name and " " in one.name:
            roles[person(one.name)].add(one.role or "")
            if one in settled:
                found[person(one.name)][settled[one]] += times
    best = {name: _agreed(parties) for name, parties in found.items() if not _are_two(roles[name])}
    return {name: party for name, party in best.items() if party}


def _agreed(found: Counter[str]) -> str | None:
    """The party that nearly all give; a last name alone stands for the full name among them that ends with it."""
    if len(found) == 1:
        return next(iter(found))
    joined: Counter[str] = Counter()
    for party, times in found.items():
        longer = [other for other in found if plain(other).endswith(f" {plain(party)}")]
        joined[longer[0] if len(longer) == 1 else party] += times
    best = min(joined, key=lambda party: (-joined[party], party))
    return best if joined[best] >= MOST * joined.total() else None


def _are_two(roles: Iterable[str]) -> bool:
    kinds = [found for role in roles if (found := kinds_of(role))]
    return any(one <= FOR_NOBODY for one in kinds) and any(one & {"office", "rank", "voice"} for one in kinds)


def surnames(voices: Iterable[Voice], whose: Mapping[str, str]) -> dict[Voice, str]:
    """{voice: party} where an article knows a speaker by a surname alone, and took it for a party's name.

    Only where one person of the record has that surname, and no party but the surname itself has it in its name.
    ``whose``: by person.
    """
    voices = list(voices)
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name in {one.name for one in voices if one.name}:
        if " " in name:
            bearers[person(name).split()[-1]].add(person(name))
    named = {word for party in {one.party for one in voices if one.party} for word in _inside(party)}
    found = {name: next(iter(people)) for name, people in bearers.items() if len(people) == 1 and name not in named}
    alone = ((one, found.get(person(one.name))) for one in voices if one.name and one.party in (None, one.name))
    return {one: whose[full] for one, full in alone if full and full in whose}


def _inside(party: str) -> list[str]:
    words = romanised(party).split()
    return words if len(words) > 1 else []


def by_itself(voices: Iterable[Voice], settled: Mapping[Voice, str], seen: Seen) -> dict[Voice, str]:
    """{voice: party} of names without a party that are, in other articles, a party that speaks itself."""
    own = {plain(one.name): settled[one] for one in settled if one.name and one.name == one.party}
    unknown = (one for one in voices if one.name and not one.party and one not in settled)
    known = ((one, own.get(plain(one.name or ""))) for one in unknown)
    return {one: party for one, party in known if party and not seen.is_surname(one.name or "")}


def by_role(voices: Iterable[Voice], known: Mapping[Voice, str]) -> dict[Voice, str]:
    """{voice: party} of speakers without a name whose office has one party in the whole record.

    An office of one word is many people's: "the transport minister" can be lent a party, "the minister" cannot.
    """
    voices = list(voices)
    holders: defaultdict[str, set[str | None]] = defaultdict(set)
    for one in voices:
        if one.name and one.role:
            holders[one.role.casefold()].add(known.get(one))
    sole = {role: next(iter(parties)) for role, parties in holders.items() if len(parties) == 1 and " " in role}
    return {one: party for one, party in _of_office(voices, sole) if party and one not in known}


def _of_office(voices: Iterable[Voice], sole: Mapping[str, str | None]) -> Iterator[tuple[Voice, str | None]]:
    return ((one, sole.get(one.role.casefold())) for one in voices if one.role and not one.name)
