"""Names that are not written as they look."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.letters import MOST, oddities


@pytest.mark.parametrize(
    "name",
    [
        "Ada Moreau",
        "Édith Béry",
        "Łukasz Żak",
        "Анна Коваль",
        "Νίκος",
        "Ada Коваль",
        "トヨタTV",
        "김 Minsu",
        "O’Neill-2",
        "",
    ],
)
def test_plain_names_have_nothing_to_tell(name: str) -> None:
    assert oddities(name) == ()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("P\u0430vo", "written with letters of another script: \u0430 (cyrillic small letter a)"),
        ("Ada \u202eMoreau", "holds characters that do not show: U+202E right-to-left override"),
        ("Ada\u200bMoreau", "holds characters that do not show: U+200B zero width space"),
        ("Ada\U000e0041Moreau", "holds characters that do not show: U+E0041 tag latin capital letter a"),
        ("Ada\u200dMoreau", "holds characters that do not show: U+200D zero width joiner"),
    ],
)
def test_what_cannot_be_seen_is_told(name: str, told: str) -> None:
    assert oddities(name) == (told,)


@given(st.text())
def test_any_text_is_looked_at(text: str) -> None:
    assert len(oddities(text)) <= MOST


def test_a_name_without_end_costs_no_more_than_its_length() -> None:
    began = process_time()
    oddities("x" * 50_000 + "\u0430")
    assert process_time() - began < 3.0  # a count a letter took half a minute
