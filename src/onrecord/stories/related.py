"""How related two articles are, and whether the later one adds anything to the other."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import numpy as np

from onrecord.stories.packing import unpacked
from onrecord.stories.pairs import FEATURES, Numbers, compared, laid_out
from onrecord.stories.profile import Profile

REPEATED = 0.8  # share of the runs of words: who has read the one learns nothing from the other


def relatedness(one: Profile, other: Profile) -> float:
    """0.0 (nothing in common) to 1.0 (the same event, told alike); the same both ways.

    A weighted sum over the square roots of what the two have in common (``knowledge/weights/related.json``).
    """
    return round(min(1.0, max(0.0, (WORST - rating(_features(one, other))) / (WORST - BEST))), 4)


WORST, BEST = 4.0, 1.0  # of the scale on which people rated pairs


def rating(features: Numbers) -> float:
    """What people would rate such a pair: 1 the same story, 4 unrelated; it may fall a little outside."""
    weights, level = _shipped()
    return level - float(weights @ np.sqrt(np.abs(features)))


def adds(one: Profile, other: Profile) -> bool:
    """Whether either of the two tells what the other does not: False for copies."""
    return bool(_features(one, other)[FEATURES.index("copied")] < REPEATED)


def _features(one: Profile, other: Profile) -> Numbers:
    found: Numbers = compared(laid_out([unpacked(one.portrait), unpacked(other.portrait)]), 0, np.array([1]))[0]
    return found


@cache
def _shipped() -> tuple[Numbers, float]:
    row = json.loads(files("onrecord.knowledge").joinpath("weights", "related.json").read_text(encoding="utf-8"))
    return np.array([row["weights"].get(name, 0.0) for name in FEATURES], np.float64), float(row["level"])
