"""The record in numbers."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

# Outlets are counted from one to the next by an index: there are few, of many articles each.
_COUNTED = """
WITH RECURSIVE outlets (outlet) AS (
    SELECT min(outlet) FROM listings
    UNION ALL SELECT (SELECT min(outlet) FROM listings WHERE outlet > outlets.outlet)
    FROM outlets WHERE outlet IS NOT NULL
)
SELECT
    (SELECT count(*) FROM listings) AS articles,
    (SELECT count(outlet) FROM outlets) AS outlets,
    (SELECT count(DISTINCT article) FROM copies WHERE relation = 'copy') AS copies,
    (SELECT count(*) FROM statements) AS statements,
    (SELECT count(*) FROM claims) AS claims
"""


class Counts(NamedTuple):
    """``articles`` that are shown and the ``outlets`` they are of; ``copies``: articles that repeat another."""

    articles: int
    outlets: int
    copies: int
    statements: int
    claims: int


def counts(conn: sqlite3.Connection) -> Counts:
    """How much the record holds."""
    return Counts(*conn.execute(_COUNTED).fetchone())
