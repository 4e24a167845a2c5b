"""What a name said: every statement of a shown article, with whose it is, where, when and on which claim."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

_COLUMNS = "seq, id, article, stance, outlet, day, relayed"


class Utterance(NamedTuple):
    """A statement in a list. ``relayed``: 1 where somebody passes it on; ``copied``: 1 where its article is a copy."""

    seq: int
    id: str
    article: str
    stance: str
    outlet: str
    day: str | None
    relayed: int
    claim: str | None
    copied: int


class Held(NamedTuple):
    """A position of a party on a claim, and the first statement that shows it."""

    claim: str
    stance: str
    on: str | None
    statement: str | None


def of_name(conn: sqlite3.Connection, name: str, limit: int) -> list[Utterance]:
    """What was said by that name, or for it, upper and lower case alike; the latest ``limit``, latest first."""
    newest = "ORDER BY day DESC, seq DESC LIMIT ?2"
    query = (
        f"WITH both AS (SELECT * FROM (SELECT {_COLUMNS} FROM said WHERE speaker = ?1 {newest})"
        f" UNION SELECT * FROM (SELECT {_COLUMNS} FROM said WHERE party = ?1 {newest})),"
        f" found AS (SELECT * FROM both {newest})"
        " SELECT found.*, held.claim, EXISTS (SELECT 1 FROM copies WHERE copies.article = found.article"
        " AND copies.relation IN ('copy', 'rewrite')) FROM found"
        " LEFT JOIN claim_statements AS held ON held.statement = found.id ORDER BY found.day DESC, found.seq DESC"
    )
    asking = conn.cursor()
    asking.row_factory = None
    return list(map(Utterance._make, asking.execute(query, (name, limit))))


def counted(conn: sqlite3.Connection, name: str) -> int:
    """How many statements there are by that name or for it."""
    query = (
        "SELECT (SELECT count(*) FROM said WHERE speaker = ?1) + (SELECT count(*) FROM said WHERE party = ?1)"
        " - (SELECT count(*) FROM said WHERE speaker = ?1 AND party = ?1)"
    )
    return int(conn.execute(query, (name,)).fetchone()[0])


def positions(conn: sqlite3.Connection, party: str, limit: int) -> list[Held]:
    """Where a party stood on its claims, in order of claim and time; ``limit`` positions at most."""
    asking = conn.cursor()
    asking.row_factory = None  # these are many: plain tuples are read faster than rows with names
    rows = asking.execute(
        "SELECT claim, stance, \"on\", json_extract(statements, '$[0]') FROM positions"
        " WHERE party = ? COLLATE NOCASE ORDER BY party, claim, n LIMIT ?",
        (party, limit),
    )
    return list(map(Held._make, rows))
