"""Words to articles and statements, by SQLite's full-text index (FTS5, Porter stems, accents ignored)."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.model import Article, Statement
from onrecord.store import articles as held_articles
from onrecord.store import statements as held_statements
from onrecord.store.seeking import Sorting, Sought, as_query, rows

__all__ = [
    "ArticleHit",
    "Found",
    "Hits",
    "Piece",
    "StatementHit",
    "articles",
    "as_query",
    "claims",
    "hits",
    "search",
    "statements",
]

Hit = TypeVar("Hit")
_OPEN, _CLOSE = "\x02", "\x03"
_SNIPPET_WORDS = 28


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, and whether it is one of the words looked for."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that has the words; ``snippet`` is the passage of its text around them."""

    article: Article
    headline: tuple[Piece, ...]
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement that has the words in what is said or in who says it."""

    statement: Statement
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, best first (or newest first)."""

    articles: tuple[ArticleHit, ...] = ()
    statements: tuple[StatementHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Found(Generic[Hit]):
    """A page of what was found, of ``total``; ``bounded``: only among the newest that have the words."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    bounded: bool = False


def search(conn: sqlite3.Connection, words: str, *, limit: int = 20, newest: bool = False) -> Hits:
    """Up to ``limit`` articles and as many statements that have all the words; "quoted words" as a phrase."""
    sorting = Sorting(limit, newest=newest)
    return Hits(articles(conn, Sought(words), sorting).hits, statements(conn, Sought(words), sorting).hits)


def statements(conn: sqlite3.Connection, sought: Sought, sorting: Sorting) -> Found[StatementHit]:
    """Statements that have all that is sought."""
    found = rows(conn, "statement_words", sought, sorting)
    return Found(hits(conn, sought, found.at), found.total, found.bounded)


def hits(conn: sqlite3.Connection, sought: Sought, at: Sequence[int]) -> tuple[StatementHit, ...]:
    """Statements by their rows in the index, the words marked."""
    shown = _marked(conn, f"SELECT rowid, NULL, {_snippet('statement_words', 0)}", "statement_words", sought, at)
    held = held_statements.by_rows(conn, at)
    plain = {row: (Piece(one.content.text, hit=False),) for row, one in held.items() if row not in shown}
    return tuple(StatementHit(held[row], plain.get(row) or shown[row][1]) for row in at)


def articles(conn: sqlite3.Connection, sought: Sought, sorting: Sorting) -> Found[ArticleHit]:
    """Articles that have the words, of the outlet and the days that are asked for; who says what is no matter."""
    found = rows(conn, "article_words", sought, sorting)
    what = f"SELECT rowid, highlight(article_words, 0, ?1, ?2), {_snippet('article_words', 1)}"
    shown = _marked(conn, what, "article_words", sought, found.at)
    held = held_articles.by_rows(conn, found.at)
    return Found(
        tuple(ArticleHit(held[at], *shown.get(at, _unmarked(held[at]))) for at in found.at), found.total, found.bounded
    )


def claims(conn: sqlite3.Connection, at: Sequence[int]) -> list[str]:
    """Ids of the claims that statements, by their rows in the index, speak to, in their order."""
    query = (
        "SELECT held.claim FROM json_each(?) AS at CROSS JOIN said ON said.seq = at.value"
        " CROSS JOIN claim_statements AS held ON held.statement = said.id ORDER BY at.key"
    )
    return list(dict.fromkeys(row["claim"] for row in conn.execute(query, (json.dumps(list(at)),))))


def _marked(
    conn: sqlite3.Connection, what: str, index: str, sought: Sought, at: Sequence[int]
) -> dict[int, tuple[tuple[Piece, ...], tuple[Piece, ...]]]:
    """{row: headline and passage with the words marked}; empty where no words were asked for.

    Only of the few rows that are shown: this on every match would cost more than the search.
    """
    query = as_query(sought.words)
    if not query or not at:
        return {}
    held = conn.execute(
        f"{what} FROM {index} WHERE {index} MATCH ?3 AND rowid IN (SELECT value FROM json_each(?4))",
        (_OPEN, _CLOSE, query, json.dumps(list(at))),
    )
    return {row[0]: (_pieces(row[1] or ""), _pieces(row[2])) for row in held}


def _unmarked(article: Article) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    begun = " ".join(article.text.split()[:_SNIPPET_WORDS])
    return (Piece(article.headline, hit=False),), (Piece(f"{begun} …", hit=False),)


def _snippet(table: str, column: int) -> str:
    return f"snippet({table}, {column}, ?1, ?2, '…', {_SNIPPET_WORDS})"


def _pieces(marked: str) -> tuple[Piece, ...]:
    """Text with marks around the words, as pieces."""
    pieces = []
    for part in re.split(f"({_OPEN}[^{_OPEN}{_CLOSE}]*{_CLOSE})", marked):
        hit = part.startswith(_OPEN) and part.endswith(_CLOSE)
        pieces.append(Piece(part.replace(_OPEN, "").replace(_CLOSE, ""), hit))
    return tuple(piece for piece in pieces if piece.text)
