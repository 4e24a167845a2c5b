"""Verifies that a record holds together. What the tallies should be is checked where they are made."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator

from onrecord.model import Article, Passage, Statement, article_id, statement_id
from onrecord.store import articles, statements


def check(conn: sqlite3.Connection) -> list[str]:
    """Problems found, one line each; none where hashes, ids, spans, references and the file itself are right."""
    checks: tuple[Callable[[sqlite3.Connection], Iterator[str]], ...] = (
        _file,
        _references,
        _pages,
        _articles,
        _statements,
        _words,
    )
    return [problem for one in checks for problem in one(conn)]


def _file(conn: sqlite3.Connection) -> Iterator[str]:
    for row in conn.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"file: {row[0]}"


def _references(conn: sqlite3.Connection) -> Iterator[str]:
    for table, rowid, parent, _ in conn.execute("PRAGMA foreign_key_check"):
        yield f"{table} row {rowid}: what it names in {parent} is not there"


def _pages(conn: sqlite3.Connection) -> Iterator[str]:
    for row in conn.execute("SELECT digest, size, packed FROM pages"):
        try:
            data = zlib.decompress(row["packed"])
        except zlib.error as error:
            yield f"page {row['digest']}: its bytes do not unpack ({error})"
            continue
        if hashlib.sha256(data).hexdigest() != row["digest"] or len(data) != row["size"]:
            yield f"page {row['digest']}: its bytes are not those that were added"


def _articles(conn: sqlite3.Connection) -> Iterator[str]:
    for row in conn.execute("SELECT id FROM articles ORDER BY seq"):
        one = articles.article(conn, row["id"])
        if one and article_id(one.url, one.headline, one.text) != one.id:
            yield f"article {one.id}: its id does not follow from its address, headline and text"


def _statements(conn: sqlite3.Connection) -> Iterator[str]:
    for row in conn.execute("SELECT DISTINCT article FROM statements ORDER BY article"):
        article = articles.article(conn, row["article"])
        if article:
            for one in statements.of_article(conn, article.id):
                yield from _statement(article, one)


def _statement(article: Article, one: Statement) -> Iterator[str]:
    if statement_id(article.id, one.content.spans) != one.id:
        yield f"statement {one.id}: its id does not follow from its spans"
    for name, part in (("content", one.content), ("cue", one.cue), ("source", one.source)):
        if part and not _slices(article.text, part):
            yield f"statement {one.id}: its {name} is not what stands at its spans"
    for figure in one.figures:
        if not 0 <= figure.span.start < figure.span.end <= len(article.text):
            yield f"statement {one.id}: a figure lies outside the text"


def _slices(text: str, part: Passage) -> bool:
    inside = all(0 <= start < end <= len(text) for start, end in part.spans)
    return inside and bool(part.spans) and " … ".join(text[start:end] for start, end in part.spans) == part.text


def _words(conn: sqlite3.Connection) -> Iterator[str]:
    shown = {row[0] for row in conn.execute("SELECT seq FROM articles WHERE id IN (SELECT article FROM finds)")}
    held = {row[0] for row in conn.execute("SELECT seq FROM statements")}
    for table, expected in (("article_words", shown), ("statement_words", held)):
        indexed = {row[0] for row in conn.execute(f"SELECT id FROM {table}_docsize")}
        if indexed != expected:
            missing, extra = len(expected - indexed), len(indexed - expected)
            yield f"search: {table} lacks {missing} rows and has {extra} too many"
