"""Which article repeats which, and which is a later version of which."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable

from onrecord.model import Copy, id_number

_NAMED = "IN (SELECT value FROM json_each(?1))"


def copies(conn: sqlite3.Connection) -> list[Copy]:
    """Every edge between two articles that share words."""
    return _copies(conn, "1", ())


def versions(conn: sqlite3.Connection) -> list[tuple[str, str]]:
    """(article id, id of the version before it)."""
    rows = conn.execute("SELECT article, before FROM versions ORDER BY article, before")
    return [(row["article"], row["before"]) for row in rows]


def copies_of(conn: sqlite3.Connection, articles: Collection[str]) -> list[Copy]:
    """The edges that begin or end at these articles."""
    return _copies(conn, f'article {_NAMED} OR "of" {_NAMED}', (json.dumps(list(articles)),))


def versions_of(conn: sqlite3.Connection, articles: Collection[str]) -> list[tuple[str, str]]:
    """The pairs of versions of which these articles are one."""
    query = f"SELECT article, before FROM versions WHERE article {_NAMED} OR before {_NAMED} ORDER BY article, before"
    return [(row["article"], row["before"]) for row in conn.execute(query, (json.dumps(list(articles)),))]


def keep_copies(conn: sqlite3.Connection, edges: Iterable[Copy], pairs: Iterable[tuple[str, str]]) -> None:
    """Keeps copies and versions that the record has not."""
    rows = ((id_number(f"{one.article} {one.of}"), one.article, one.of, one.relation, one.why) for one in edges)
    conn.executemany("INSERT INTO copies VALUES (?, ?, ?, ?, ?)", rows)
    told = ((id_number(f"{article} {before}"), article, before) for article, before in pairs)
    conn.executemany("INSERT INTO versions VALUES (?, ?, ?)", told)


def drop_copies(conn: sqlite3.Connection, edges: Iterable[Copy]) -> None:
    """Forgets copies."""
    rows = ((id_number(f"{one.article} {one.of}"),) for one in edges)
    conn.executemany("DELETE FROM copies WHERE n = ?", rows)


def drop_versions(conn: sqlite3.Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Forgets versions."""
    rows = ((id_number(f"{article} {before}"),) for article, before in pairs)
    conn.executemany("DELETE FROM versions WHERE n = ?", rows)


def _copies(conn: sqlite3.Connection, where: str, values: tuple[str, ...]) -> list[Copy]:
    rows = conn.execute(f'SELECT * FROM copies WHERE {where} ORDER BY article, "of"', values)
    return [Copy(row["article"], row["of"], row["relation"], row["why"]) for row in rows]
