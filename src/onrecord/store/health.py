"""Whether the engine and a file are well, as far as a look tells; ``checking`` verifies all of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing


def engine() -> str:
    """The version of SQLite. Raises sqlite3.Error where it lacks what a record needs: full-text search and JSON."""
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        conn.execute("SELECT json_extract('{}', '$')")
    return sqlite3.sqlite_version


def damage(conn: sqlite3.Connection) -> str:
    """The first thing wrong with the pages of the file; empty where nothing is."""
    said = str(conn.execute("PRAGMA quick_check(1)").fetchone()[0])
    return "" if said == "ok" else said
