"""The outlets: how much of each is on record, what they copy, and which of them is first with a claim."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

_REPEATS = "copies.relation IN ('copy', 'rewrite')"


class Places(NamedTuple):
    """On how many claims that several outlets carry one of them is first, among the first, later; or it is unknown."""

    first: int = 0
    among: int = 0
    later: int = 0
    unknown: int = 0


class OutletCount(NamedTuple):
    """An outlet in numbers. ``copies``: its articles that repeat another outlet's; ``copied``: others' of its."""

    name: str
    articles: int
    since: str | None
    until: str | None
    copies: int
    copied: int
    places: Places


class Tie(NamedTuple):
    """How often one outlet repeats another, or an agency."""

    name: str
    times: int


class Carried(NamedTuple):
    """A claim that an outlet was first with."""

    claim: str
    day: str | None


def outlets(conn: sqlite3.Connection) -> list[OutletCount]:
    """Every outlet, the one with most articles first."""
    rows = conn.execute(
        "SELECT outlet, count(*) AS articles, min(day) AS since, max(day) AS until FROM listings GROUP BY outlet"
        " ORDER BY articles DESC, outlet"
    )
    copies, copied, places = _repeats(conn, "later"), _repeats(conn, "earlier"), _places(conn)
    return [
        OutletCount(name, times, since, until, copies.get(name, 0), copied.get(name, 0), places.get(name, Places()))
        for name, times, since, until in rows
    ]


def outlet(conn: sqlite3.Connection, name: str) -> OutletCount | None:
    """One of them; None where there is none of that name."""
    query = "SELECT count(*), min(day), max(day) FROM listings WHERE outlet = ?"
    times, since, until = conn.execute(query, (name,)).fetchone()
    if not times:
        return None
    copies, copied = (sum(one.times for one in ties(conn, name)) for ties in (copies_of, copied_by))
    return OutletCount(name, times, since, until, copies, copied, _place(conn, name))


def copies_of(conn: sqlite3.Connection, name: str) -> list[Tie]:
    """Whom an outlet repeats: its articles that repeat theirs, most first."""
    return _ties(conn, name, ("article", "of"))


def copied_by(conn: sqlite3.Connection, name: str) -> list[Tie]:
    """Who repeats an outlet: their articles that repeat its, most first."""
    return _ties(conn, name, ("of", "article"))


def agencies(conn: sqlite3.Connection, name: str) -> list[Tie]:
    """Which agencies an outlet credits, in how many articles."""
    rows = conn.execute(
        "SELECT agency, count(*) AS times FROM listings WHERE outlet = ? AND agency IS NOT NULL"
        " GROUP BY agency ORDER BY times DESC, agency",
        (name,),
    )
    return [Tie(*row) for row in rows]


def days(conn: sqlite3.Connection, name: str) -> dict[str | None, int]:
    """{day of publication as far as it is known: articles}."""
    rows = conn.execute("SELECT day, count(*) FROM listings WHERE outlet = ? GROUP BY day", (name,))
    return {row[0]: row[1] for row in rows}


def articles(conn: sqlite3.Connection, name: str, limit: int, offset: int) -> list[str]:
    """Ids of an outlet's articles, newest first."""
    query = "SELECT id FROM listings WHERE outlet = ? ORDER BY day DESC, seq DESC LIMIT ? OFFSET ?"
    return [row["id"] for row in conn.execute(query, (name, limit, offset))]


def corrected(conn: sqlite3.Connection, name: str, limit: int) -> list[str]:
    """Ids of its articles that carry a note of correction, newest first."""
    query = "SELECT id FROM listings WHERE outlet = ? AND corrected ORDER BY day DESC, seq DESC LIMIT ?"
    return [row["id"] for row in conn.execute(query, (name, limit))]


def edited(conn: sqlite3.Connection, name: str, limit: int) -> list[tuple[str, str]]:
    """(article id, id of the version before it) of an outlet, newest first."""
    rows = conn.execute(
        "SELECT versions.article, versions.before FROM listings CROSS JOIN versions ON versions.article = listings.id"
        " WHERE listings.outlet = ? ORDER BY listings.day DESC, listings.seq DESC LIMIT ?",
        (name, limit),
    )
    return [(row["article"], row["before"]) for row in rows]


def edits(conn: sqlite3.Connection) -> dict[str, int]:
    """{outlet: versions that came after another}."""
    rows = conn.execute(
        "SELECT listings.outlet, count(*) FROM versions JOIN listings ON listings.id = versions.article GROUP BY 1"
    )
    return {row[0]: row[1] for row in rows}


def firsts(conn: sqlite3.Connection, name: str, limit: int) -> list[Carried]:
    """The claims that an outlet alone was first with, latest first."""
    query = "SELECT claim, day FROM claim_outlets WHERE outlet = ? AND place = 'first' ORDER BY day DESC, claim LIMIT ?"
    return [Carried(*row) for row in conn.execute(query, (name, limit))]


def keep_carried(conn: sqlite3.Connection, claims: Iterable[str]) -> None:
    """Notes who carried these claims first. Copies and rewrites are never first, nor is a day that is not known.

    What one outlet alone carries is left out. The claims, their statements and the copies are to be kept before.
    """
    conn.execute(f"INSERT INTO claim_outlets {_CARRIED}", (json.dumps(list(claims)),))


_CARRIED = f"""
WITH carried AS (
    SELECT DISTINCT held.claim, listings.id, listings.outlet, iif(length(listings.day) = 10, listings.day, NULL) AS day,
        EXISTS (SELECT 1 FROM copies WHERE copies.article = listings.id AND {_REPEATS}) AS copied
    FROM claim_statements AS held JOIN said ON said.id = held.statement JOIN listings ON listings.id = said.article
    WHERE held.claim IN (SELECT value FROM json_each(?))
), outlets AS (
    SELECT claim, outlet, min(iif(copied, NULL, day)) AS day, min(copied) AS copied FROM carried GROUP BY claim, outlet
), ranked AS (
    SELECT *, min(day) OVER (PARTITION BY claim) AS first, count(*) OVER (PARTITION BY claim) AS several,
        count(*) OVER (PARTITION BY claim, day) AS beside
    FROM outlets
)
SELECT claim, outlet, CASE
    WHEN copied THEN 'later' WHEN day IS NULL THEN 'unknown' WHEN day > first THEN 'later' WHEN beside > 1 THEN 'among'
    ELSE 'first' END, day
FROM ranked WHERE several > 1
"""


def _repeats(conn: sqlite3.Connection, end: str) -> dict[str, int]:
    """{outlet: edges to or from it that are copies or rewrites, but for those within one outlet}."""
    rows = conn.execute(
        f"SELECT {end}.outlet, count(*) FROM copies JOIN listings AS later ON later.id = copies.article"
        f' JOIN listings AS earlier ON earlier.id = copies."of"'
        f" WHERE {_REPEATS} AND later.outlet <> earlier.outlet GROUP BY 1"
    )
    return {row[0]: row[1] for row in rows}


def _ties(conn: sqlite3.Connection, name: str, ends: tuple[str, str]) -> list[Tie]:
    mine, theirs = ends
    rows = conn.execute(
        "SELECT other.outlet, count(*) AS times FROM listings AS one"
        f' CROSS JOIN copies ON copies."{mine}" = one.id CROSS JOIN listings AS other ON other.id = copies."{theirs}"'
        f" WHERE one.outlet = ? AND other.outlet <> one.outlet AND {_REPEATS}"
        " GROUP BY other.outlet ORDER BY times DESC, other.outlet",
        (name,),
    )
    return [Tie(*row) for row in rows]


def _places(conn: sqlite3.Connection) -> dict[str, Places]:
    found: dict[str, dict[str, int]] = {}
    for row in conn.execute("SELECT outlet, place, count(*) FROM claim_outlets GROUP BY outlet, place"):
        found.setdefault(row[0], {})[row[1]] = row[2]
    return {name: Places(**held) for name, held in found.items()}


def _place(conn: sqlite3.Connection, name: str) -> Places:
    rows = conn.execute("SELECT place, count(*) FROM claim_outlets WHERE outlet = ? GROUP BY place", (name,))
    return Places(**{row[0]: row[1] for row in rows})
