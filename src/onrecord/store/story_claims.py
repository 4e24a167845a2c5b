"""The claims of one story in brief, so that a page loads whole only those it shows."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class Brief(NamedTuple):
    """A claim: its status, how many parties speak to it, in how many statements."""

    id: str
    status: str
    parties: int
    statements: int


def brief(conn: sqlite3.Connection, story: str) -> list[Brief]:
    """Every claim of a story, first those to which most parties speak, then those of which most is said."""
    query = "SELECT id, status, parties, said FROM claims WHERE story = ? ORDER BY parties DESC, said DESC, id"
    return [Brief(*row) for row in conn.execute(query, (story,))]
