"""How surely two statements of a story speak to one claim: a logistic regression over the features, weights as data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from onrecord.text.likeness import Grid

WEIGHTS = "claim_matcher.json"


@dataclass(frozen=True, slots=True)
class Matcher:
    """Weights per feature after centring and scaling, and the likeness at which groups stop growing together."""

    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weight: tuple[float, ...]
    bias: float
    least: float

    def sureness(self, found: Grid) -> Grid:
        """The last axis of features as one number, 0.0 to 1.0."""
        score = ((found - np.array(self.mean)) / np.array(self.scale)) @ np.array(self.weight) + self.bias
        sure: Grid = 1.0 / (1.0 + np.exp(-score))
        return sure


@cache
def shipped() -> Matcher:
    """The matcher that comes with the package; how it was made is in the card beside its weights."""
    row = json.loads(files("onrecord.knowledge").joinpath("weights", WEIGHTS).read_text(encoding="utf-8"))
    return Matcher(tuple(row["mean"]), tuple(row["scale"]), tuple(row["weight"]), row["bias"], row["least"])
