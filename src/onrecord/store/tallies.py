"""What was settled across pages, dropped and kept again in one go."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from onrecord.model import Settled
from onrecord.store import claims, copies, parties, party_merges, stories

_TABLES = ("parties", "copies", "versions", "stories", "claims", "marks")  # what hangs on these goes with them


def keep_settled(conn: sqlite3.Connection, settled: Settled, edition: str) -> None:
    """Puts ``settled`` in the place of the tallies there are; ``edition`` names the rules that made it."""
    for table in _TABLES:
        conn.execute(f"DELETE FROM {table}")
    parties.keep_parties(conn, settled.parties)
    party_merges.keep_merges(conn, settled.merges)
    copies.keep_copies(conn, settled.copies, settled.versions)
    stories.keep_stories(conn, settled.stories)
    claims.keep_claims(conn, settled.claims)
    up_to_date(conn, edition)


def settled(conn: sqlite3.Connection) -> Settled:
    """The tallies as they are kept."""
    return Settled(
        parties=parties.every_party(conn),
        merges=tuple(party_merges.merges(conn)),
        copies=tuple(copies.copies(conn)),
        versions=tuple(copies.versions(conn)),
        claims=tuple(claims.claims(conn)),
        stories=tuple(replace(one, related=()) for one in stories.in_order(conn)),  # looked up anew at each reading
    )


def up_to_date(conn: sqlite3.Connection, edition: str) -> None:
    """Notes that the tallies are what these rules make of all that was read."""
    set_mark(conn, "settled", edition)


def settled_with(conn: sqlite3.Connection) -> str | None:
    """The edition of the rules the tallies were made with; None while they are out of date."""
    return mark(conn, "settled")


def mark(conn: sqlite3.Connection, name: str) -> str | None:
    """What is noted under a name; None where nothing is."""
    row = conn.execute("SELECT value FROM marks WHERE name = ?", (name,)).fetchone()
    return row["value"] if row else None


def set_mark(conn: sqlite3.Connection, name: str, value: str) -> None:
    """Notes it in the place of what was."""
    conn.execute("INSERT OR REPLACE INTO marks VALUES (?, ?)", (name, value))


def drop_mark(conn: sqlite3.Connection, name: str) -> None:
    """Notes nothing under a name any more."""
    conn.execute("DELETE FROM marks WHERE name = ?", (name,))
