from time import process_time

import pytest

from onrecord.asking.first import first_reports, key_of
from onrecord.asking.question import read_question
from tests.asking.told import article, said

ASKED = read_question("the mill was sold")


def test_the_outlet_most_named_comes_first_with_words() -> None:
    one = article("a1", "The mill was sold, the Eastwire Herald first reported.", outlet="Harrow Post")
    two = article("a2", "The mill was sold, according to a report in the Eastwire Herald.", outlet="QTV")
    three = article("a3", "QTV reported that the mill was sold.", outlet="Daily Crane")
    found = first_reports(ASKED, [one, two, three], ())
    assert [key_of(row.outlet) for row in found] == ["eastwireherald", "qtv"]
    assert found[0].named_by == ("a1", "a2")
    assert all(one.text[start:end] == found[0].words.text for start, end in found[0].words.spans)


def test_an_article_does_not_name_its_own_outlet() -> None:
    one = article("a1", "The mill was sold, a baker told the Harrow Post.", outlet="Harrow Post")
    assert first_reports(ASKED, [one], ()) == ()


def test_a_relay_names_an_outlet() -> None:
    one = article("a1", "The mill was sold.", outlet="Harrow Post")
    relayed = said(one, "The mill was sold", "asserts", relay=("Eastwire",))
    assert [row.outlet for row in first_reports(ASKED, [one], (relayed,))] == ["Eastwire"]


def test_a_person_is_no_outlet() -> None:
    one = article("a1", "The mill was sold, according to Ada Brook.", outlet="Harrow Post")
    assert first_reports(ASKED, [one], ()) == ()


@pytest.mark.parametrize(
    "text",
    ["x" * 60_000, "A.b" * 20_000, "A-" * 30_000, "A b " * 15_000, f"{('X' * 40 + ' ') * 23}X. " * 80],
    ids=["a word", "dots", "signs", "words", "sentences"],
)
def test_words_without_end_cost_no_more_than_their_length(text: str) -> None:
    began = process_time()
    assert first_reports(ASKED, [article("a1", text, outlet="QTV")], ()) == ()
    assert process_time() - began < 5.0
