"""Each statement's party under the one name it has in the whole record."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Statement
from onrecord.parties.same import parts, same_names


def settle_parties(statements: Sequence[Statement]) -> dict[str, str]:
    """{statement id: party}, only where a party is known; the order of the statements is no matter.

    A statement for two parties ("United States; NATO") keeps both names, each settled. A named person whose party one
    article does not give takes the only one that other articles give.
    """
    given = {one.id: _plain(one.speaker.party) for one in statements if one.speaker.party}
    whose = _by_person(statements, given)
    for one in statements:
        if one.id not in given and one.speaker.name in whose:
            given[one.id] = whose[one.speaker.name]
    same = same_names(Counter(part for party in given.values() for part in parts(party)))
    settled = {which: "; ".join(dict.fromkeys(same[part] for part in parts(given[which]))) for which in sorted(given)}
    return {which: party for which, party in settled.items() if party}


def _plain(name: str | None) -> str:
    """A name without article, possessive and doubled spaces."""
    spaced = " ".join((name or "").split())
    return re.sub(r"^the (?=\S)|[’']s$", "", spaced)


def _by_person(statements: Iterable[Statement], given: Mapping[str, str]) -> dict[str, str]:
    """The party of each person with a full name for whom all articles that give one give the same."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in statements:
        if one.id in given and one.speaker.name and " " in one.speaker.name:
            found[one.speaker.name].add(given[one.id])
    return {name: next(iter(parties)) for name, parties in found.items() if len(parties) == 1}
