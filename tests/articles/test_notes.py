from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.notes import credited_in, kind_of_note, notes_in
from onrecord.model import Note


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Correction: The crane is 40 metres high, not 400 as this page said.", "correction"),
        ("Editor's note: An error in the name of the ship has been corrected.", "correction"),
        ("Update: The port office said on Tuesday that the harbour was open again.", "update"),
        ("Mira Hollis in Varna and Jon Pell in Oslo contributed reporting.", "credit"),
        ("Correction of the course took the pilot an hour and a half.", None),
        ("Updated: March 4, 2026 1:35 a.m.", None),
        ("Updates from the harbour came late, the mayor said on Monday.", None),
        ("The writer has contributed to the art of the town for forty years.", None),
        ("Reporting by satellite was new in those days, and the ships of the line had no set aboard; " * 6, None),
        ("© Reuters / Jon Pell", None),
        ("", None),
    ],
)
def test_kinds(line: str, kind: str | None) -> None:
    assert kind_of_note(line) == kind


def test_a_note_is_kept_once_and_word_for_word() -> None:
    line = "Correction, 7 March: the crane stood in Varna, not in Oslo."
    assert notes_in([line, "Rain fell on the harbour all day.", line]) == (Note("correction", line),)


@pytest.mark.parametrize(
    ("note", "last", "agencies"),
    [
        ("With files from The Canadian Press", "Rain fell.", ["The Canadian Press"]),
        ("The Associated Press contributed to this report.", "Rain fell.", ["AP"]),
        ("Mit Material von dpa", "Rain fell.", ["dpa"]),
        ("Reporting by Mira Hollis; editing by Jon Pell", "Rain fell.", []),
        ("Mit Material von AFP, AP, dpa und Reuters", "Rain fell.", []),
        (None, "Der Hafen ist zu. (dpa)", ["dpa"]),
        (None, "Der Hafen ist zu. (dpa/lno)", ["dpa"]),
        (None, "Rain fell (again)", []),
    ],
)
def test_agencies_in_credits(note: str | None, last: str, agencies: list[str]) -> None:
    assert list(credited_in([Note("credit", note)] if note else [], [last])) == agencies


@given(st.lists(st.text(max_size=120), max_size=6))
def test_any_lines(lines: list[str]) -> None:
    notes = notes_in(lines)
    assert all(note.text in lines for note in notes)
    assert list(credited_in(notes, lines)) == list(credited_in(notes, lines))
