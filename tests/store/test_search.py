"""Search finds words, never syntax, and never raises."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.store.opening import open_record
from onrecord.store.search import Hits, Piece, search
from onrecord.store.seeking import as_query
from tests.publish.small_record import small_record
from tests.store.gold_record import gold_pages

SYNTAX = [
    '"',
    '""',
    "a AND",
    "NOT",
    "OR OR",
    "NEAR(a b, 3)",
    "headline:ferry",
    "ferry*",
    "^ferry",
    "(",
    ")",
    "-",
    "a-b",
    "{x}:",
]


@pytest.fixture(scope="module")
def shared(gold_file: Path) -> Iterator[sqlite3.Connection]:
    """A record that the searches of this file share."""
    with closing(open_record(gold_file, readonly=True)) as conn:
        yield conn


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


@settings(deadline=None)
@given(st.text() | st.sampled_from(SYNTAX) | st.text(alphabet='"*^():-+{}\\\x00\ud800aé,. ', max_size=30))
@example("\x00").via("ends a C string")
@example("ferry \ud800").via("cannot be encoded")
@example("ferry" * 5000).via("too long")
def test_nothing_that_is_typed_raises(shared: sqlite3.Connection, words: str) -> None:
    assert isinstance(search(shared, words), Hits)


@pytest.mark.parametrize("words", SYNTAX)
def test_syntax_is_looked_for_as_words(words: str) -> None:
    assert re.fullmatch(r'("\w[\w ]*"( (?=")|$))*', as_query(words))
    assert re.findall(r"\w+", as_query(words)) == re.findall(r"\w+", words)


def test_all_the_words_must_be_there(shared: sqlite3.Connection) -> None:
    for hit in search(shared, "ferry overloaded", limit=50).articles:
        words = f"{hit.article.headline} {hit.article.text}".casefold()
        assert "ferr" in words
        assert "overload" in words
    assert search(shared, "ferry overloaded").articles
    assert not search(shared, "ferry unheardof").articles


def test_quoted_words_are_a_phrase(shared: sqlite3.Connection) -> None:
    phrase = search(shared, '"bow door"').articles
    assert phrase
    assert all("bow door" in hit.article.text.casefold() for hit in phrase)
    assert not search(shared, '"door bow"').articles
    assert search(shared, "door bow").articles


def test_other_forms_of_a_word_are_found_whatever_the_case(shared: sqlite3.Connection) -> None:
    assert {hit.article.id for hit in search(shared, "FERRIES").articles} == {
        hit.article.id for hit in search(shared, "ferry").articles
    }


def test_headlines_weigh_more(shared: sqlite3.Connection) -> None:
    best = search(shared, "ferry", limit=3).articles
    assert all("ferry" in hit.article.headline.casefold() for hit in best)


def test_what_is_shown_is_what_is_there(shared: sqlite3.Connection) -> None:
    hits = search(shared, "ferry overloaded")
    for hit in hits.articles:
        assert shown(hit.headline) == hit.article.headline
        assert shown(hit.snippet).strip("…") in hit.article.text
        assert any(piece.hit for piece in (*hit.headline, *hit.snippet))
    assert hits.statements
    for said in hits.statements:
        assert shown(said.snippet).strip("…") in said.statement.content.text
        assert {piece.text.casefold() for piece in said.snippet if piece.hit} <= {"ferry", "overloaded"}


def test_speakers_are_found(shared: sqlite3.Connection) -> None:
    found = search(shared, "Berecz", limit=100).statements
    assert sum(hit.statement.speaker.name == "Tomas Berecz" for hit in found) > 3


def test_newest_come_by_day_the_last_to_arrive_first(shared: sqlite3.Connection) -> None:
    arrived = [reading.article.id for reading, _ in gold_pages()]
    hits = search(shared, "ferry", newest=True).articles
    order = [(hit.article.published.value or "", arrived.index(hit.article.id)) for hit in hits]
    assert order == sorted(order, reverse=True)
    assert len(search(shared, "ferry", limit=2, newest=True).articles) == 2


def test_marks_of_ours_in_what_a_page_says_are_no_marks_and_cost_nothing(tmp_path: Path) -> None:
    small_record(tmp_path / "a.db", lambda said: said + "\x02" * 200_000)
    with closing(open_record(tmp_path / "a.db")) as conn:
        began = process_time()
        found = search(conn, "bridge")
        assert process_time() - began < 3.0  # looking for an end after each beginning took half a minute
    assert all("\x02" not in piece.text for hit in found.articles for piece in (*hit.headline, *hit.snippet))
    assert found.articles
