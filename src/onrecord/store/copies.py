"""Which article repeats which, and which is a later version of which."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from onrecord.model import Copy


def copies(conn: sqlite3.Connection) -> list[Copy]:
    """Every edge between two articles that share words."""
    rows = conn.execute("SELECT * FROM copies ORDER BY n")
    return [Copy(row["article"], row["of"], row["relation"], row["why"]) for row in rows]


def versions(conn: sqlite3.Connection) -> list[tuple[str, str]]:
    """(article id, id of the version before it)."""
    return [(row["article"], row["before"]) for row in conn.execute("SELECT * FROM versions ORDER BY n")]


def keep_copies(conn: sqlite3.Connection, edges: Iterable[Copy], pairs: Iterable[tuple[str, str]]) -> None:
    """Keeps copies and versions in a record that has none."""
    rows = ((n, one.article, one.of, one.relation, one.why) for n, one in enumerate(edges))
    conn.executemany("INSERT INTO copies VALUES (?, ?, ?, ?, ?)", rows)
    conn.executemany("INSERT INTO versions VALUES (?, ?, ?)", ((n, *pair) for n, pair in enumerate(pairs)))
