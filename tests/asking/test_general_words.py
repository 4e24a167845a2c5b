import pytest

from onrecord.asking.general_words import is_general


@pytest.mark.parametrize("word", ["the", "said", "hoax", "reportedly", "confirmed"])
def test_words_about_nothing_are_general(word: str) -> None:
    assert is_general(word)


@pytest.mark.parametrize("word", ["january", "goose", "watch", "lima", "", "12"])
def test_words_for_things_are_not(word: str) -> None:
    assert not is_general(word)
