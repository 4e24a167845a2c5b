from hypothesis import given
from hypothesis import strategies as st

from onrecord.asking.question import MOST, read_question


def test_names_weigh_more_and_numbers_less_than_words() -> None:
    weights = read_question("The minister Ada Brook lost forty goats").weights
    assert weights["brook"] > weights["goat"] > weights["forty"]
    assert read_question("The minister Ada Brook lost goats").plain == frozenset(("minist", "lost", "goat"))


def test_a_question_asks_what_stands_behind_it() -> None:
    assert read_question("Is it true that the mill was sold?").text == "the mill was sold"
    assert read_question("Did the mill close?").text == "the mill close"


def test_only_a_denial_is_negated() -> None:
    assert read_question("the minister did not resign").negated == ("not",)
    assert read_question("nobody was killed").negated == ("nobody",)
    assert not read_question("the minister resigned").negated
    assert not read_question("a man without shoes was arrested").negated
    assert not read_question("the mayor denied the sale").negated
    assert not read_question("the mayor said that she was not told").negated


@given(st.text())
def test_any_text_is_a_question(text: str) -> None:
    asked = read_question(text)
    assert len(asked.text) <= MOST
    assert all(weight > 0 for weight in asked.weights.values())
