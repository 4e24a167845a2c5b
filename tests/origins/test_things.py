"""Two things of one kind are told by their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Passage, Speaker, Statement
from onrecord.origins.things import named_apart


def said(text: str) -> Statement:
    return Statement("1", "a", "direct", Passage(text, ()), None, None, Speaker("A", None, "A", ""), "asserts")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("I saw the Little Hale dam break", "the Hale dam had burst", True),
        ("The Vale dam burst", "the Hale dam had burst", True),
        ("the Hale dam broke at six", "the Hale dam had burst", False),
        ("The dam broke at six", "the Hale dam had burst", False),
        ("Hale’s dam broke", "The Hale dam had burst", False),
        ("the Hale bridge fell", "the Hale dam had burst", True),
        ("the Hale dam and the Vale dam burst", "the Hale dam had burst", False),
    ],
)
def test_things_of_one_kind(one: str, other: str, apart: bool) -> None:
    assert named_apart(said(one), said(other)) is apart


@given(st.text(), st.text())
def test_both_ways_alike_and_never_apart_from_itself(one: str, other: str) -> None:
    assert named_apart(said(one), said(other)) == named_apart(said(other), said(one))
    assert not named_apart(said(one), said(one))
