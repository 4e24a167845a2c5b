"""Pages that could not be used: kept and counted."""

from __future__ import annotations

import sqlite3

from onrecord.model import Rejected, content_id


def rejected(conn: sqlite3.Connection) -> list[Rejected]:
    """Every refusal that stands, in order of arrival."""
    rows = conn.execute("SELECT * FROM rejected ORDER BY seq")
    return [
        Rejected(row["input"], row["stage"], row["reason"], row["url"], row["input_id"], row["page"]) for row in rows
    ]


def counts(conn: sqlite3.Connection) -> dict[tuple[str, str], int]:
    """{(stage, reason): refusals}, most first."""
    rows = conn.execute("SELECT stage, reason, count(*) AS times FROM rejected GROUP BY 1, 2 ORDER BY times DESC, 1, 2")
    return {(row["stage"], row["reason"]): row["times"] for row in rows}


def lately(conn: sqlite3.Connection, most: int, after: int) -> list[Rejected]:
    """So many of the refusals that stand, the last one first, after so many."""
    rows = conn.execute("SELECT * FROM rejected ORDER BY seq DESC LIMIT ? OFFSET ?", (most, after))
    return [
        Rejected(row["input"], row["stage"], row["reason"], row["url"], row["input_id"], row["page"]) for row in rows
    ]


def keep_rejected(conn: sqlite3.Connection, one: Rejected, edition: str) -> None:
    """Keeps a refusal; ``one.digest`` is None unless the page's bytes are in the record."""
    parts = (one.digest, one.input, one.url, one.input_id, one.stage, one.reason)
    conn.execute(
        "INSERT INTO rejected (id, page, input, url, input_id, stage, reason, edition) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET edition = excluded.edition WHERE edition <> excluded.edition",
        (content_id("rejected", *("-" if part is None else part for part in parts)), *parts, edition),
    )


def forget_input(conn: sqlite3.Connection, name: str) -> None:
    """Drops the refusals of an input that had no bytes then, and has now."""
    conn.execute("DELETE FROM rejected WHERE page IS NULL AND input = ?", (name,))
