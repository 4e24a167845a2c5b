"""How likely an assertion's words show own knowledge: a logistic regression over named features, weights as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

WEIGHTS = "own_knowledge.json"


@dataclass(frozen=True, slots=True)
class Knowing:
    """By feature its weight, and the bounds that were set on stories and newsrooms left out.

    A party may be a second origin where its words are as likely as ``sure`` to show own knowledge; as ``fair``, where
    the table `own_knowledge` knows them; as ``surer``, where they concede something or speak of an origin before it.
    """

    weights: Mapping[str, float]
    fair: float
    sure: float
    surer: float

    def chance(self, found: Mapping[str, float]) -> float:
        """0.0 to 1.0; a feature that is not named weighs nothing."""
        score = sum(self.weights.get(name, 0.0) * value for name, value in found.items())
        return 1.0 / (1.0 + exp(-min(max(score, -30.0), 30.0)))


@cache
def shipped() -> Knowing:
    """The weights that came with the program; their card lies beside them."""
    row = json.loads((files("onrecord.knowledge") / "weights" / WEIGHTS).read_text(encoding="utf-8"))
    return Knowing(row["weights"], row["fair"], row["sure"], row["surer"])
