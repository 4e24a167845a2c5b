"""Parties lent from one article to another: by a surname left alone, or by an office with one holder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Statement


def surnames(statements: Sequence[Statement], whose: Mapping[str, str]) -> dict[str, str]:
    """{statement id: party} where an article knows a speaker by a surname alone, and took it for a party's name.

    Only where one person of the record has that surname, and no party but the surname itself has it in its name.
    """
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for one in statements:
        parts = (one.speaker.name or "").split()
        if len(parts) > 1:
            bearers[parts[-1]].add(one.speaker.name or "")
    named = {word for one in statements for word in (one.speaker.party or "").split() if word != one.speaker.party}
    found = {name: next(iter(people)) for name, people in bearers.items() if len(people) == 1 and name not in named}
    alone = (one for one in statements if one.speaker.name in found and one.speaker.party in (None, one.speaker.name))
    return {one.id: whose[found[one.speaker.name or ""]] for one in alone if found[one.speaker.name or ""] in whose}


def by_role(statements: Iterable[Statement], known: Mapping[str, str]) -> dict[str, str]:
    """{statement id: party} of speakers without a name whose office has one party in the whole record.

    An office of one word is many people's: "the transport minister" can be lent a party, "the minister" cannot.
    """
    statements = list(statements)
    holders: defaultdict[str, set[str | None]] = defaultdict(set)
    for one in statements:
        if one.speaker.name and one.speaker.role:
            holders[one.speaker.role.casefold()].add(known.get(one.id))
    sole = {role: next(iter(parties)) for role, parties in holders.items() if len(parties) == 1 and " " in role}
    unnamed = (one for one in statements if not one.speaker.name and one.speaker.role and one.id not in known)
    lent = ((one.id, sole.get((one.speaker.role or "").casefold())) for one in unnamed)
    return {which: party for which, party in lent if party}
