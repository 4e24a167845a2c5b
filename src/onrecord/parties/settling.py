"""Each statement's party under the one name it has in the whole record."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import PartyNames, Statement
from onrecord.parties.lending import by_role, surnames
from onrecord.parties.ruled import ruled
from onrecord.parties.same import parts, same_names

MOST = 0.75  # share of a person's other statements that must agree before one without a party takes theirs


def settle_parties(statements: Sequence[Statement], *, names: PartyNames | None = None) -> dict[str, str]:
    """{statement id: party}, only where a party is known; the order of the statements is no matter.

    A statement for two parties ("United States; NATO") keeps both names, each settled. A named person whose party one
    article does not give takes the one that other articles give, if they agree. ``names``: people's word on them.
    """
    given = {one.id: _plain(one.speaker.party) for one in statements if one.speaker.party}
    same = same_names(Counter(part for party in given.values() for part in parts(party)))
    same = ruled(same, names or PartyNames())
    settled = {which: "; ".join(dict.fromkeys(same[part] for part in parts(given[which]))) for which in sorted(given)}
    whose = _by_person(statements, settled)
    lent = {
        one.id: whose[one.speaker.name] for one in statements if one.id not in settled and one.speaker.name in whose
    }
    taken = surnames(statements, whose) | lent
    roles = by_role(statements, settled | taken)
    return {which: party for which, party in sorted((settled | taken | roles).items()) if party}


def _plain(name: str | None) -> str:
    """A name without article, possessive and doubled spaces."""
    spaced = " ".join((name or "").split())
    return re.sub(r"^the (?=\S)|[’']s$", "", spaced)


def _by_person(statements: Iterable[Statement], settled: Mapping[str, str]) -> dict[str, str]:
    """The party of each person with a full name on which the articles that give one agree, or nearly all."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in statements:
        if one.id in settled and one.speaker.name and " " in one.speaker.name:
            found[one.speaker.name][settled[one.id]] += 1
    best = {name: min(parties, key=lambda party: (-parties[party], party)) for name, parties in found.items()}
    return {name: party for name, party in best.items() if found[name][party] >= MOST * found[name].total()}
