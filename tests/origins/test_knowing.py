"""The model of own knowledge: a number between 0 and 1, that names and order do not move."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.origins.hearing import Heard, features
from onrecord.origins.knowing import shipped

SAID = Heard("We counted nine goats ourselves", '" _ ," Falk said.', "", "Weir Board", True, True, "")


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=30))
def test_any_text_has_a_chance(content: str, frame: str, party: str) -> None:
    chance = shipped().chance(features(replace(SAID, content=content, frame=frame, party=party)))
    assert 0.0 <= chance <= 1.0


def test_names_and_numbers_are_known_by_their_kind() -> None:
    one = features(replace(SAID, content="Then Ines counted 9 goats", before="So Falk said."))
    assert one == features(replace(SAID, content="Then Oskar counted 12 goats", before="So Brook said."))


@pytest.mark.parametrize(
    ("knows", "repeats"),
    [
        ("We counted nine goats ourselves", "It was as the board had said"),
        ("I saw it from the footbridge with my own eyes", "The finding was right"),
    ],
)
def test_a_witness_is_likelier_to_know_than_one_who_takes_over(knows: str, repeats: str) -> None:
    model = shipped()
    assert model.chance(features(replace(SAID, content=knows))) > model.chance(features(replace(SAID, content=repeats)))


def test_the_bounds_stand_in_order() -> None:
    assert 0.0 < shipped().fair < shipped().sure < shipped().surer < 1.0
