import pytest

from onrecord.asking.matching import nearness, turn
from onrecord.asking.question import read_question
from onrecord.model import Stance

RESIGNED, NOT_RESIGNED = "the minister resigned", "the minister did not resign"


@pytest.mark.parametrize(
    ("asked", "stance", "words", "position"),
    [
        (RESIGNED, "asserts", "the minister resigned on Monday", "for"),
        (NOT_RESIGNED, "asserts", "the minister resigned on Monday", "against"),
        (RESIGNED, "denies", "the minister has not resigned", "against"),
        (NOT_RESIGNED, "denies", "the minister has not resigned", "for"),
        (RESIGNED, "asserts", "the minister refused to resign", "against"),
        (RESIGNED, "asserts", "the minister remains in office", "against"),
        (NOT_RESIGNED, "asserts", "the minister remains in office", "for"),
        (RESIGNED, "denies", "the minister remains in office", "for"),
        (RESIGNED, "relays", "the minister resigned", "observing"),
        (NOT_RESIGNED, "no_comment", "the minister resigned", "observing"),
        ("forty people died", "asserts", "twelve people died", "observing"),
        ("forty people died", "denies", "forty people died", "against"),
        ("forty people died", "denies", "twelve people died", "observing"),
    ],
)
def test_a_stance_is_turned_toward_the_question(asked: str, stance: Stance, words: str, position: str) -> None:
    assert turn(read_question(asked), stance, words).position == position


def test_a_turn_says_why() -> None:
    assert turn(read_question(NOT_RESIGNED), "asserts", "the minister resigned").why == "the question says “not”"
    assert "converse" in turn(read_question(RESIGNED), "asserts", "the minister remains in office").why
    assert turn(read_question(RESIGNED), "asserts", "the minister resigned").why == ""


def test_words_around_count_half_and_only_beside_own_words() -> None:
    asked = read_question("the minister of mills resigned")
    assert nearness(asked, "the minister resigned") < nearness(asked, "the minister resigned", around="mills") < 1
    assert nearness(asked, "a goat was sold", around="the minister of mills resigned") == 0


def test_likeness_can_stand_in_for_words() -> None:
    asked = read_question("the minister resigned")
    assert nearness(asked, "he has gone", likeness=lambda one, other: 0.9) == pytest.approx(0.9)


def test_names_alone_speak_to_nothing() -> None:
    assert nearness(read_question("Sundal will buy Quillon"), "Sundal and Quillon make cables") == 0
