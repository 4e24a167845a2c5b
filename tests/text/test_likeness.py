"""Likeness: bounds, symmetry, and groups that do not depend on the order of what is grouped."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.likeness import (
    average_link,
    containment,
    cosine,
    groups,
    overlap,
    rarity,
    shingles,
    stem,
    terms,
    trigrams,
    weighed,
    words,
)


def test_words_keep_numbers_whole_and_drop_signs() -> None:
    assert words("The mayor’s 12,000 men; 3.5 per cent!") == [
        "the",
        "mayor",
        "s",
        "12,000",
        "men",
        "3.5",
        "per",
        "cent",
    ]


@pytest.mark.parametrize(
    ("one", "other"), [("denied", "denies"), ("troops", "troop"), ("closing", "closed"), ("12,000", "12000")]
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_terms_leave_out_small_words_and_negations() -> None:
    assert terms("There is no plan to close it") == [stem("plan"), stem("close")]


def test_containment_is_the_share_of_the_smaller() -> None:
    whole = shingles(["a", "b", "c", "d", "e", "f", "g", "h"], 3)
    part = shingles(["c", "d", "e", "f"], 3)
    assert containment(whole, part) == containment(part, whole) == 1.0
    assert containment(whole, set()) == 0.0


def test_what_is_rare_weighs_more() -> None:
    rare = rarity([["ferry", "said"], ["bank", "said"], ["said"]])
    found = weighed(["ferry", "said"], rare)
    assert found["ferry"] > found["said"]


@given(st.lists(st.sampled_from("abcdef")), st.lists(st.sampled_from("abcdef")))
def test_cosine_is_symmetric_and_bounded(one: list[str], other: list[str]) -> None:
    a, b = weighed(one, {}), weighed(other, {})
    assert 0.0 <= cosine(a, b) <= 1.0
    assert cosine(a, b) == pytest.approx(cosine(b, a))
    assert cosine(a, a) == pytest.approx(1.0 if one else 0.0)


def test_near_spellings_share_letters() -> None:
    assert overlap(trigrams("Marlowe"), trigrams("Marlow")) > overlap(trigrams("Marlowe"), trigrams("Brook"))
    assert overlap(set(), set()) == 0.0


@given(st.permutations([("b", "a"), ("c", "b"), ("e", "d"), ("x", "nowhere")]))
def test_groups_take_the_least_name_in_whatever_order(edges: list[tuple[str, str]]) -> None:
    assert groups("abcdex", edges) == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "d", "x": "x"}


def test_average_link_stops_below_the_least_and_at_the_fewest() -> None:
    alike = np.array([[1.0, 0.9, 0.1], [0.9, 1.0, 0.3], [0.1, 0.3, 1.0]])
    assert average_link(alike, 0.5) == [0, 0, 1]
    assert average_link(alike, 0.15) == [0, 0, 0]
    assert average_link(alike, 0.15, fewest=2) == [0, 0, 1]
    assert average_link(np.zeros((0, 0)), 0.5) == []


@given(st.permutations(range(5)))
def test_average_link_groups_the_same_in_any_order(order: list[int]) -> None:
    alike = np.array(
        [
            [1, 0.9, 0.2, 0.1, 0.1],
            [0.9, 1, 0.3, 0.1, 0.15],
            [0.2, 0.3, 1, 0.8, 0.1],
            [0.1, 0.1, 0.8, 1, 0.12],
            [0.1, 0.15, 0.1, 0.12, 1],
        ]
    )
    numbers = average_link(alike[np.ix_(order, order)], 0.5)
    found = {frozenset(order[at] for at in range(5) if numbers[at] == number) for number in numbers}
    assert found == {frozenset({0, 1}), frozenset({2, 3}), frozenset({4})}


@given(st.lists(st.lists(st.integers(0, 99), min_size=6, max_size=6), min_size=6, max_size=6))
def test_linking_part_by_part_is_linking_the_whole(rows: list[list[int]]) -> None:
    grid = np.array(rows) / 100
    alike = (grid + grid.T) / 2
    whole = average_link(alike, 0.4, fewest=2)  # several groups asked for: linked as one whole
    if max(whole) >= 2:
        assert average_link(alike, 0.4) == whole
