from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.dateline import dateline_of, is_note

CASES = [
    ("VARNA BAY, March 2 (Saltwire) - The harbour closed.", "Varna Bay", "Saltwire", (3, 2), "The harbour"),
    ("VARNA, Ostland, March 2 (Saltwire) - The harbour closed.", "Varna, Ostland", "Saltwire", (3, 2), "The harbour"),
    ("VARNA, 3 March. The harbour closed.", "Varna", None, (3, 3), "The harbour"),
    ("Varna, 6 March. They came at dawn.", "Varna", None, (3, 6), "They"),
    ("VARNA, Sunday 8 March. Cheese was sold.", "Varna", None, (3, 8), "Cheese"),
    ("9 March. The town asked.", None, None, (3, 9), "The town"),
    ("Friday, 13 March. When a ship sails.", None, None, (3, 13), "When"),
    ("VARNA - Envoys met.", "Varna", None, None, "Envoys"),
    ("WASHINGTON (AP) — Rain fell.", "Washington", "AP", None, "Rain"),
    ("(Reuters) - Rain fell.", None, "Reuters", None, "Rain"),
    ("PARIS, April 5, 2024 (AFP) - Rain fell.", "Paris", "AFP", (4, 5), "Rain"),
]


@pytest.mark.parametrize(("text", "place", "credit", "day", "rest"), CASES)
def test_forms(text: str, place: str | None, credit: str | None, day: tuple[int, int] | None, rest: str) -> None:
    found = dateline_of(text)
    assert (found.place, found.credit) == (place, credit)
    assert (found.day and (found.day.month, found.day.day)) == day
    assert text[found.end :].startswith(rest)


@pytest.mark.parametrize(
    "text",
    [
        "On Saturday 14 March, eleven days before the vote, he lunched.",
        "Retraction, 15 March 2026. On 9 March this page carried a report.",
        "The harbour closed - again.",
        "Prime Minister Anna Holt - the second to resign - said so.",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert not dateline_of(text).found


def test_notes_about_the_article() -> None:
    assert is_note("Correction, 7 March: An earlier version named the wrong ship.")
    assert is_note("Editor's note: This story was changed.")
    assert not is_note("Correction of the course took an hour.")
    assert not is_note("Updates from the harbour came late.")


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert 0 <= dateline_of(text).end <= len(text)
