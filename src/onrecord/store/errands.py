"""What the desk works at behind its pages, how far it is, and what failed."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

MOST = 50  # that are remembered


class Errand(NamedTuple):
    """Something worked at. ``kind``: sample, keep, fetch; ``total`` is None where it is not known beforehand."""

    id: int
    kind: str
    what: str
    who: str
    begun: str
    ended: str | None
    total: int | None
    done: int
    refused: int
    error: str


class Wanted(NamedTuple):
    """Something to be worked at, and who asked for it."""

    kind: str
    what: str
    who: str
    total: int | None = None


def begin(conn: sqlite3.Connection, wanted: Wanted, *, now: str) -> int:
    """Notes that it was asked for; its number. Those that ended longest ago are forgotten."""
    query = "INSERT INTO errands (kind, what, who, total, begun) VALUES (?, ?, ?, ?, ?)"
    made = conn.execute(query, (*wanted, now)).lastrowid
    assert made is not None, "just kept"
    conn.execute("DELETE FROM errands WHERE ended IS NOT NULL AND id <= ?", (made - MOST,))
    return made


def step(conn: sqlite3.Connection, id_: int, done: int, refused: int) -> None:
    """Notes how far it is."""
    conn.execute("UPDATE errands SET done = ?, refused = ? WHERE id = ?", (done, refused, id_))


def end(conn: sqlite3.Connection, id_: int, *, now: str, error: str = "") -> None:
    """Notes that it is over; ``error``: why it came to no good end."""
    conn.execute("UPDATE errands SET ended = ?, error = ? WHERE id = ?", (now, error, id_))


def cut_short(conn: sqlite3.Connection, *, now: str, error: str) -> int:
    """Ends those that nobody works at any more; how many there were."""
    return conn.execute("UPDATE errands SET ended = ?, error = ? WHERE ended IS NULL", (now, error)).rowcount


def going(conn: sqlite3.Connection) -> list[Errand]:
    """Those that are not over, in order of asking."""
    rows = conn.execute("SELECT * FROM errands INDEXED BY errands_open WHERE ended IS NULL ORDER BY id LIMIT 20")
    return [Errand(*row) for row in rows]


def lately(conn: sqlite3.Connection, most: int) -> list[Errand]:
    """The last ones that are over, the latest first."""
    rows = conn.execute("SELECT * FROM errands WHERE ended IS NOT NULL ORDER BY id DESC LIMIT ?", (most,))
    return [Errand(*row) for row in rows]
