"""The list of claims, and the entries that other pages show of a claim."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.judging import decided
from onrecord.model import Claim
from onrecord.publish.addresses import Addresses
from onrecord.publish.lanes import positions_by_party
from onrecord.publish.paging import Paged, paged
from onrecord.publish.rendering import render
from onrecord.publish.words import STATUSES
from onrecord.store import claim_lists
from onrecord.store import claims as held_claims

SHOWN = 30  # claims on a page
CHANGE = "change"
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
    """A claim as lists show it. ``by_word``: how many of its origins are so because a person said so."""

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
    by_word: int = 0


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
        by_word=len({origin.party for origin in claim.origins if decided(origin.why)}),
    )


def entries(conn: sqlite3.Connection, ids: Iterable[str]) -> list[Entry]:
    """Claims as lists show them, in that order; unknown ids are left out."""
    found = held_claims.by_ids(conn, ids)
    titles = claim_lists.titles(conn, {one.story for one in found})
    return [entry(one, titles) for one in found]


def stands(claim: Claim) -> tuple[Stand, ...]:
    """Where every party stands now, by stance: those who say so, those who say not, those who do not know."""
    now: dict[str, list[str]] = {}
    for party, positions in positions_by_party(claim.positions).items():
        now.setdefault(positions[-1].stance, []).append(party)
    return tuple(Stand(stance, tuple(now[stance])) for stance in sorted(now, key=lambda one: _ORDER.get(one, 99)))


def claims_page(conn: sqlite3.Connection, to: Addresses, *, status: str = "", order: str = "", page: str = "") -> str:
    """Claims a page at a time, or those of one status, heaviest first or (``order`` change) the latest to change."""
    counts = claim_lists.counts(conn)
    at = _paged(counts, status, page)
    by: claim_lists.Order = "change" if order == CHANGE else "weight"
    ids = claim_lists.page(conn, at.size, at.offset, status=status, order=by)
    values = {
        "entries": entries(conn, ids),
        "counts": {term.key: counts.get(term.key, 0) for term in STATUSES},
        "status": status,
        "order": CHANGE if order == CHANGE else "",
        "every": sum(counts.values()),
        "at": at,
    }
    return render("claims.html", to, values)


def pages_of(conn: sqlite3.Connection, status: str) -> Paged:
    """How many pages the list of a status has; of all claims where it is empty."""
    return _paged(claim_lists.counts(conn), status, "")


def _paged(counts: Mapping[str, int], status: str, page: str) -> Paged:
    return paged(page, counts.get(status, 0) if status else sum(counts.values()), size=SHOWN)
