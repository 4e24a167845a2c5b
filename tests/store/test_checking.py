"""Whatever is changed behind onrecord's back is found."""

from __future__ import annotations

import sqlite3
import zlib

import pytest

from onrecord.store.checking import check

SPAN = "(SELECT id FROM statements WHERE cue IS NOT NULL ORDER BY seq LIMIT 1)"
FIRST = "(SELECT id FROM articles ORDER BY seq LIMIT 1)"
PART = '[{"kind": "%s", "span": [0, 9000000], "time": null, "author": null}]'
FAULTS = [
    ("UPDATE pages SET packed = x'00' WHERE rowid = 1", "its bytes do not unpack"),
    ("UPDATE pages SET size = size + 1 WHERE rowid = 1", "its bytes are not those that were added"),
    (f"UPDATE articles SET headline = 'Another' WHERE id = {FIRST}", "its id does not follow from its address"),
    (
        f"UPDATE articles SET url = 'https://tern.example/' WHERE id = {FIRST}",
        "its id does not follow from its address",
    ),
    (f"UPDATE statements SET content = 'never said' WHERE id = {SPAN}", "its content is not what stands at its spans"),
    (f"UPDATE statements SET cue_spans = '[[0, 3]]' WHERE id = {SPAN}", "its cue is not what stands at its spans"),
    (f"UPDATE statements SET cue_spans = '[[900000, 900003]]' WHERE id = {SPAN}", "its cue is not what stands at"),
    (f"UPDATE statements SET content_spans = '[]' WHERE id = {SPAN}", "its id does not follow from its spans"),
    ('UPDATE figures SET "end" = 9000000', "a figure lies outside the text"),
    ("UPDATE captures SET headers = '[1, 2' WHERE seq = 1", "its headers are damaged"),
    ("UPDATE captures SET headers = '[[1, 2]]' WHERE seq = 1", "its headers are damaged"),
    ("UPDATE captures SET page = 'gone' WHERE seq = 1", "what it names in pages is not there"),
    ("DELETE FROM captures WHERE seq = 1", "how it came is not kept"),
    ("DELETE FROM pages WHERE rowid = 1", "articles row 1: what it names in pages is not there"),
    (f"UPDATE articles SET parts = '{PART % 'item'}' WHERE id = {FIRST}", "a part lies outside its text"),
    (f"UPDATE articles SET parts = '{PART % 'verse'}' WHERE id = {FIRST}", "there is no part of the kind verse"),
    (f"UPDATE articles SET parts = '[{{' WHERE id = {FIRST}", "a list in it is damaged"),
    (f"UPDATE articles SET notes = '[{{}}]' WHERE id = {FIRST}", "a list in it is damaged"),
    (f"UPDATE articles SET signals = 'null' WHERE id = {FIRST}", "a list in it is damaged"),
    (f"UPDATE statements SET hedges = '[' WHERE id = {SPAN}", "a list in its statements is damaged"),
    (f"DELETE FROM articles WHERE id = {FIRST}", "what it names in articles is not there"),
    ("UPDATE claim_statements SET statement = 'nobody'", "what it names in statements is not there"),
    ("DELETE FROM article_words_docsize WHERE id = 1", "article_words lacks 1 rows"),
]


def test_a_good_record_has_no_problems(record: sqlite3.Connection) -> None:
    assert check(record) == []


@pytest.mark.parametrize(("change", "said"), FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_found(record: sqlite3.Connection, change: str, said: str) -> None:
    record.execute("PRAGMA foreign_keys = OFF")
    record.execute(change)
    problems = check(record)
    assert [one for one in problems if said in one], problems


def test_other_bytes_are_found(record: sqlite3.Connection) -> None:
    data = zlib.compress(b"another page")
    record.execute("UPDATE pages SET packed = ?, size = 12 WHERE rowid = 1", (data,))
    assert len([one for one in check(record) if "its bytes are not those" in one]) == 1
