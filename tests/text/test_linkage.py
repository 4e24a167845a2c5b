"""Average linkage in place comes to what the plain way comes to: the two nearest groups, again and again."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.likeness import Grid
from onrecord.text.linkage import joined


def plainly(alike: Grid, least: float, fewest: int) -> list[list[int]]:
    """Every average worked out anew from the rows themselves."""
    groups = [[row] for row in range(len(alike))]
    while len(groups) > fewest:
        pairs = [(alike[np.ix_(a, b)].mean(), a, b) for a, b in combinations(groups, 2)]
        near, a, b = max(pairs, key=lambda pair: pair[0])
        if near < least:
            break
        groups = [sorted(a + b) if one is a else one for one in groups if one is not b]
    return groups


@given(st.integers(1, 10), st.integers(0, 9_999), st.floats(0, 1), st.integers(1, 4))
def test_the_plain_way_comes_to_the_same(size: int, seed: int, least: float, fewest: int) -> None:
    values = np.random.default_rng(seed).random((size, size))
    alike = (values + values.T) / 2
    grid = alike.copy()
    np.fill_diagonal(grid, -np.inf)
    found = joined(grid, [[row] for row in range(size)], least, fewest)
    assert sorted(sorted(rows) for rows in found) == sorted(plainly(alike, least, fewest))


def test_nothing_is_nothing() -> None:
    assert joined(np.zeros((0, 0)), [], 0.5, 1) == []
