"""A person, a body or a party: what was said over time, by claim; where they stand and stood; who quotes them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from onrecord.model import KnownName
from onrecord.parties.countries import among
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import Evidence
from onrecord.publish.paging import Paged, paged
from onrecord.publish.quotes import Quote, quote, quotes
from onrecord.publish.rendering import render
from onrecord.publish.words import STANCES
from onrecord.store import claims as held_claims
from onrecord.store import names, party_merges, said
from onrecord.store.names import HeardAs
from onrecord.store.said import Utterance
from onrecord.text.letters import oddities

LATEST = 1_000  # statements that are looked at
POSITIONS = 6_000
GROUPS = 10  # claims on a page
QUOTES = 3  # of one claim
CHANGES = 8
OFFICES = 12
MOUTHS = 30
OUTLETS = 20
MERGES = 30
_NO_STAND = ("relays", "other")


class Stand(NamedTuple):
    """Where one stood on a claim from a day on, and a statement that shows it."""

    stance: str
    on: str | None
    statement: str | None


@dataclass(frozen=True, slots=True)
class Turn:
    """A position that changed; the quotations are None where no statement shows it."""

    claim: str
    wording: str
    before: Stand
    after: Stand
    quotes: tuple[Quote | None, Quote | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Group:
    """What was said on a claim: where it stands, some of the words, and how many more there are."""

    claim: str
    wording: str
    status: str
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Quoting:
    """An outlet that quotes somebody: how often, how often by way of others, in copies, and since when."""

    outlet: str
    times: int
    relayed: int
    copied: int
    since: str | None


def party_page(conn: sqlite3.Connection, to: Addresses, name: str, *, page: str = "") -> str | None:
    """The page of a person, a body or a party; None where nobody of that name is on record."""
    total = said.counted(conn, name)
    if not total:
        return None
    words = said.of_name(conn, name, LATEST)
    known = names.named(conn, name) or KnownName(name, "person", None, total, "")
    stands = stands_of(conn, known, words)
    changed = turned(stands)
    by_claim = grouped(words)
    at = paged(page, len(by_claim), size=GROUPS)
    values = {
        "name": name,
        "kind": known.kind,
        "odd": oddities(name),
        "total": total,
        "looked_at": len(words),
        "articles": len({one.article for one in words}),
        "groups": groups(conn, by_claim, at),
        "at": at,
        "loose": sum(one.claim is None for one in words),
        "counts": counts(stands),
        "claims": len(stands),
        "turned": changed,
        "turns": turns(conn, changed[:CHANGES]) if at.number == 1 else (),
        "quoting": quoting(words),
        **_names(conn, known),
    }
    return render("speaker.html", to, values)


def pages_of(conn: sqlite3.Connection, name: str) -> int:
    """How many pages there are of a name."""
    return paged("", len(grouped(said.of_name(conn, name, LATEST))), size=GROUPS).pages


def _names(conn: sqlite3.Connection, known: KnownName) -> dict[str, object]:
    """What is known of the name itself: other names, offices, who speaks for it, and what it may stand for besides."""
    parties = names.speaks_for(conn, known.name)
    return {
        "parties": [(party, times) for party, times in parties if party != known.name][:8],
        "two": known.kind == "person" and len({party for party, _ in parties}) > 1,
        "among": among(known.name),
        "offices": names.offices(conn, known.name, OFFICES),
        "mouths": _by_name(names.mouths(conn, known.name, MOUTHS)),
        "merges": party_merges.merges_of(conn, known.name)[:MERGES],
    }


def _by_name(heard: Iterable[HeardAs]) -> list[tuple[str, int, list[HeardAs]]]:
    """(name, statements, offices) of those who speak for a party."""
    found: dict[str, list[HeardAs]] = {}
    for one in heard:
        found.setdefault(one.name, []).append(one)
    return [(name, sum(one.statements for one in several), several) for name, several in found.items()]


def grouped(words: Sequence[Utterance]) -> list[tuple[str, list[Utterance]]]:
    """(claim, what was said on it, latest first), the claim that was last spoken to first."""
    found: dict[str, list[Utterance]] = {}
    for one in words:
        if one.claim:
            found.setdefault(one.claim, []).append(one)
    return list(found.items())


def groups(conn: sqlite3.Connection, by_claim: Sequence[tuple[str, list[Utterance]]], at: Paged) -> list[Group]:
    """The claims of a page with what was said on them."""
    shown = by_claim[at.offset : at.offset + at.size]
    claims = {one.id: one for one in held_claims.by_ids(conn, (claim for claim, _ in shown))}
    around = evidence.by_ids(conn, [one.id for _, several in shown for one in _telling(several)])
    found = []
    for claim, several in shown:
        some = [around.statements[one.id] for one in _telling(several) if one.id in around.statements]
        told = quotes(some, around)[::-1][:QUOTES]
        more = max(0, len(several) - sum(1 + len(one.also) for one in told))
        held = claims.get(claim)
        if held:
            found.append(Group(claim, held.wording, held.status, told, more))
    return found


def _telling(several: Sequence[Utterance]) -> list[Utterance]:
    """Some of what was said on a claim: of each stance the latest, and then the latest."""
    first = {one.stance: one for one in reversed(several)}
    return list({one.id: one for one in (*first.values(), *several)}.values())[: 2 * QUOTES]


def stands_of(conn: sqlite3.Connection, known: KnownName, words: Sequence[Utterance]) -> dict[str, tuple[Stand, ...]]:
    """{claim: where one stood, in order of time}: a party by its positions, a person by what he or she said."""
    found: dict[str, list[Stand]] = {}
    if known.kind == "party":
        for held in said.positions(conn, known.name, POSITIONS):
            found.setdefault(held.claim, []).append(Stand(held.stance, held.on, held.statement))
    if not found:
        for one in reversed(words):
            if one.claim and one.day and one.stance not in _NO_STAND:
                found.setdefault(one.claim, []).append(Stand(one.stance, one.day, one.id))
    return {claim: _changes(several) for claim, several in found.items()}


def _changes(several: Sequence[Stand]) -> tuple[Stand, ...]:
    """Without those that repeat the one before."""
    if len(several) == 1:  # nearly all
        return (several[0],)
    return tuple(one for n, one in enumerate(several) if n == 0 or several[n - 1].stance != one.stance)


def counts(stands: dict[str, tuple[Stand, ...]]) -> list[tuple[str, int]]:
    """(stance, claims on which it is held now), in the order of the marks."""
    held = Counter(several[-1].stance for several in stands.values() if several)
    return [(term.key, held[term.key]) for term in STANCES if held[term.key]]


def turned(stands: dict[str, tuple[Stand, ...]]) -> list[Turn]:
    """Every change of a position, the latest first; those of no known day last."""
    found = [Turn(claim, "", before, after) for claim, several in stands.items() for before, after in pairwise(several)]
    return sorted(found, key=lambda one: (one.after.on or "", one.claim), reverse=True)


def turns(conn: sqlite3.Connection, several: Sequence[Turn]) -> list[Turn]:
    """The changes with the words that show them."""
    wordings = {one.id: one.wording for one in held_claims.by_ids(conn, (one.claim for one in several))}
    ids = [at.statement for one in several for at in (one.before, one.after) if at.statement]
    around = evidence.by_ids(conn, ids)
    return [
        Turn(
            one.claim,
            wordings.get(one.claim, ""),
            one.before,
            one.after,
            (_shown(one.before, around), _shown(one.after, around)),
        )
        for one in several
    ]


def _shown(at: Stand, around: Evidence) -> Quote | None:
    held = around.statements.get(at.statement or "")
    return quote(held, around) if held else None


def quoting(words: Iterable[Utterance]) -> list[Quoting]:
    """The outlets that quote somebody, most often first."""
    held: dict[str, list[Utterance]] = {}
    for one in words:
        held.setdefault(one.outlet, []).append(one)
    found = [
        Quoting(
            outlet,
            len(several),
            sum(bool(one.relayed) for one in several),
            sum(bool(one.copied) for one in several),
            min((one.day for one in several if one.day), default=None),
        )
        for outlet, several in held.items()
    ]
    return sorted(found, key=lambda one: (-one.times, one.outlet))[:OUTLETS]
