"""How surely each line of a page belongs to the story: boosted trees over its features, weights as data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.body_features import Rows, Seen, Told, features_of

WEIGHTS = "body_lines.json"
Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees side by side, one a row: a leaf leads to itself, so that all are walked equally deep."""

    feature: NDArray[np.int32]
    bound: Numbers
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: Numbers
    bias: float
    depth: int

    def sums(self, rows: Rows) -> Numbers:
        """The log-odds of every row."""
        trees, most = self.feature.shape
        first = np.arange(trees)[None, :] * most
        line = np.arange(len(rows))[:, None] * rows.shape[1]
        flat, place = np.ascontiguousarray(rows).ravel(), np.broadcast_to(first, (len(rows), trees))
        for _ in range(self.depth):
            lower = flat.take(line + self.feature.take(place)) <= self.bound.take(place)
            place = first + np.where(lower, self.left.take(place), self.right.take(place))
        return np.asarray(self.value.take(place).sum(axis=1) + self.bias, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Labeller:
    """``hints``: what each class word and each word of a short line weighs."""

    hints: Mapping[str, float]
    trees: Trees

    def log_odds(self, all_seen: Sequence[Seen], told: Told) -> Numbers:
        """One number a line, above 0 where it rather belongs to the story than not."""
        if not all_seen:
            return np.zeros(0, dtype=np.float32)
        return self.trees.sums(features_of(all_seen, told, self.hints))


def trees_of(rows: Sequence[Mapping[str, Sequence[float]]], bias: float) -> Trees:
    """Trees from rows of nodes: feature (-1 for a leaf), bound, left, right, value."""
    most = max(len(row["feature"]) for row in rows)

    def table(name: str) -> NDArray[np.float64]:
        return np.array([[*row[name], *[0] * (most - len(row[name]))] for row in rows], dtype=np.float64)

    feature, value = table("feature"), table("value")
    leaf = feature < 0
    own = np.arange(most)[None, :]
    return Trees(
        feature=np.maximum(feature, 0).astype(np.int32),
        bound=table("bound").astype(np.float32),
        left=np.where(leaf, own, table("left")).astype(np.int32),
        right=np.where(leaf, own, table("right")).astype(np.int32),
        value=value.astype(np.float32),
        bias=bias,
        depth=max(_depth(row) for row in rows),
    )


def _depth(row: Mapping[str, Sequence[float]]) -> int:
    deepest, level = 0, {0}
    while level := {int(row[side][at]) for at in level if row["feature"][at] >= 0 for side in ("left", "right")}:
        deepest += 1
    return deepest


@cache
def labeller() -> Labeller:
    """The one that comes with the package; how it was made is in the card beside its weights."""
    text = files("onrecord.knowledge").joinpath("weights", WEIGHTS).read_text(encoding="utf-8")
    row: dict[str, Any] = json.loads(text)
    return Labeller(row["hints"], trees_of(row["trees"], row["bias"]))
