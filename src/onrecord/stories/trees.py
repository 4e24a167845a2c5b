"""Boosted decision trees as plain numbers: how sure a trained model is, from features."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trees:
    """The nodes of all trees end to end: to the ``left`` where ``feature`` is at most ``bound``, else to the ``right``.

    A leaf goes to itself and gives ``value``. ``roots``: where each tree begins; ``depth``: steps to the deepest leaf.
    """

    roots: NDArray[np.intp]
    feature: NDArray[np.intp]
    bound: Numbers
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    value: Numbers
    start: float
    depth: int


def added(trees: Trees, features: Numbers) -> Numbers:
    """The sum of what the trees give, for each row of features."""
    at = np.broadcast_to(trees.roots, (len(features), len(trees.roots)))
    rows = np.arange(len(features))[:, None]
    for _ in range(trees.depth):
        goes_left = features[rows, trees.feature[at]] <= trees.bound[at]
        at = np.where(goes_left, trees.left[at], trees.right[at])
    total: Numbers = trees.value[at].sum(axis=1) + trees.start
    return total


def sureness(trees: Trees, features: Numbers) -> Numbers:
    """0.0 to 1.0 for each row of features, to six digits."""
    return np.round(1.0 / (1.0 + np.exp(-added(trees, features))), 6)


@cache
def shipped(name: str) -> Trees:
    """The trees of ``knowledge/weights/NAME.json``."""
    row = json.loads(files("onrecord.knowledge").joinpath("weights", f"{name}.json").read_text(encoding="utf-8"))
    roots, feature, left, right = (np.array(row[key], np.intp) for key in ("roots", "feature", "left", "right"))
    bound, value = (np.array(row[key], np.float64) for key in ("bound", "value"))
    return Trees(roots, feature, bound, left, right, value, float(row["start"]), int(row["depth"]))
