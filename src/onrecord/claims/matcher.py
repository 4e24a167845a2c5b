"""How surely two statements of a story speak to one claim: a logistic regression over the features, weights as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from onrecord.text.likeness import Grid

WEIGHTS = "claim_matcher.json"


@dataclass(frozen=True, slots=True)
class Matcher:
    """For each feature its mean, scale and weight; and when groups stop growing together.

    ``least``: average sureness below which two groups stay apart; ``size``: statements a claim has on average, so that
    a story is never cut into fewer claims than that gives.
    """

    weights: Mapping[str, tuple[float, float, float]]
    bias: float
    least: float
    size: float

    def sureness(self, found: Mapping[str, Grid]) -> Grid:
        """The features of every two statements as one number each, 0.0 to 1.0."""
        score = self.bias + sum(
            (found[name] - mean) / scale * weight for name, (mean, scale, weight) in self.weights.items()
        )
        sure: Grid = np.round(1.0 / (1.0 + np.exp(-np.clip(score, -30.0, 30.0))), 6)
        return sure


@cache
def shipped() -> Matcher:
    """The matcher that comes with the package; how it was made is in the card beside its weights."""
    row = json.loads(files("onrecord.knowledge").joinpath("weights", WEIGHTS).read_text(encoding="utf-8"))
    weights = {name: (mean, scale, weight) for name, (mean, scale, weight) in row["weights"].items()}
    return Matcher(weights, row["bias"], row["least"], row["size"])
