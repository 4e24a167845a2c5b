"""The notes in the margin of an article, and how sure its day is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model import When
from onrecord.publish import evidence
from onrecord.publish.pages.article import notes_of, sureness
from onrecord.store import statements
from onrecord.store.opening import open_record
from tests.publish.small_record import article, plain, small_record


def test_notes_are_numbered_as_the_statements_stand(tmp_path: Path) -> None:
    settled = small_record(tmp_path / "record.db", plain)
    conn = open_record(tmp_path / "record.db", readonly=True)
    said = statements.of_article(conn, article("one", plain).id)
    around = evidence.of_statements(conn, said[::-1])
    conn.close()
    notes = notes_of(around, {settled.claims[0].id: "The wording"})
    assert [notes[one.id].number for one in said] == [1, 2, 3, 4]
    assert {note.wording for note in notes.values()} == {"The wording"}
    assert [notes[one.id].party for one in said] == ["Vessa", "Vessa", "Tarn", None]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When("2026-05-04", "day", 0.95), "certain"),
        (When("2026-05-04", "day", 0.6), "likely"),
        (When("2026-05-04", "day", 0.2), "uncertain"),
        (When(None, "unknown", 0.0), "the day could not be found"),
    ],
)
def test_how_sure_the_day_is(when: When, words: str) -> None:
    assert sureness(replace(article("one", plain), published=when)) == words
