"""The party each statement speaks for, settled across articles."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable


def party_of(conn: sqlite3.Connection, statement_ids: Iterable[str]) -> dict[str, str]:
    """{statement id: party}, for the statements whose party is known."""
    rows = conn.execute(
        "SELECT statement, party FROM parties WHERE statement IN (SELECT value FROM json_each(?))",
        (json.dumps(list(statement_ids)),),
    )
    return {row["statement"]: row["party"] for row in rows}


def parties(conn: sqlite3.Connection) -> list[tuple[str, int]]:
    """(party, statements), most statements first."""
    rows = conn.execute("SELECT party, count(*) AS times FROM parties GROUP BY party ORDER BY times DESC, party")
    return [(row["party"], row["times"]) for row in rows]


def is_settled(conn: sqlite3.Connection, name: str) -> bool:
    """Whether anybody is settled under exactly this name."""
    return conn.execute("SELECT 1 FROM parties WHERE party = ? LIMIT 1", (name,)).fetchone() is not None


def names_read(conn: sqlite3.Connection) -> list[str]:
    """The names of parties as articles show them, in order."""
    rows = conn.execute("SELECT DISTINCT party FROM statements WHERE party IS NOT NULL ORDER BY party")
    return [row["party"] for row in rows]


def every_party(conn: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """(statement id, party) for all of them, in order of statement."""
    return tuple((row["statement"], row["party"]) for row in conn.execute("SELECT * FROM parties ORDER BY statement"))


def keep_parties(conn: sqlite3.Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Keeps (statement id, party) pairs; those there are of the same statements give way."""
    conn.executemany("INSERT OR REPLACE INTO parties VALUES (?, ?)", pairs)


def drop_parties(conn: sqlite3.Connection, article: str) -> None:
    """Forgets the parties of all that is said in an article."""
    conn.execute("DELETE FROM parties WHERE statement IN (SELECT id FROM statements WHERE article = ?)", (article,))
