"""Average linkage, and what a person decided held to whatever the likenesses say."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.claims.linking import Bounds, linked
from onrecord.text.likeness import Grid, average_link

sizes = st.integers(1, 9)


def grid(size: int, seed: int) -> Grid:
    values = np.random.default_rng(seed).random((size, size))
    return (values + values.T) / 2


@given(sizes, st.integers(0, 999), st.floats(0, 1), st.integers(1, 4))
def test_without_decisions_it_is_average_linkage(size: int, seed: int, least: float, fewest: int) -> None:
    alike = grid(size, seed)
    numbers = average_link(alike, least, fewest=max(fewest, 2))
    expected = [[row for row in range(size) if numbers[row] == one] for one in dict.fromkeys(numbers)]
    assert linked(alike, Bounds(least, max(fewest, 2))) == sorted(expected)


@given(st.integers(4, 9), st.integers(0, 999), st.floats(0, 1))
def test_every_row_is_in_one_group_and_decisions_hold(size: int, seed: int, least: float) -> None:
    found = linked(grid(size, seed), Bounds(least, 1, [[0, 2], [1]], [(2, 3)]))
    home = {row: at for at, rows in enumerate(found) for row in rows}
    assert sorted(home) == list(range(size))
    assert home[0] == home[2]
    assert home[0] != home[1]
    assert home[2] != home[3]


def test_what_is_held_apart_does_not_meet_through_a_third() -> None:
    alike = np.ones((3, 3))
    assert len(linked(alike, Bounds(0.5, 1, (), [(0, 1)]))) == 2


def test_what_lies_nearest_meets_first() -> None:
    alike = np.array([[1.0, 0.2, 0.9], [0.2, 1.0, 0.3], [0.9, 0.3, 1.0]])
    assert linked(alike, Bounds(0.5)) == [[0, 2], [1]]


def test_nothing_makes_no_groups() -> None:
    assert linked(np.zeros((0, 0)), Bounds(0.5)) == []
