"""A claim put to a record and to readings."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.pipeline.asking import ARTICLES, STATEMENTS, ask_readings, ask_record
from onrecord.store.opening import open_record
from tests.asking.told import article, reading, said
from tests.store.gold_record import keep_gold

SENDS = "Ostvania is preparing to send troops to Belmora"


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    conn = open_record(tmp_path_factory.mktemp("gold") / "record.db")
    keep_gold(conn)
    yield conn
    conn.close()


def test_a_record_answers_with_its_own_words(gold: sqlite3.Connection) -> None:
    found = ask_record(gold, SENDS)
    assert set(found.claims) == set(found.answer.claims)
    assert found.answer.claims
    stands = {one.party: one.position for one in found.answer.parties}
    assert (stands["Kestria"], stands["Ostvania"]) == ("for", "against")
    for one in found.answer.articles:
        assert one.position != "unrelated"
        assert one.words is not None
        text = found.articles[one.article].text
        assert " … ".join(text[start:end] for start, end in one.words.spans) == one.words.text


def test_only_what_the_index_gives_is_read(gold: sqlite3.Connection) -> None:
    asked: list[str] = []
    gold.set_trace_callback(asked.append)
    try:
        ask_record(gold, SENDS)
    finally:
        gold.set_trace_callback(None)
    searches = [one for one in asked if " MATCH " in one]
    assert [f"LIMIT {limit}" in one for one, limit in zip(searches, (STATEMENTS, ARTICLES), strict=True)] == [
        True,
        True,
    ]


def test_nothing_in_the_record_speaks_to_a_stranger(gold: sqlite3.Connection) -> None:
    found = ask_record(gold, "the pope opened a bakery in Lima")
    assert found.answer.is_empty
    assert found.answer.articles == ()


def test_readings_are_settled_among_themselves() -> None:
    one = article("a1", "The mill was sold in May, Norland said. It is late.", headline="Mill sold")
    two = article("a2", "Milk is cheap, Sudland said.", headline="Milk")
    readings = [reading(one, said(one, "The mill was sold in May", "asserts")), reading(two)]
    found = ask_readings(readings, "the mill was sold")
    assert [(row.party, row.position) for row in found.answer.parties] == [("Norland", "for")]
    assert {row.article: row.position for row in found.answer.articles}["a2"] == "unrelated"
    assert ask_readings(readings[::-1], "the mill was sold").answer == found.answer


def test_no_readings_are_no_answer(tmp_path: Path) -> None:
    assert ask_readings([], "the mill was sold").answer.is_empty
