"""Trees as numbers."""

from __future__ import annotations

import numpy as np

from onrecord.stories.pairs import FEATURES
from onrecord.stories.trees import Trees, added, shipped, sureness

ONE = Trees(
    roots=np.array([0, 3]),
    feature=np.array([0, 0, 0, 0]),
    bound=np.array([0.5, 0.0, 0.0, 0.0]),
    left=np.array([1, 1, 2, 3]),
    right=np.array([2, 1, 2, 3]),
    value=np.array([0.0, -2.0, 2.0, 0.25]),
    start=0.0,
    depth=1,
)


def test_each_row_goes_its_way_and_all_trees_add_up() -> None:
    assert added(ONE, np.array([[0.5], [0.6]])).tolist() == [-1.75, 2.25]
    assert sureness(ONE, np.array([[0.6]])).tolist() == [0.904651]


def test_the_shipped_trees_stay_inside_themselves_and_know_the_features() -> None:
    trees = shipped("story_pairs")
    assert trees.feature.max() < len(FEATURES)
    assert max(trees.left.max(), trees.right.max()) < len(trees.value)
    same, apart = np.ones((1, len(FEATURES))), np.zeros((1, len(FEATURES)))
    assert sureness(trees, same)[0] > sureness(trees, apart)[0]
