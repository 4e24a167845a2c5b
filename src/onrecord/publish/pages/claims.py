"""The list of claims, and the entries that other pages show of a claim."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model import Claim
from onrecord.publish.addresses import Addresses
from onrecord.publish.lanes import positions_by_party
from onrecord.publish.rendering import render
from onrecord.publish.words import STATUSES
from onrecord.store import claims as held_claims
from onrecord.store import stories as held_stories

_ORDER = {
    "withdraws": 6,
    "asserts": 0,
    "suggests": 1,
    "denies": 2,
    "doubts": 3,
    "no_evidence": 4,
    "investigating": 7,
    "cannot_confirm": 8,
    "conditional": 9,
    "no_comment": 10,
}


@dataclass(frozen=True, slots=True)
class Stand:
    """The parties that take one stance now."""

    stance: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim as lists show it."""

    id: str
    wording: str
    status: str
    since: str | None
    story: str
    story_title: str | None
    stands: tuple[Stand, ...]
    parties: int
    origins: int
    statements: int


def entry(claim: Claim, titles: Mapping[str, str]) -> Entry:
    """A claim as lists show it; ``titles`` by story id."""
    held = positions_by_party(claim.positions)
    return Entry(
        id=claim.id,
        wording=claim.wording,
        status=claim.status,
        since=claim.status_history[-1].on if claim.status_history else None,
        story=claim.story,
        story_title=titles.get(claim.story),
        stands=stands(claim),
        parties=len(held),
        origins=len({origin.party for origin in claim.origins}),
        statements=len(claim.statements),
    )


def stands(claim: Claim) -> tuple[Stand, ...]:
    """Where every party stands now, by stance: those who say so, those who say not, those who do not know."""
    now: dict[str, list[str]] = {}
    for party, positions in positions_by_party(claim.positions).items():
        now.setdefault(positions[-1].stance, []).append(party)
    return tuple(Stand(stance, tuple(now[stance])) for stance in sorted(now, key=lambda one: _ORDER.get(one, 99)))


def story_titles(conn: sqlite3.Connection) -> dict[str, str]:
    """{story id: title}."""
    return {story.id: story.title for story in held_stories.stories(conn)}


def weighty(claims: Iterable[Claim], heat: Mapping[str, float]) -> list[Claim]:
    """Claims by how many parties speak to them, then by how much is said, then by the heat of their story."""

    def weight(claim: Claim) -> tuple[int, int, float, str]:
        parties = {at.party for at in claim.positions}
        return -len(parties), -len(claim.statements), -heat.get(claim.story, 0.0), claim.id

    return sorted(claims, key=weight)


def claims_page(conn: sqlite3.Connection, to: Addresses, *, status: str) -> str:
    """Every claim, or those of one status."""
    stories = held_stories.stories(conn)
    titles = {story.id: story.title for story in stories}
    every = weighty(held_claims.claims(conn), {story.id: story.heat for story in stories})
    counts = {term.key: sum(one.status == term.key for one in every) for term in STATUSES}
    shown = [entry(one, titles) for one in every if not status or one.status == status]
    return render("claims.html", to, {"entries": shown, "counts": counts, "status": status, "every": len(every)})
