"""Each statement's party under the one name it has in the whole record."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from onrecord.model import PartyNames, Statement
from onrecord.parties.lending import by_role, surnames
from onrecord.parties.ruled import ruled
from onrecord.parties.same import parts, same_names
from onrecord.parties.voice import Voice, voice

MOST = 0.75  # share of a person's other statements that must agree before one without a party takes theirs


def settle_parties(statements: Sequence[Statement], *, names: PartyNames | None = None) -> dict[str, str]:
    """{statement id: party}, only where a party is known; the order of the statements is no matter.

    ``names``: people's word on them.
    """
    settled = settle_voices(Counter(voice(one) for one in statements), names=names)
    found = ((one.id, settled.get(voice(one))) for one in sorted(statements, key=lambda one: one.id))
    return {which: party for which, party in found if party}


def settle_voices(voices: Mapping[Voice, int], *, names: PartyNames | None = None) -> dict[Voice, str]:
    """{voice: party}, only where a party is known, from all voices of a record and in how many statements each speaks.

    A voice of two parties ("United States; NATO") keeps both names, each settled. A named person whose party one
    article does not give takes the one that other articles give, if they agree.
    """
    given = {one: _plain(one.party) for one in voices if one.party}
    counts: Counter[str] = Counter()
    for one, party in given.items():
        for part in parts(party):
            counts[part] += voices[one]
    same = ruled(same_names(counts), names or PartyNames())
    settled = {one: "; ".join(dict.fromkeys(same[part] for part in parts(party))) for one, party in given.items()}
    whose = _by_person(voices, settled)
    lent = {one: whose[one.name] for one in voices if one not in settled and one.name in whose}
    taken = surnames(voices, whose) | lent
    roles = by_role(voices, settled | taken)
    return {one: party for one, party in (settled | taken | roles).items() if party}


def _plain(name: str | None) -> str:
    """A name without article, possessive and doubled spaces."""
    spaced = " ".join((name or "").split())
    return re.sub(r"^the (?=\S)|[’']s$", "", spaced)


def _by_person(voices: Mapping[Voice, int], settled: Mapping[Voice, str]) -> dict[str, str]:
    """The party of each person with a full name on which the articles that give one agree, or nearly all."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one, times in voices.items():
        if one in settled and one.name and " " in one.name:
            found[one.name][settled[one]] += times
    best = {name: min(parties, key=lambda party: (-parties[party], party)) for name, parties in found.items()}
    return {name: party for name, party in best.items() if found[name][party] >= MOST * found[name].total()}
