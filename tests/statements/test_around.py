"""The sentence a place stands in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.statements.around import REACH, sentence_around

TEXT = "The mill is shut.  Ada Brook said so.\n\nNobody knew."


def test_the_sentence_there() -> None:
    assert TEXT[slice(*sentence_around(TEXT, 4))] == "The mill is shut."
    assert TEXT[slice(*sentence_around(TEXT, 25))] == "Ada Brook said so."
    assert sentence_around(TEXT, 18) == Span(18, 18)


@given(st.text(max_size=60), st.integers(0, 60))
def test_it_holds_the_place_or_nothing(text: str, at: int) -> None:
    start, end = sentence_around(text, at)
    assert start <= at < end or start == end == at


def test_a_sentence_without_end_is_cut() -> None:
    text = "word " * 2_000
    assert sentence_around(text, 5_000) == Span(5_000 - REACH, 5_000 + REACH)
