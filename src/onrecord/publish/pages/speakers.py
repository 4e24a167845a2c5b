"""Everybody on record, and one of them: what he, she or it said over time, and where they stand on each claim."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Claim, Position, Statement
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import Evidence
from onrecord.publish.quotes import quotes
from onrecord.publish.rendering import render
from onrecord.store import claims as held_claims
from onrecord.store import parties as held_parties
from onrecord.store import party_merges
from onrecord.store import statements as held_statements

MAX_NAMES = 500
MAX_STATEMENTS = 400
MAX_MERGES = 40


@dataclass(frozen=True, slots=True)
class Stance:
    """Where somebody stands on a claim now, and stood before."""

    claim: str
    wording: str
    status: str
    now: Position
    before: tuple[Position, ...]


def speakers_page(conn: sqlite3.Connection, to: Addresses) -> str:
    """Parties and the people who speak for them."""
    people = held_statements.speakers(conn)
    parties = held_parties.parties(conn)
    values = {
        "parties": parties[:MAX_NAMES],
        "people": people[:MAX_NAMES],
        "hidden": max(0, len(people) - MAX_NAMES) + max(0, len(parties) - MAX_NAMES),
    }
    return render("speakers.html", to, values)


def speaker_page(conn: sqlite3.Connection, to: Addresses, name: str) -> str | None:
    """The page of a person, a body or a party; None where nobody of that name is on record."""
    own = held_statements.of_speaker(conn, name)
    spoken_for = held_statements.of_party(conn, name)
    every = list({one.id: one for one in (*own, *spoken_for)}.values())
    if not every:
        return None
    around = evidence.of_statements(conn, every)
    said = quotes(every, around)
    claims = held_claims.by_ids(conn, around.claims.values())
    held_by = parties_of(own, around) if own else []
    values = {
        "name": name,
        "roles": [role for role, _ in Counter(one.speaker.role for one in own if one.speaker.role).most_common(4)],
        "parties": [party for party in held_by if party != name],
        "voices": Counter(one.speaker.name for one in spoken_for if one.speaker.name not in (None, name)).most_common(),
        "stances": stances(claims, [name, *held_by] if not spoken_for else [name]),
        "names": party_merges.merges_of(conn, name)[:MAX_MERGES],
        "quotes": said[::-1][:MAX_STATEMENTS],
        "wordings": {claim.id: claim.wording for claim in claims},
        "statements": len(every),
        "articles": len(around.articles),
        "hidden": max(0, len(said) - MAX_STATEMENTS),
    }
    return render("speaker.html", to, values)


def parties_of(statements: Sequence[Statement], around: Evidence) -> list[str]:
    """For whom somebody speaks, most often first."""
    found = Counter(party for party in map(around.party, statements) if party)
    return [party for party, _ in found.most_common()]


def stances(claims: Sequence[Claim], parties: Sequence[str]) -> list[Stance]:
    """Where one of the parties stands on each of the claims."""
    found = []
    for claim in claims:
        held = [at for at in claim.positions if at.party == parties[0]] or [
            at for at in claim.positions if at.party in parties
        ]
        if held:
            found.append(Stance(claim.id, claim.wording, claim.status, held[-1], tuple(held[:-1])))
    return sorted(found, key=lambda one: one.now.on or "", reverse=True)
