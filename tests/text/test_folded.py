"""Names without what differs from writer to writer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.folded import folded


def test_case_accents_and_blanks_are_no_difference() -> None:
    assert folded("  Édith   BÉRY ") == "edith bery"
    assert folded("Straße") == folded("STRASSE")


@given(st.text())
def test_any_text_can_be_folded(text: str) -> None:
    assert folded(text) == " ".join(folded(text).split())
