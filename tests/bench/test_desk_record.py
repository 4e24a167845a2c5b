"""A record made larger for timing the desk is a sound one: its spans, its links and its pages hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bench.desk_record import Names, counts, grow, named
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.article import article_page
from onrecord.publish.pages.claim import claim_page
from onrecord.store import articles, claims, search, statements, stories
from onrecord.store.opening import open_record
from tests.publish.small_record import plain, small_record

TIMES = 3


def test_a_grown_record_holds_together(tmp_path: Path) -> None:
    small_record(tmp_path / "small.db", plain)
    with closing(open_record(tmp_path / "small.db")) as conn:
        before = counts(conn)
        grow(conn, TIMES)
        assert counts(conn) == {table: rows * (1 + TIMES) for table, rows in before.items()}
        assert not conn.execute("PRAGMA foreign_key_check").fetchall()
        _check_statements(conn)
        for one in claims.claims(conn):
            assert stories.story(conn, one.story)
            assert set(one.statements) >= {said for at in one.positions for said in at.statements}
            assert claim_page(conn, Addresses("test"), one.id)
        found = search.search(conn, "bridge", limit=100)
        assert len(found.articles) == before["articles"] * (1 + TIMES)


def _check_statements(conn: sqlite3.Connection) -> None:
    for article in articles.articles(conn):
        said = statements.of_article(conn, article.id)
        assert said
        for one in said:
            spans = one.content.spans
            assert " ".join(article.text[span.start : span.end] for span in spans) == one.content.text
        assert article_page(conn, Addresses("test"), article.id)


def test_days_are_earlier(tmp_path: Path) -> None:
    small_record(tmp_path / "small.db", plain)
    with closing(open_record(tmp_path / "small.db")) as conn:
        first = {one.day for one in articles.listed(conn)}
        grow(conn, 1)
        held = {one.day for one in articles.listed(conn)}
    assert len(held) == 2 * len(first)


def test_names_keep_their_length() -> None:
    names = Names(frozenset(["Vessa", "TARN"]))
    text = "Vessa and TARN moved the bridge, Vessa’s own."
    for k in range(40):
        again = names.change(text, k)
        assert again is not None
        assert len(again) == len(text)
        assert again.startswith(named("Vessa", k))
        assert again.endswith("’s own.")
        assert " and " in again


@pytest.mark.parametrize("word", ["Vessa", "Ana", "Kol"])
def test_a_name_is_called_the_same_throughout_a_clone(word: str) -> None:
    assert named(word, 7) == named(word, 7)
