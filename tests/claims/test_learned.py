"""Grids of the trained likeness: symmetric, in bounds, and nothing where there is no sense."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.claims.learned import learned
from onrecord.claims.sense import SIZE
from onrecord.claims.units import Unit
from onrecord.model import Speaker, Statement, passage

SENSES = st.lists(st.one_of(st.just(b""), st.binary(min_size=SIZE, max_size=SIZE)), min_size=1, max_size=6)


def unit(sense: bytes) -> Unit:
    said = Statement("i", "a", "direct", passage("x", ()), None, None, Speaker(None, None, None, ""), "asserts")
    return Unit(("i",), replace(said, sense=sense), 0, 0, "", "", False)


@given(SENSES)
def test_grids_are_symmetric_and_cosines_in_bounds(senses: list[bytes]) -> None:
    grids = learned([unit(one) for one in senses])
    for grid in grids.values():
        assert grid.shape == (len(senses), len(senses))
        assert np.allclose(grid, grid.T)
    assert np.abs(grids["learned"]).max() <= 1.0 + 1e-4


def test_same_senses_are_nearest_and_none_is_near_to_nothing() -> None:
    one, other = b"\x10" * SIZE, b"\x10\xf0" * (SIZE // 2)
    grid = learned([unit(one), unit(one), unit(other), unit(b"")])["learned"]
    assert grid[0, 1] > 0.999
    assert abs(grid[0, 2]) < 0.01
    assert not grid[3].any()
