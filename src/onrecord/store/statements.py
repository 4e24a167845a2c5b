"""Statements and their figures: as they were read, and over that what people say of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.model import Figure, Reading, Span, Speaker, Statement
from onrecord.store import articles
from onrecord.store.columns import as_list, as_passage, as_when, from_list, from_passage, from_when, grouped
from onrecord.store.corrections import laid_over


def of_article(conn: sqlite3.Connection, article_id: str) -> list[Statement]:
    """The statements of an article, in the order they were read."""
    return _load(conn, "article = ?", (article_id,))


def of_articles(conn: sqlite3.Connection, article_ids: Iterable[str]) -> list[Statement]:
    """The statements of those articles, in order of arrival."""
    return _load(conn, "article IN (SELECT value FROM json_each(?))", (json.dumps(list(article_ids)),))


def by_ids(conn: sqlite3.Connection, ids: Iterable[str]) -> list[Statement]:
    """The statements of those ids, in that order; unknown ids are left out."""
    wanted = list(ids)
    found = {one.id: one for one in _load(conn, "id IN (SELECT value FROM json_each(?))", (json.dumps(wanted),))}
    return [found[id_] for id_ in wanted if id_ in found]


def articles_by_id(conn: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """{statement id: its article}, for those that are kept."""
    query = "SELECT id, article FROM statements WHERE id IN (SELECT value FROM json_each(?))"
    return {row["id"]: row["article"] for row in conn.execute(query, (json.dumps(list(ids)),))}


def by_rows(conn: sqlite3.Connection, rows: Sequence[int]) -> dict[int, Statement]:
    """{row number: statement}, as the full-text index names them."""
    named = conn.execute(
        "SELECT seq, id FROM statements WHERE seq IN (SELECT value FROM json_each(?))", (json.dumps(rows),)
    )
    numbers = {row["id"]: row["seq"] for row in named}
    return {numbers[one.id]: one for one in by_ids(conn, numbers)}


def of_speaker(conn: sqlite3.Connection, name: str) -> list[Statement]:
    """Every statement whose speaker bears that name, upper and lower case alike, in order of arrival."""
    corrected = "id IN (SELECT statement FROM corrections WHERE of_speaker"
    where = f"(speaker = ?1 COLLATE NOCASE AND NOT {corrected})) OR {corrected} AND speaker = ?1 COLLATE NOCASE)"
    return _load(conn, where, (name,))


def of_party(conn: sqlite3.Connection, party: str) -> list[Statement]:
    """Every statement settled on that party, in order of arrival."""
    return _load(conn, "id IN (SELECT statement FROM parties WHERE party = ? COLLATE NOCASE)", (party,))


def speakers(conn: sqlite3.Connection) -> list[tuple[str, str | None, int]]:
    """(name, the party it most often speaks for, statements), most statements first."""
    rows = conn.execute(
        "SELECT speaker, party, max(times), sum(times) AS statements FROM ("
        " SELECT iif(over.of_speaker, over.speaker, said.speaker) AS speaker,"
        " coalesce(parties.party, iif(over.of_speaker, over.party, said.party)) AS party, count(*) AS times"
        " FROM statements AS said LEFT JOIN parties ON parties.statement = said.id"
        " LEFT JOIN corrections AS over ON over.statement = said.id"
        " GROUP BY 1, 2 HAVING iif(over.of_speaker, over.speaker, said.speaker) IS NOT NULL ORDER BY 2"
        ") GROUP BY speaker ORDER BY statements DESC, speaker"
    )
    return [(row["speaker"], row["party"], row["statements"]) for row in rows]


def counted(conn: sqlite3.Connection) -> int:
    """How many statements there are."""
    return int(conn.execute("SELECT count(*) FROM statements").fetchone()[0])


def counts(conn: sqlite3.Connection, article_ids: Iterable[str]) -> dict[str, int]:
    """{article id: its statements}, for the articles that have some."""
    rows = conn.execute(
        "SELECT article, count(*) AS times FROM statements"
        " WHERE article IN (SELECT value FROM json_each(?)) GROUP BY article",
        (json.dumps(list(article_ids)),),
    )
    return {row["article"]: row["times"] for row in rows}


def readings(conn: sqlite3.Connection) -> list[Reading]:
    """Every shown article with its statements, in order of arrival."""
    held: dict[str, list[Statement]] = {}
    for one in _load(conn, "1", ()):
        held.setdefault(one.article, []).append(one)
    return [Reading(article, tuple(held.get(article.id, ()))) for article in articles.articles(conn)]


def keep_statements(conn: sqlite3.Connection, article_id: str, statements: Sequence[Statement]) -> bool:
    """Makes these the statements of the article; says whether that changed anything."""
    if _read(conn, "article = ?", (article_id,)) == list(statements):
        return False
    drop_statements(conn, article_id)
    for one in statements:
        values = _columns(one)
        named = ", ".join(f":{name}" for name in values)
        conn.execute(f"INSERT INTO statements ({', '.join(values)}) VALUES ({named})", values)
        conn.executemany("INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _figure_rows(one))
    return True


def ids(conn: sqlite3.Connection, beginning: str) -> list[str]:
    """The ids that begin with those letters, in order."""
    rows = conn.execute("SELECT id FROM statements WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id", (beginning,))
    return [row["id"] for row in rows]


def drop_statements(conn: sqlite3.Connection, article_id: str) -> None:
    """Forgets what was read in an article."""
    conn.execute("DELETE FROM statements WHERE article = ?", (article_id,))


def _load(conn: sqlite3.Connection, where: str, values: tuple[str, ...]) -> list[Statement]:
    return laid_over(conn, _read(conn, where, values))


def _read(conn: sqlite3.Connection, where: str, values: tuple[str, ...]) -> list[Statement]:
    rows = conn.execute(f"SELECT * FROM statements WHERE {where} ORDER BY seq", values).fetchall()
    found = conn.execute(
        f"SELECT * FROM figures WHERE statement IN (SELECT id FROM statements WHERE {where}) ORDER BY statement, n",
        values,
    )
    figures = grouped(found, "statement")
    return [_statement(row, figures.get(row["id"], [])) for row in rows]


def _columns(one: Statement) -> dict[str, Any]:
    (content, content_spans), (cue, cue_spans), (source, source_spans) = map(
        as_passage, (one.content, one.cue, one.source)
    )
    said_on, precision, confidence, reasons = as_when(one.said_on)
    return {
        "id": one.id,
        "article": one.article,
        "kind": one.kind,
        "content": content,
        "content_spans": content_spans,
        "cue": cue,
        "cue_spans": cue_spans,
        "source": source,
        "source_spans": source_spans,
        "speaker": one.speaker.name,
        "role": one.speaker.role,
        "party": one.speaker.party,
        "why": one.speaker.why,
        "stance": one.stance,
        "relay": as_list(one.relay),
        "hedges": as_list(one.hedges),
        "basis": as_list(one.basis),
        "confidence": one.confidence,
        "speaker_confidence": one.speaker.confidence,
        "said_on": said_on,
        "said_on_precision": precision,
        "said_on_confidence": confidence,
        "said_on_reasons": reasons,
        "sense": one.sense,
    }


def _figure_rows(one: Statement) -> list[tuple[Any, ...]]:
    return [
        (one.id, n, figure.value, figure.high, figure.unit, figure.of, figure.bound, *figure.span)
        for n, figure in enumerate(one.figures)
    ]


def _statement(row: sqlite3.Row, figures: list[sqlite3.Row]) -> Statement:
    content = from_passage(row, "content")
    assert content is not None, "a statement's content is never null"
    return Statement(
        id=row["id"],
        article=row["article"],
        kind=row["kind"],
        content=content,
        cue=from_passage(row, "cue"),
        source=from_passage(row, "source"),
        speaker=Speaker(row["speaker"], row["role"], row["party"], row["why"], row["speaker_confidence"]),
        stance=row["stance"],
        relay=from_list(row["relay"]),
        hedges=from_list(row["hedges"]),
        basis=from_list(row["basis"]),
        confidence=row["confidence"],
        said_on=from_when(row, "said_on"),
        figures=tuple(_figure(one) for one in figures),
        sense=row["sense"],
    )


def _figure(row: sqlite3.Row) -> Figure:
    span = Span(row["start"], row["end"])
    return Figure(row["value"], row["unit"], row["of"], row["bound"], span, row["high"])
