"""Which articles a page gave, and which pages were read to their end."""

from __future__ import annotations

import sqlite3


def read_with(conn: sqlite3.Connection, page: str) -> str | None:
    """The edition of the rules with which the page was last read to its end; None where it never was."""
    row = conn.execute("SELECT edition FROM done WHERE page = ?", (page,)).fetchone()
    return row["edition"] if row else None


def found(conn: sqlite3.Connection, page: str, article: str, edition: str) -> None:
    """Notes that a page gives an article."""
    conn.execute(
        "INSERT INTO finds VALUES (?, ?, ?)"
        " ON CONFLICT (page, article) DO UPDATE SET edition = excluded.edition WHERE edition <> excluded.edition",
        (page, article, edition),
    )


def finish(conn: sqlite3.Connection, page: str, edition: str) -> bool:
    """Notes that a page was read to its end and drops what only older rules found; says whether anything was dropped.

    An article that no page gives any more keeps its row, as evidence, and loses its statements.
    """
    conn.execute("DELETE FROM rejected WHERE page = ? AND edition <> ?", (page, edition))
    dropped = conn.execute("DELETE FROM finds WHERE page = ? AND edition <> ?", (page, edition)).rowcount
    if dropped:
        conn.execute("DELETE FROM statements WHERE article NOT IN (SELECT article FROM finds)")
    conn.execute(
        "INSERT INTO done VALUES (?, ?)"
        " ON CONFLICT (page) DO UPDATE SET edition = excluded.edition WHERE edition <> excluded.edition",
        (page, edition),
    )
    return dropped > 0


def articles_of(conn: sqlite3.Connection, page: str) -> list[str]:
    """The ids of the articles that a page gave, sorted."""
    rows = conn.execute("SELECT article FROM finds WHERE page = ? ORDER BY article", (page,))
    return [row["article"] for row in rows]
