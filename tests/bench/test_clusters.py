"""Groups against the groups wanted."""

from __future__ import annotations

import pytest

from bench.clusters import b_cubed, pairwise

WANTED = {"a": 1, "b": 1, "c": 2, "d": 2}


def test_right_groups_score_one_whatever_their_names() -> None:
    found = {"a": "x", "b": "x", "c": "y", "d": "y"}
    assert b_cubed(WANTED, found) == pairwise(WANTED, found) == 1.0


def test_all_alone_and_all_together() -> None:
    assert pairwise(WANTED, {}) == 0.0
    assert b_cubed(WANTED, {}) == pytest.approx(2 / 3)
    assert b_cubed(WANTED, dict.fromkeys(WANTED, 0)) == pytest.approx(2 / 3)
    assert pairwise(WANTED, dict.fromkeys(WANTED, 0)) == pytest.approx(0.5)
