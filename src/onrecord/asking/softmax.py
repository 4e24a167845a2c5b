"""A multinomial logistic regression over named numbers, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Softmax:
    """``weights``: by feature its weight for each label; a feature that is not named weighs nothing."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def shares(self, found: Mapping[str, float]) -> dict[str, float]:
        """{label: how likely, 0.0 to 1.0}; they sum to 1."""
        score = np.array(self.bias, dtype=float)
        for name, value in found.items():
            if name in self.weights:
                score = score + value * np.array(self.weights[name])
        grown = np.exp(score - score.max())
        return dict(zip(self.labels, (grown / grown.sum()).tolist(), strict=True))
