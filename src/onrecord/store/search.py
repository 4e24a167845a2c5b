"""Words to articles and statements, by SQLite's full-text index (FTS5, Porter stems, accents ignored)."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import dataclass

from onrecord.model import Article, Statement
from onrecord.store import articles as held_articles
from onrecord.store import statements as held_statements

_WORD = re.compile(r'"([^"]*)"|(\S+)')
_OPEN, _CLOSE = "\x02", "\x03"
_SNIPPET_WORDS = 28
_MAX_CHARACTERS = 400


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


def search(conn: sqlite3.Connection, words: str, *, limit: int = 20, newest: bool = False) -> Hits:
    """Up to ``limit`` articles and as many statements that have all the words; "quoted words" as a phrase.

    Whatever is typed is looked for as words: it is never FTS5 syntax, and nothing raises. ``newest``: by arrival.
    """
    query = as_query(words)
    if not query:
        return Hits()
    return Hits(
        tuple(_article_hits(conn, query, limit, newest=newest)),
        tuple(_statement_hits(conn, query, limit, newest=newest)),
    )


def as_query(words: str) -> str:
    """The words as FTS5 strings, each of which must be there; empty where there is no word in them."""
    phrases = [quoted or bare for quoted, bare in _WORD.findall(words[:_MAX_CHARACTERS])]
    kept = [" ".join(re.findall(r"[^\W_]+", phrase)) for phrase in phrases]
    return " ".join(f'"{phrase}"' for phrase in kept if phrase)


def _article_hits(conn: sqlite3.Connection, query: str, limit: int, *, newest: bool) -> list[ArticleHit]:
    rowids = _rowids(conn, "article_words", query, limit, newest=newest)
    rows = conn.execute(
        f"SELECT rowid, highlight(article_words, 0, ?1, ?2) AS headline, {_snippet('article_words', 1)} AS snippet"
        " FROM article_words WHERE article_words MATCH ?3 AND rowid IN (SELECT value FROM json_each(?4))",
        (_OPEN, _CLOSE, query, json.dumps(rowids)),
    )
    shown = {row["rowid"]: row for row in rows}
    found = held_articles.by_rows(conn, rowids)
    return [ArticleHit(found[at], _pieces(shown[at]["headline"]), _pieces(shown[at]["snippet"])) for at in rowids]


def _statement_hits(conn: sqlite3.Connection, query: str, limit: int, *, newest: bool) -> list[StatementHit]:
    rowids = _rowids(conn, "statement_words", query, limit, newest=newest)
    rows = conn.execute(
        f"SELECT rowid, {_snippet('statement_words', 0)} AS snippet"
        " FROM statement_words WHERE statement_words MATCH ?3 AND rowid IN (SELECT value FROM json_each(?4))",
        (_OPEN, _CLOSE, query, json.dumps(rowids)),
    )
    shown = {row["rowid"]: _pieces(row["snippet"]) for row in rows}
    found = held_statements.by_rows(conn, rowids)
    return [StatementHit(found[at], shown[at]) for at in rowids]


def _rowids(conn: sqlite3.Connection, table: str, query: str, limit: int, *, newest: bool) -> list[int]:
    # The few rows first: snippet() on every match would cost more than the search.
    order = "rowid DESC" if newest else "rank"
    rows = conn.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY {order} LIMIT ?", (query, limit))
    return [row["rowid"] for row in rows]


def _snippet(table: str, column: int) -> str:
    return f"snippet({table}, {column}, ?1, ?2, '…', {_SNIPPET_WORDS})"


def _pieces(marked: str) -> tuple[Piece, ...]:
    """Text with marks around the words, as pieces."""
    pieces = []
    for part in re.split(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})", marked):
        hit = part.startswith(_OPEN) and part.endswith(_CLOSE)
        pieces.append(Piece(part.replace(_OPEN, "").replace(_CLOSE, ""), hit))
    return tuple(piece for piece in pieces if piece.text)
