"""Parties lent from one article to another: by a surname left alone, or by an office with one holder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from onrecord.parties.voice import Voice


def surnames(voices: Iterable[Voice], whose: Mapping[str, str]) -> dict[Voice, str]:
    """{voice: party} where an article knows a speaker by a surname alone, and took it for a party's name.

    Only where one person of the record has that surname, and no party but the surname itself has it in its name.
    """
    voices = list(voices)
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for one in voices:
        words = (one.name or "").split()
        if len(words) > 1:
            bearers[words[-1]].add(one.name or "")
    named = {word for one in voices for word in (one.party or "").split() if word != one.party}
    found = {name: next(iter(people)) for name, people in bearers.items() if len(people) == 1 and name not in named}
    alone = (one for one in voices if one.name in found and one.party in (None, one.name))
    return {one: whose[found[one.name or ""]] for one in alone if found[one.name or ""] in whose}


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
    unnamed = (one for one in voices if not one.name and one.role and one not in known)
    lent = ((one, sole.get((one.role or "").casefold())) for one in unnamed)
    return {which: party for which, party in lent if party}
