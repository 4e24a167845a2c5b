"""Hedge words: each once, in order, never the month."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Attribution, Span
from onrecord.statements.hedges import hedges_of


def hedges(text: str) -> tuple[str, ...]:
    return hedges_of(text, Attribution((Span(0, len(text)),)))


def test_each_once_in_order() -> None:
    assert hedges("It probably was, and may be, and probably is") == ("probably", "may")


def test_the_month_and_could_not_are_none() -> None:
    assert hedges("In May it could not be found") == ()


def test_only_content_and_cue() -> None:
    text = "Perhaps he is right, she reportedly said"
    cue = text.index("reportedly")
    assert hedges_of(text, Attribution((Span(11, 19),), Span(cue, cue + 10))) == ("reportedly",)


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_any_text(text: str, start: int, length: int) -> None:
    for hedge in hedges_of(text, Attribution((Span(start, start + length),))):
        assert hedge
