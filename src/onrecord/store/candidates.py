"""What may speak to a question: statements and articles that have some of its words, by the full-text index."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

MOST_WORDS = 24


def any_of(words: Iterable[str]) -> str:
    """An FTS5 query that any of the words answers; empty where there is none. Never syntax, whatever is typed."""
    bare = dict.fromkeys(part for word in words for part in re.findall(r"[^\W_]+", word))
    return " OR ".join(f'"{one}"' for one in list(bare)[:MOST_WORDS])


def statement_ids(conn: sqlite3.Connection, words: Iterable[str], limit: int) -> list[str]:
    """The ids of up to ``limit`` statements that have some of the words in what is said, best first (bm25)."""
    query = any_of(words)
    if not query:
        return []
    rows = conn.execute(
        "SELECT statements.id AS id FROM (SELECT rowid, rank FROM statement_words WHERE statement_words MATCH ?"
        " ORDER BY rank LIMIT ?) AS found JOIN statements ON statements.seq = found.rowid ORDER BY found.rank, id",
        (f"content : ({query})", limit),
    )
    return [row["id"] for row in rows]


def article_ids(conn: sqlite3.Connection, words: Iterable[str], limit: int) -> list[str]:
    """The ids of up to ``limit`` articles that have some of the words in headline or text, best first (bm25)."""
    query = any_of(words)
    if not query:
        return []
    rows = conn.execute(
        "SELECT articles.id AS id FROM (SELECT rowid, rank FROM article_words WHERE article_words MATCH ?"
        " ORDER BY rank LIMIT ?) AS found JOIN articles ON articles.seq = found.rowid ORDER BY found.rank, id",
        (query, limit),
    )
    return [row["id"] for row in rows]
