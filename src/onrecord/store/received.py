"""What came in and what was refused, counted: for the page that tells how the record is fed."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

_KEPT = ("pages", "captures", "listings", "said", "versions", "rejected")


class Refusals(NamedTuple):
    """Inputs refused at a stage for a reason."""

    stage: str
    reason: str
    times: int


class Refused(NamedTuple):
    """One of them; ``added``: when its bytes were first kept (UTC), None where they were not."""

    input: str
    url: str | None
    added: str | None


class Given(NamedTuple):
    """What a followed address gave: articles fetched, articles that could not be, and those noted and not fetched."""

    fetched: int = 0
    failing: int = 0
    edits: int = 0


def totals(conn: sqlite3.Connection) -> dict[str, int]:
    """{pages, captures, listings (articles shown), said (statements), versions, rejected: how many}."""
    return {name: int(conn.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in _KEPT}


def refusals(conn: sqlite3.Connection, limit: int) -> list[Refusals]:
    """The reasons for refusing, most often first."""
    rows = conn.execute(
        "SELECT stage, reason, count(*) AS times FROM rejected GROUP BY stage, reason"
        " ORDER BY times DESC, stage, reason LIMIT ?",
        (limit,),
    )
    return [Refusals(*row) for row in rows]


def refused(conn: sqlite3.Connection, stage: str, reason: str, at: tuple[int, int]) -> list[Refused]:
    """Those refused there for that reason, the last one first; ``at``: how many, after how many."""
    rows = conn.execute(
        "SELECT rejected.input, rejected.url, pages.added FROM rejected LEFT JOIN pages ON pages.digest = rejected.page"
        " WHERE stage = ? AND reason = ? ORDER BY rejected.seq DESC LIMIT ? OFFSET ?",
        (stage, reason, *at),
    )
    return [Refused(*row) for row in rows]


def counted(conn: sqlite3.Connection, stage: str, reason: str) -> int:
    """How many were refused there for that reason."""
    query = "SELECT count(*) FROM rejected WHERE stage = ? AND reason = ?"
    return int(conn.execute(query, (stage, reason)).fetchone()[0])


def given(conn: sqlite3.Connection) -> dict[str, Given]:
    """{followed address: what it gave}."""
    rows = conn.execute(
        "SELECT url, (SELECT count(*) FROM looks WHERE follow = follows.url AND first IS NOT NULL),"
        " (SELECT count(*) FROM looks WHERE follow = follows.url AND error IS NOT NULL) FROM follows"
    )
    edits = _edits(conn)
    return {row[0]: Given(row[1], row[2], edits.get(row[0], 0)) for row in rows}


def _edits(conn: sqlite3.Connection) -> dict[str, int]:
    """{followed address: later versions of its articles}."""
    rows = conn.execute(
        "SELECT looks.follow, count(*) FROM versions CROSS JOIN articles ON articles.id = versions.article"
        " CROSS JOIN looks ON looks.url = articles.url GROUP BY looks.follow"
    )
    return {row[0]: row[1] for row in rows}
