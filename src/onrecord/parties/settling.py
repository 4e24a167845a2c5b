"""Each statement's party under the one name it has in the whole record."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import PartyMerge, PartyNames, Statement
from onrecord.parties.countries import body_of_office
from onrecord.parties.lending import by_itself, by_person, by_role, surnames
from onrecord.parties.names import Seen
from onrecord.parties.ruled import ruled, ruled_merges
from onrecord.parties.same import merges, parts, settled_names
from onrecord.parties.spelling import person
from onrecord.parties.voice import Voice, kinds_of, voice

OF_LAND = frozenset(("mayor", "office", "rank"))
FOR_A_BODY = frozenset(("office", "post", "voice", "rank"))
NOT_OF_THE_NAME = re.compile(r"^the (?=\S)|[’']s$")
PAST = re.compile(r"\b(?:former|ex-|late|ousted|onetime|one-time|retired)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """``parties``: of each voice, only where one is known. ``merges``: made and doubtful ones, by name."""

    parties: Mapping[Voice, str]
    merges: tuple[PartyMerge, ...]


def settle_parties(statements: Sequence[Statement], *, names: PartyNames | None = None) -> dict[str, str]:
    """{statement id: party}, only where a party is known; the order of the statements is no matter.

    ``names``: people's word on them.
    """
    return of_statements(statements, settle_names(Counter(voice(one) for one in statements), names=names).parties)


def of_statements(statements: Iterable[Statement], settled: Mapping[Voice, str]) -> dict[str, str]:
    """{statement id: party} by the parties of voices."""
    found = ((one.id, settled.get(voice(one))) for one in sorted(statements, key=lambda one: one.id))
    return {which: party for which, party in found if party}


def settle_names(voices: Mapping[Voice, int], *, names: PartyNames | None = None) -> Named:
    """The party of each voice of a record, from all of them and in how many statements each speaks.

    A voice of two parties ("United States; NATO") keeps both names, each settled. A named person whose party one
    article does not give takes the one that other articles give, if they agree.
    """
    given = {one: party for one in voices if (party := _given(one))}
    seen = _seen(voices, given)
    names = names or PartyNames()
    found = merges(seen)
    same = ruled(settled_names(seen.counts, found), names)
    settled = {one: "; ".join(dict.fromkeys(same[part] for part in parts(party))) for one, party in given.items()}
    whose = by_person(voices, settled)
    lent = {one: whose[held] for one in voices if one not in settled and (held := person(one.name or "")) in whose}
    taken = surnames(voices, whose) | by_itself(voices, settled, seen) | lent
    roles = by_role(voices, settled | taken)
    told = sorted(ruled_merges(found, names, seen.counts), key=lambda one: (one.name, -one.sure, one.party))
    return Named({one: party for one, party in (settled | taken | roles).items() if party}, tuple(told))


def settle_voices(voices: Mapping[Voice, int], *, names: PartyNames | None = None) -> dict[Voice, str]:
    """The party of each voice, only where one is known."""
    return dict(settle_names(voices, names=names).parties)


def _given(one: Voice) -> str | None:
    """The party as the article gives it, or the body of the world that the speaker's office names."""
    if one.party:
        return _plain(one.party)
    serves = one.role and not PAST.search(one.role) and kinds_of(one.role) & FOR_A_BODY
    return body_of_office(one.role) if one.role and serves else None


def _seen(voices: Mapping[Voice, int], given: Mapping[Voice, str]) -> Seen:
    counts: Counter[str] = Counter()
    mouths: defaultdict[str, set[str]] = defaultdict(set)
    lands: set[str] = set()
    for one, party in given.items():
        for part in parts(party):
            counts[part] += voices[one]
            if one.name and " " in one.name and one.name != party:
                mouths[part].add(person(one.name))
            if kinds_of(one.role or "") & OF_LAND:
                lands.add(part)
    people = {person(one.name).split()[-1] for one in voices if one.name and " " in one.name and one.name != one.party}
    held = {party: frozenset(names) for party, names in mouths.items()}
    return Seen(counts, held, frozenset(lands), frozenset(people))


def _plain(name: str | None) -> str:
    """A name without article, possessive and doubled spaces."""
    return NOT_OF_THE_NAME.sub("", " ".join((name or "").split()))
