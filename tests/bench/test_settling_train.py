"""The measure that training goes by."""

from __future__ import annotations

import pytest

from bench.settling_train import b_cubed


def test_b_cubed_of_the_same_groups_is_one_and_of_one_heap_less() -> None:
    assert b_cubed([("a", "1"), ("a", "1"), ("b", "2")]) == 1.0
    assert b_cubed([("a", "1"), ("a", "1"), ("b", "1"), ("b", "1")]) == pytest.approx(2 / 3)
    assert b_cubed([("a", "1"), ("a", "2")]) == pytest.approx(2 / 3)
