"""What the front page asks for: the record in numbers, its last day, what came last."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class Counts(NamedTuple):
    """The record in numbers; ``copies``: articles that are a copy of another."""

    articles: int
    outlets: int
    copies: int
    statements: int
    claims: int


def counts(conn: sqlite3.Connection) -> Counts:
    """How much the record holds, of what is shown."""
    row = conn.execute(
        "SELECT (SELECT count(*) FROM listings), (SELECT count(DISTINCT outlet) FROM listings),"
        " (SELECT count(DISTINCT article) FROM copies WHERE relation = 'copy'),"
        " (SELECT count(*) FROM said), (SELECT count(*) FROM claims)"
    ).fetchone()
    return Counts(*row)


def last_day(conn: sqlite3.Connection) -> str | None:
    """The day of the newest article; None where no article has one."""
    row = conn.execute("SELECT day FROM listings ORDER BY day DESC LIMIT 1").fetchone()
    return row["day"] if row else None


def newest(conn: sqlite3.Connection, limit: int) -> list[str]:
    """Ids of the newest articles, without copies and without versions that have a later one."""
    rows = conn.execute(
        "SELECT id FROM listings WHERE NOT EXISTS"
        " (SELECT 1 FROM copies WHERE copies.article = listings.id AND relation = 'copy')"
        " AND NOT EXISTS (SELECT 1 FROM versions WHERE versions.before = listings.id AND NOT EXISTS"
        " (SELECT 1 FROM copies WHERE copies.article = versions.article AND relation = 'copy'))"
        " ORDER BY day DESC, seq DESC LIMIT ?",
        (limit,),
    )
    return [row["id"] for row in rows]
