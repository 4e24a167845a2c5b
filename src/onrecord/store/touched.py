"""Which articles are to be settled: those whose reading, or a judgement on them, changed since."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

_INDEXES = (
    "sketches", "prints", "overlaps", "postings", "neighbours", "voices", "article_voices", "copies", "versions"
)  # fmt: skip


def touch(conn: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Notes that articles are to be settled, and that the tallies are out of date."""
    conn.executemany("INSERT OR IGNORE INTO touched VALUES (?)", ((one,) for one in articles))
    conn.execute("DELETE FROM marks WHERE name = 'settled'")


def touch_dropped(conn: sqlite3.Connection, page: str, edition: str) -> None:
    """Notes the articles that the page gave by other rules; to be called before they are dropped."""
    rows = conn.execute("SELECT article FROM finds WHERE page = ? AND edition <> ?", (page, edition)).fetchall()
    if rows:
        touch(conn, (row["article"] for row in rows))
        # What only other rules make of the same page is no news.
        conn.execute("INSERT OR IGNORE INTO telling VALUES ('rules', ?)", (edition,))


def touch_all(conn: sqlite3.Connection) -> None:
    """Notes that everything is to be settled anew; claims and stories stay until others take their place."""
    for table in _INDEXES:
        conn.execute(f"DELETE FROM {table}")
    conn.execute("INSERT OR IGNORE INTO touched SELECT article FROM story_articles")
    conn.execute("INSERT OR IGNORE INTO touched SELECT DISTINCT article FROM finds")
    conn.execute("DELETE FROM marks WHERE name IN ('settled', 'settling', 'parties', 'names')")


def counted(conn: sqlite3.Connection) -> int:
    """How many articles are to be settled."""
    return int(conn.execute("SELECT count(*) FROM touched").fetchone()[0])


def next_touched(conn: sqlite3.Connection, most: int) -> list[str]:
    """The earliest published of the articles to be settled, so that a story is seldom told twice."""
    rows = conn.execute(
        "SELECT touched.article FROM touched LEFT JOIN articles ON articles.id = touched.article"
        " ORDER BY articles.published, touched.article LIMIT ?",
        (most,),
    )
    return [row["article"] for row in rows]


def done(conn: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Notes that articles were settled."""
    conn.executemany("DELETE FROM touched WHERE article = ?", ((one,) for one in articles))
