"""Statements come back as they went in, by article, id, speaker and party."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from onrecord.model import Speaker
from onrecord.store import articles, statements
from tests.store.gold_record import gold_pages


def test_readings_come_back_equal(record: sqlite3.Connection) -> None:
    assert statements.readings(record) == [reading for reading, _ in gold_pages()]
    assert statements.counted(record) == sum(len(reading.statements) for reading, _ in gold_pages())


def test_ids_keep_their_order(record: sqlite3.Connection) -> None:
    every = [one for reading, _ in gold_pages() for one in reading.statements]
    wanted = [every[9].id, "unknown", every[2].id, every[30].id]
    assert statements.by_ids(record, wanted) == [every[9], every[2], every[30]]
    assert statements.by_ids(record, []) == []


def test_a_speaker_is_found_whatever_the_case(record: sqlite3.Connection) -> None:
    said = [one for reading, _ in gold_pages() for one in reading.statements if one.speaker.name == "Tomas Berecz"]
    assert len(said) > 3
    assert statements.of_speaker(record, "tomas BERECZ") == said
    assert statements.of_speaker(record, "Berecz") == []


def test_a_party_has_what_was_settled_on_it(record: sqlite3.Connection) -> None:
    said = [one for reading, _ in gold_pages() for one in reading.statements if one.speaker.party == "Kestria"]
    assert statements.of_party(record, "kestria") == said


def test_speakers_are_counted_with_their_party(record: sqlite3.Connection) -> None:
    found = statements.speakers(record)
    assert found[0] == ("Tomas Berecz", "Kestria", len(statements.of_speaker(record, "Tomas Berecz")))
    assert [count for *_, count in found] == sorted((count for *_, count in found), reverse=True)
    assert len({name for name, *_ in found}) == len(found)
    assert sum(count for *_, count in found) < statements.counted(record), "unnamed speakers are nobody"


def test_the_same_statements_change_nothing(record: sqlite3.Connection) -> None:
    reading = gold_pages()[0][0]
    before = record.total_changes
    assert not statements.keep_statements(record, reading.article.id, reading.statements)
    assert record.total_changes == before


def test_a_better_reading_takes_the_place_of_the_old(record: sqlite3.Connection) -> None:
    reading = gold_pages()[0][0]
    better = [replace(one, speaker=Speaker(None, None, None, "unnamed")) for one in reading.statements[:3]]
    assert statements.keep_statements(record, reading.article.id, better)
    assert statements.of_article(record, reading.article.id) == better
    assert articles.article(record, reading.article.id) == reading.article


def test_how_many_statements_articles_have(record: sqlite3.Connection) -> None:
    held = {reading.article.id: len(reading.statements) for reading, _ in gold_pages()}
    asked = list(held)[:3]
    assert statements.counts(record, [*asked, "none"]) == {one: held[one] for one in asked if held[one]}
