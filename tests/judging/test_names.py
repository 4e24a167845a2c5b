"""Names that people merge and part."""

from __future__ import annotations

from onrecord.judging.names import party_names
from onrecord.model import Judgement, PartyNames
from tests.judging.given import judgement


def same(id_: int, name: str, kept: str) -> Judgement:
    return judgement(id_, "same_party", party=name, value=kept)


def other(id_: int, name: str, apart: str) -> Judgement:
    return judgement(id_, "other_party", party=name, value=apart)


def test_names_follow_through_to_the_one_that_is_kept() -> None:
    assert party_names([same(1, "a", "b"), same(2, "b", "c")]) == PartyNames({"a": "c", "b": "c"})


def test_the_later_word_says_which_name_is_kept() -> None:
    assert party_names([same(1, "a", "b"), same(2, "b", "a")]) == PartyNames({"b": "a"})


def test_parting_two_names_lets_the_third_stay() -> None:
    found = party_names([same(1, "a", "c"), same(2, "b", "c"), other(3, "a", "c")])
    assert found == PartyNames({"b": "c"}, (("a", "c"),))


def test_merged_again_they_are_apart_no_more() -> None:
    assert party_names([other(1, "a", "b"), same(2, "a", "b")]) == PartyNames({"a": "b"})
