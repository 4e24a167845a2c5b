"""Which claims a list shows: found by an index, never by going through the table."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from onrecord.model import Status

Order: TypeAlias = Literal["weight", "change"]
_ORDERS = {"weight": "parties DESC, said DESC, id", "change": "changed DESC, id"}
_STANDS = ("suggests", "doubts", "no_evidence", "cannot_confirm", "investigating", "no_comment", "withdraws")


class Named(NamedTuple):
    """A claim by its words alone."""

    id: str
    wording: str
    status: str


class TakenBack(NamedTuple):
    """A party that takes back or softens what it said; ``n``: which of the claim's positions."""

    claim: str
    n: int
    on: str


def counts(conn: sqlite3.Connection) -> dict[str, int]:
    """{status: how many claims have it}."""
    return {row[0]: row[1] for row in conn.execute("SELECT status, count(*) FROM claims GROUP BY status")}


def page(conn: sqlite3.Connection, limit: int, offset: int, *, status: str = "", order: Order = "weight") -> list[str]:
    """Ids of claims, of one status where one is named, heaviest or latest changed first."""
    where, given = ("status = ?", (status,)) if status else ("1", ())
    query = f"SELECT id FROM claims WHERE {where} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?"
    return [row[0] for row in conn.execute(query, (*given, limit, offset))]


def of_story(conn: sqlite3.Connection, story: str, limit: int, offset: int) -> list[str]:
    """Ids of a story's claims, heaviest first."""
    query = "SELECT id FROM claims WHERE story = ? ORDER BY parties DESC, said DESC, id LIMIT ? OFFSET ?"
    return [row[0] for row in conn.execute(query, (story, limit, offset))]


def in_story(conn: sqlite3.Connection, story: str) -> int:
    """How many claims a story has."""
    return int(conn.execute("SELECT count(*) FROM claims WHERE story = ?", (story,)).fetchone()[0])


def in_warm_stories(conn: sqlite3.Connection, status: Status, limit: int) -> list[str]:
    """Ids of the claims of one status in stories that are not cold, heaviest first."""
    query = (
        "SELECT claims.id FROM stories CROSS JOIN claims ON claims.story = stories.id"
        " WHERE stories.heat > 0 AND claims.status = ?"
        " ORDER BY claims.parties DESC, claims.said DESC, stories.heat DESC, claims.id LIMIT ?"
    )
    return [row[0] for row in conn.execute(query, (status, limit))]


def changed_since(conn: sqlite3.Connection, day: str, limit: int) -> list[str]:
    """Ids of the claims whose status is of that day or later, latest first."""
    query = "SELECT id FROM claims WHERE changed >= ? ORDER BY changed DESC, id LIMIT ?"
    return [row[0] for row in conn.execute(query, (day, limit))]


def taken_back(conn: sqlite3.Connection, since: str, limit: int) -> list[TakenBack]:
    """Positions that take back or soften what the same party asserted or denied before, latest first."""
    query = (
        'SELECT claim, n, "on" FROM positions AS now INDEXED BY positions_by_stance'
        ' WHERE stance = ? AND "on" >= ? AND EXISTS (SELECT 1 FROM positions AS before'
        " WHERE before.claim = now.claim AND before.n < now.n AND before.party = now.party"
        " AND before.stance IN ('asserts', 'denies'))"
        ' ORDER BY "on" DESC LIMIT ?'
    )
    found = (TakenBack(*row) for stance in _STANDS for row in conn.execute(query, (stance, since, limit)))
    return sorted(found, key=lambda one: (one.on, one.claim), reverse=True)[:limit]


def ended_figures(conn: sqlite3.Connection, limit: int) -> list[str]:
    """Ids of the claims whose figures their own parties replaced or took back, the latest first."""
    query = "SELECT claim FROM claim_figures WHERE ended IS NOT NULL ORDER BY ended_on DESC LIMIT ?"
    return list(dict.fromkeys(row[0] for row in conn.execute(query, (limit,))))


def named(conn: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Named]:
    """{id: claim by its words}; unknown ids are left out."""
    query = "SELECT id, wording, status FROM claims WHERE id IN (SELECT value FROM json_each(?))"
    return {row["id"]: Named(*row) for row in conn.execute(query, (json.dumps(list(ids)),))}


def titles(conn: sqlite3.Connection, stories: Iterable[str]) -> dict[str, str]:
    """{story id: title}; unknown ids are left out."""
    query = "SELECT id, title FROM stories WHERE id IN (SELECT value FROM json_each(?))"
    return {row["id"]: row["title"] for row in conn.execute(query, (json.dumps(list(stories)),))}
