"""The readings of one record in another, and where the tallies of the two differ."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

_READINGS = ("articles", "finds", "statements", "figures", "judgements", "judged_statements")
_TRIGGERS = ("finds_added", "finds_dropped", "statements_added", "statements_dropped")

COUNTED: Mapping[str, tuple[str, ...]] = {
    "parties": ("parties", "party_merges"),
    "copies": ("copies",),
    "versions": ("versions",),
    "claims": (
        "claims",
        "claim_statements",
        "status_history",
        "positions",
        "origins",
        "claim_figures",
        "claim_headlines",
        "claim_notes",
        "claim_outlets",
    ),
    "stories": ("stories", "story_articles", "story_notes"),
    "names": ("names",),
    "lists": ("listings", "said"),
    "indexes": ("sketches", "prints", "overlaps", "postings", "neighbours", "voices", "article_voices"),
}


def take_readings(fresh: sqlite3.Connection, conn: sqlite3.Connection) -> None:
    """Copies what settling goes by from a record into a fresh one; the first stays attached to it as ``kept``."""
    path = next(row["file"] for row in conn.execute("PRAGMA database_list") if row["name"] == "main")
    fresh.execute("PRAGMA foreign_keys = OFF")  # the pages stay where they are
    fresh.execute("ATTACH DATABASE ? AS kept", (path,))
    for trigger in _TRIGGERS:  # no search is needed
        fresh.execute(f"DROP TRIGGER {trigger}")
    for table in _READINGS:
        fresh.execute(f"INSERT INTO main.{table} SELECT * FROM kept.{table}")
    fresh.execute("PRAGMA foreign_keys = ON")


def differing(fresh: sqlite3.Connection, name: str) -> tuple[int, int]:
    """How many rows of the tables of that name only the one record has, and how many only the other."""
    found = [0, 0]
    for table in COUNTED[name]:
        for at, (one, other) in enumerate((("kept", "main"), ("main", "kept"))):
            query = f"SELECT count(*) FROM (SELECT * FROM {one}.{table} EXCEPT SELECT * FROM {other}.{table})"
            found[at] += fresh.execute(query).fetchone()[0]
    return found[0], found[1]
