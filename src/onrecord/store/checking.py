"""Verifies that a record holds together. What the tallies should be is checked where they are made."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from typing import get_args

from onrecord.model import (
    Article,
    JudgementKind,
    NoteKind,
    PartKind,
    Passage,
    SignalKind,
    Statement,
    article_id,
    statement_id,
)
from onrecord.store import articles, judgements, statements


def check(conn: sqlite3.Connection) -> list[str]:
    """Problems found, one line each; none where hashes, ids, spans, references and the file itself are right."""
    checks: tuple[Callable[[sqlite3.Connection], Iterator[str]], ...] = (
        _file,
        _references,
        _pages,
        _captures,
        _articles,
        _statements,
        _judgements,
        _words,
    )
    return [problem for one in checks for problem in _told(one, conn)]


def _told(check_of: Callable[[sqlite3.Connection], Iterator[str]], conn: sqlite3.Connection) -> Iterator[str]:
    try:
        yield from check_of(conn)
    except sqlite3.DatabaseError as error:  # a damaged file: what else is wrong must still be told
        yield f"file: {error}"


def _file(conn: sqlite3.Connection) -> Iterator[str]:
    for row in conn.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"file: {row[0]}"


def _references(conn: sqlite3.Connection) -> Iterator[str]:
    for table, rowid, parent, _ in conn.execute("PRAGMA foreign_key_check"):
        yield f"{table} row {rowid}: what it names in {parent} is not there"


def _pages(conn: sqlite3.Connection) -> Iterator[str]:
    digests = [row["digest"] for row in conn.execute("SELECT digest FROM pages ORDER BY rowid")]
    for digest in digests:  # one at a time: a blob that cannot be read must not end the check
        try:
            row = conn.execute("SELECT size, packed FROM pages WHERE digest = ?", (digest,)).fetchone()
            data = zlib.decompress(row["packed"])
        except (zlib.error, sqlite3.DatabaseError, MemoryError) as error:
            yield f"page {digest}: its bytes do not unpack ({error})"
            continue
        if hashlib.sha256(data).hexdigest() != digest or len(data) != row["size"]:
            yield f"page {digest}: its bytes are not those that were added"


def _captures(conn: sqlite3.Connection) -> Iterator[str]:
    for row in conn.execute("SELECT seq, page, status, headers FROM captures ORDER BY seq"):
        if not _is_headers(row["headers"]):
            yield f"capture {row['seq']} of page {row['page']}: its headers are damaged"
    of_none = "SELECT digest FROM pages WHERE digest NOT IN (SELECT page FROM captures) ORDER BY rowid"
    for row in conn.execute(of_none):
        yield f"page {row['digest']}: how it came is not kept"


def _is_headers(column: str) -> bool:
    try:
        pairs = json.loads(column)
        return all(isinstance(name, str) and isinstance(value, str) for name, value in pairs)
    except (ValueError, TypeError):
        return False


def _articles(conn: sqlite3.Connection) -> Iterator[str]:
    for row in conn.execute("SELECT id FROM articles ORDER BY seq"):
        try:
            one = articles.article(conn, row["id"])
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            yield f"article {row['id']}: a list in it is damaged ({type(error).__name__})"
            continue
        if one:
            yield from _article(one)


def _article(one: Article) -> Iterator[str]:
    if article_id(one.url, one.headline, one.text) != one.id:
        yield f"article {one.id}: its id does not follow from its address, headline and text"
    starts = [part.span.start for part in one.parts]
    if not all(0 <= part.span.start < part.span.end <= len(one.text) for part in one.parts):
        yield f"article {one.id}: a part lies outside its text"
    if starts != sorted(starts):
        yield f"article {one.id}: its parts are not in order of its text"
    for name, kinds, held in (
        ("part", PartKind, one.parts),
        ("note", NoteKind, one.notes),
        ("signal", SignalKind, one.signals),
    ):
        for other in sorted({at.kind for at in held} - set(get_args(kinds))):
            yield f"article {one.id}: there is no {name} of the kind {other}"


def _statements(conn: sqlite3.Connection) -> Iterator[str]:
    texts = conn.execute("SELECT id, text FROM articles WHERE id IN (SELECT article FROM statements) ORDER BY id")
    for row in texts:
        try:
            said = statements.of_article(conn, row["id"])
        except (ValueError, TypeError) as error:
            yield f"article {row['id']}: a list in its statements is damaged ({type(error).__name__})"
            continue
        for one in said:
            yield from _statement(row["id"], row["text"], one)


def _statement(article: str, text: str, one: Statement) -> Iterator[str]:
    if statement_id(article, one.content.spans) != one.id:
        yield f"statement {one.id}: its id does not follow from its spans"
    for name, part in (("content", one.content), ("cue", one.cue), ("source", one.source)):
        if part and not _slices(text, part):
            yield f"statement {one.id}: its {name} is not what stands at its spans"
    for figure in one.figures:
        if not 0 <= figure.span.start < figure.span.end <= len(text):
            yield f"statement {one.id}: a figure lies outside the text"


def _slices(text: str, part: Passage) -> bool:
    inside = all(0 <= start < end <= len(text) for start, end in part.spans)
    return inside and bool(part.spans) and " … ".join(text[start:end] for start, end in part.spans) == part.text


def _judgements(conn: sqlite3.Connection) -> Iterator[str]:
    """What was decided, by whom and when, and that the words it was decided on stand where they stood."""
    try:
        given = judgements.judgements(conn)
    except (ValueError, TypeError, KeyError) as error:
        yield f"judgements: a list in them is damaged ({type(error).__name__})"
        return
    for one in given:
        if one.kind not in get_args(JudgementKind) or not one.by or not one.at:
            yield f"judgement {one.id}: it does not say what was decided, by whom and when"
        for subject in one.subjects:
            held = articles.article(conn, subject.article)
            if held and not _slices(held.text, Passage(subject.text, subject.spans)):
                yield f"judgement {one.id}: the words it was given on are not what stands at their spans"


def _words(conn: sqlite3.Connection) -> Iterator[str]:
    shown = {row[0] for row in conn.execute("SELECT seq FROM articles WHERE id IN (SELECT article FROM finds)")}
    held = {row[0] for row in conn.execute("SELECT seq FROM statements")}
    for table, expected in (("article_words", shown), ("statement_words", held)):
        indexed = {row[0] for row in conn.execute(f"SELECT id FROM {table}_docsize")}
        if indexed != expected:
            missing, extra = len(expected - indexed), len(indexed - expected)
            yield f"search: {table} lacks {missing} rows and has {extra} too many"
