"""Every phrase finds the guest of its example, though somebody else is named beside him."""

from __future__ import annotations

import pytest

from onrecord.knowledge.tables import table
from onrecord.statements.forms_intro import interviewee


@pytest.mark.parametrize("row", table("form_intros"), ids=lambda row: row["phrase"])
def test_every_phrase_reads_its_example(row: dict[str, str]) -> None:
    text = f"Tore Frey was there too. {row['example']}"
    found = interviewee(text, len(text))
    assert found is not None
    assert text[slice(*found)] == row["expected"]


def test_without_a_phrase_two_names_are_one_too_many() -> None:
    text = "Tore Frey was there too. Ada Kell slept."
    assert interviewee(text, len(text)) is None
