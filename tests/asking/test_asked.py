from itertools import permutations

from onrecord.asking import answer, read_question, shipped
from onrecord.asking.standing import Material
from onrecord.model import Article
from tests.asking.told import article, claim, said

ONE = article("a1", "The minister resigned on Monday, Norland said.", headline="Minister resigned", day="2026-03-03")
TWO = article("a2", "The minister has not resigned, Sudland said.", headline="Minister stays", day="2026-03-02")
THREE = article("a3", "The price of milk fell in May.", headline="Milk")
FOR = said(ONE, "The minister resigned on Monday", "asserts")
AGAINST = said(TWO, "The minister has not resigned", "denies", party="Sudland")


def held(articles: tuple[Article, ...] = (ONE, TWO, THREE)) -> Material:
    found = {one.id: one for one in articles}
    return Material(found, {one.id: one for one in (AGAINST, FOR)}, (claim(FOR, AGAINST),), frozenset(found))


def test_the_order_of_articles_changes_nothing() -> None:
    asked = read_question("the minister resigned")
    answers = {answer(asked, held(some), shipped()) for some in permutations((ONE, TWO, THREE))}
    assert len(answers) == 1
    found = answers.pop()
    assert found.claims == ("c1",)
    assert [one.position for one in found.articles][-1] == "unrelated"


def test_nothing_speaks_to_a_stranger() -> None:
    found = answer(read_question("the pope opened a bakery"), held(), shipped())
    assert found.is_empty
    assert [len(found.claims), len(found.parties), len(found.first)] == [0, 0, 0]


def test_a_negated_question_is_noted() -> None:
    found = answer(read_question("the minister did not resign"), held(), shipped())
    assert "turned round" in found.notes[0]
    assert {one.party: one.position for one in found.parties} == {"Norland": "against", "Sudland": "for"}


def test_a_question_without_words_is_told() -> None:
    found = answer(read_question("is it the?"), held(), shipped())
    assert found.is_empty
    assert "no word" in found.notes[-1]
