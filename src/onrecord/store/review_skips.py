"""What somebody would rather not be asked, in the queue of what is to be judged."""

from __future__ import annotations

import sqlite3

from onrecord.store.opening import transaction


def skip(conn: sqlite3.Connection, by: str, ask: str, *, at: str) -> None:
    """Notes that this is not to be asked of that person again; ``at``: UTC, ISO 8601."""
    with transaction(conn):
        conn.execute("INSERT OR REPLACE INTO review_skips VALUES (?, ?, ?)", (by, ask, at))


def skipped(conn: sqlite3.Connection, by: str) -> set[str]:
    """The keys of what that person skipped."""
    return {row["ask"] for row in conn.execute('SELECT ask FROM review_skips WHERE "by" = ?', (by,))}
