"""Which articles are alike enough to be grouped together, found by their terms within a window of days."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

Terms = Iterable[tuple[str, int]]
UNKNOWN = 0  # in the place of a day


def post(conn: sqlite3.Connection, number: int, day: int | None, terms: Terms) -> None:
    """Makes an article to be found by these terms."""
    rows = ((term, day or UNKNOWN, number, weight) for term, weight in terms)
    conn.executemany("INSERT INTO postings VALUES (?, ?, ?, ?)", rows)


def unpost(conn: sqlite3.Connection, number: int, day: int | None, terms: Terms) -> None:
    """Takes that back."""
    rows = ((term, day or UNKNOWN, number) for term, _ in terms)
    conn.executemany("DELETE FROM postings WHERE term = ? AND day = ? AND number = ?", rows)


def products(conn: sqlite3.Connection, terms: Terms, days: tuple[int, int] | None) -> dict[tuple[int, int | None], int]:
    """{(article, its day): the sum of products of weights}, over the terms shared with the articles to be found.

    ``days``: the first and the last; None for any. Articles without a day are found always.
    """
    first, last = days or (UNKNOWN, 2**31)
    found: dict[int, int] = {}
    dated: dict[int, int] = {}
    asking = conn.cursor()
    asking.row_factory = None  # these are many: plain tuples are read faster than rows with names
    for term, weight in terms:
        for number, day, by in asking.execute(
            "SELECT number, day, weight FROM postings WHERE term = ?1 AND day BETWEEN ?2 AND ?3"
            " UNION ALL SELECT number, day, weight FROM postings WHERE term = ?1 AND day = ?4 AND ?2 > ?4",
            (term, first, last, UNKNOWN),
        ):
            found[number] = found.get(number, 0) + weight * by
            dated[number] = day
    return {(number, dated[number] or None): by for number, by in found.items()}


def link(conn: sqlite3.Connection, one: int, other: int, likeness: float) -> None:
    """Notes how alike two articles are."""
    rows = ((one, other, likeness), (other, one, likeness))
    conn.executemany("INSERT OR REPLACE INTO neighbours VALUES (?, ?, ?)", rows)


def near(conn: sqlite3.Connection, number: int) -> list[tuple[int, float]]:
    """(article, likeness) of those that are linked to one."""
    rows = conn.execute("SELECT other, likeness FROM neighbours WHERE number = ?", (number,))
    return [(row[0], row[1]) for row in rows]


def unlink(conn: sqlite3.Connection, number: int) -> None:
    """Takes an article out of all links."""
    others = json.dumps([other for other, _ in near(conn, number)])
    conn.execute(
        "DELETE FROM neighbours WHERE other = ? AND number IN (SELECT value FROM json_each(?))", (number, others)
    )
    conn.execute("DELETE FROM neighbours WHERE number = ?", (number,))


def named(conn: sqlite3.Connection, number: int) -> list[tuple[str, float]]:
    """The same, with the articles' ids."""
    rows = conn.execute(
        "SELECT article, likeness FROM neighbours JOIN sketches ON sketches.number = other WHERE neighbours.number = ?",
        (number,),
    )
    return [(row[0], row[1]) for row in rows]
