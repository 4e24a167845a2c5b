"""Boosted trees as plain arrays: a table of features in, one probability a row out.

Every tree is written out to the same depth as a heap (the children of node n are 2n + 1 and 2n + 2), so that all trees
are walked at once. After J. H. Friedman, Greedy function approximation (2001).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

AT_ONCE = 1000  # rows: bounds the memory for a page of many lines


@dataclass(frozen=True, slots=True)
class Trees:
    """``feature``, ``threshold``: trees by inner nodes; ``value``: trees by leaves; ``bias``: the log-odds of all."""

    feature: NDArray[np.int32]
    threshold: NDArray[np.float32]
    value: NDArray[np.float32]
    bias: float

    def probabilities(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """How likely each row (features as in training) is what the trees look for, 0.0 to 1.0."""
        chunks = [self._chunk(rows[at : at + AT_ONCE]) for at in range(0, len(rows), AT_ONCE)]
        score = np.concatenate(chunks) if chunks else np.zeros(0)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(score, -30.0, 30.0))))

    def _chunk(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        trees, inner = self.feature.shape
        first = (np.arange(trees) * inner)[None, :]
        row = (np.arange(len(rows)) * rows.shape[1])[:, None]
        flat = np.ascontiguousarray(rows).ravel()
        node = np.zeros((len(rows), trees), dtype=np.int64)
        for _ in range((inner + 1).bit_length() - 1):
            place = first + node
            seen = flat.take(row + self.feature.ravel().take(place))
            node = 2 * node + 1 + (seen > self.threshold.ravel().take(place))
        leaves = (np.arange(trees) * (inner + 1))[None, :] + node - inner
        return np.asarray(self.bias + self.value.ravel().take(leaves).sum(axis=1, dtype=np.float64))


def trees_in(arrays: Mapping[str, NDArray[Any]], name: str) -> Trees:
    """The trees kept under that name in a file of arrays. Raises KeyError where it holds none."""
    return Trees(
        arrays[f"{name}_feature"], arrays[f"{name}_threshold"], arrays[f"{name}_value"], float(arrays[f"{name}_bias"])
    )
