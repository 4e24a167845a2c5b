from hypothesis import given
from hypothesis import strategies as st

from onrecord.asking.polarity import converse, denial, denies, negations


def test_a_negation_reaches_its_own_clause_only() -> None:
    assert denies({"resign"}, "The minister has not resigned.")
    assert denies({"resign"}, "The minister refused to resign.")
    assert not denies({"resign"}, "The minister did not wait, she resigned.")
    assert not denies({"resign"}, "The minister resigned because she was not heard.")


def test_two_negations_are_no_denial() -> None:
    assert denial("the minister did not resign")
    assert not denial("nobody did not resign")


def test_a_converse_needs_both_words_apart() -> None:
    assert converse("the minister resigned", "The minister remains in office.") == ("resigned", "remains in office")
    assert converse("the minister resigned", "The minister resigned, though his deputy remains in office.") is None
    assert converse("the minister sang", "The minister remains in office.") is None


@given(st.text())
def test_every_negation_stands_in_the_text(text: str) -> None:
    assert all(one in text for one in negations(text))
