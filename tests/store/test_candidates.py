import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.store import articles as held_articles
from onrecord.store import statements as held_statements
from onrecord.store.candidates import any_of, article_ids, statement_ids


def test_some_of_the_words_are_enough_and_the_best_come_first(record: sqlite3.Connection) -> None:
    found = held_statements.by_ids(record, statement_ids(record, ["ferry", "overloaded", "xyzzy"], 20))
    assert found
    assert all("ferr" in one.content.text.lower() or "overload" in one.content.text.lower() for one in found)
    assert "overload" in found[0].content.text.lower()
    about = held_articles.by_ids(record, article_ids(record, ["ferry", "overloaded"], 5))
    assert 0 < len(about) <= 5


def test_strangers_find_nothing(record: sqlite3.Connection) -> None:
    assert statement_ids(record, ["xyzzy"], 20) == article_ids(record, ["xyzzy"], 20) == []
    assert statement_ids(record, [], 20) == article_ids(record, ["?!"], 20) == []


@given(st.lists(st.text(), max_size=40))
def test_whatever_is_typed_is_no_syntax(words: list[str]) -> None:
    query = any_of(words)
    conn = sqlite3.connect(":memory:")
    conn.execute("CREATE VIRTUAL TABLE words USING fts5 (content)")
    if query and "\0" not in query:
        assert conn.execute("SELECT * FROM words WHERE words MATCH ?", (query,)).fetchall() == []


@pytest.mark.parametrize("word", ['"', "NEAR(", "a OR", "*", "content:"])
def test_signs_of_the_query_language_are_taken_out(word: str) -> None:
    assert set(any_of([word])) <= set('"abcdefghijklmnopqrstuvwxyzNEARO ')
