from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.labeller import Trees, trees_in

# One tree of depth two over two features: first 0 <= 1.5? then 1 <= 0.5 or 1 <= 2.5.
TREES = Trees(
    np.array([[0, 1, 1]], dtype=np.int32),
    np.array([[1.5, 0.5, 2.5]], dtype=np.float32),
    np.array([[-2.0, -1.0, 1.0, 2.0]], dtype=np.float32),
    0.5,
)


def test_every_leaf_is_reached() -> None:
    rows = np.array([[1, 0], [1.5, 1], [2, 2], [2, 3]], dtype=np.float32)
    odds = np.log(TREES.probabilities(rows) / (1 - TREES.probabilities(rows)))
    assert odds == pytest.approx([-1.5, -0.5, 1.5, 2.5])


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2500))
def test_one_probability_a_row(count: int) -> None:
    found = TREES.probabilities(np.full((count, 2), 9, dtype=np.float32))
    assert found.shape == (count,)
    assert ((found > 0.9) & (found < 1)).all()


def test_trees_by_name() -> None:
    arrays = {
        "a_feature": TREES.feature, "a_threshold": TREES.threshold, "a_value": TREES.value, "a_bias": np.array(0.5)
    }  # fmt: skip
    assert trees_in(arrays, "a").bias == 0.5
    with pytest.raises(KeyError):
        trees_in(arrays, "b")
