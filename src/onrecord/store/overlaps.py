"""What articles that were compared word by word are to each other, so that no two are compared twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.model import Relation


class Overlapped(NamedTuple):
    """Two articles that share words; ``relation`` is None where they are versions of one page."""

    article: str
    of: str
    share: float
    relation: Relation | None
    why: str


def keep_overlaps(conn: sqlite3.Connection, several: Iterable[Overlapped]) -> None:
    """Keeps what was found of two articles."""
    conn.executemany("INSERT OR REPLACE INTO overlaps VALUES (?, ?, ?, ?, ?)", several)


def overlaps(conn: sqlite3.Connection, articles: Iterable[str]) -> list[Overlapped]:
    """All pairs of which one is among the articles."""
    named = "IN (SELECT value FROM json_each(?1))"
    query = f'SELECT * FROM overlaps WHERE article {named} OR "of" {named} ORDER BY article, "of"'
    return [Overlapped(*row) for row in conn.execute(query, (json.dumps(list(articles)),))]


def drop_overlaps(conn: sqlite3.Connection, several: Iterable[Overlapped]) -> None:
    """Forgets pairs."""
    rows = ((one.article, one.of) for one in several)
    conn.executemany('DELETE FROM overlaps WHERE article = ? AND "of" = ?', rows)
