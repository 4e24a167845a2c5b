"""In which state a record is, told without reading it."""

from __future__ import annotations

import sqlite3


def version_seen(conn: sqlite3.Connection) -> int:
    """A number that is another one after each commit of any other connection, of this process or another.

    Only numbers of the same connection can be compared. Source: SQLite, PRAGMA data_version.
    """
    return int(conn.execute("PRAGMA data_version").fetchone()[0])


def layout(conn: sqlite3.Connection) -> int:
    """The version of the record's layout."""
    return int(conn.execute("PRAGMA user_version").fetchone()[0])


def never_wait(conn: sqlite3.Connection) -> None:
    """Has the connection raise sqlite3.OperationalError at once where it would wait for another."""
    conn.execute("PRAGMA busy_timeout = 0")
