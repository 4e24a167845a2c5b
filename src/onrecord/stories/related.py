"""How related two articles are, and whether the later one adds anything to the other."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from onrecord.stories.packing import unpacked
from onrecord.stories.pairs import FEATURES, Numbers, compared, laid_out
from onrecord.stories.profile import Profile

COPIED = FEATURES.index("copied")
REPEATED = 0.8  # share of the runs of words: who has read the one learns nothing from the other


def relatedness(one: Profile, other: Profile) -> float:
    """0.0 (nothing in common) to 1.0 (the same event, told alike); the same both ways.

    A weighted sum over the square roots of what the two have in common (``knowledge/weights/related.json``).
    """
    return related_as(rating(_features(one, other)))


WORST, BEST = 4.0, 1.0  # of the scale on which people rated pairs


def related_as(rated: float) -> float:
    """A rating as a share of the way from the worst to the best."""
    return round(min(1.0, max(0.0, (WORST - rated) / (WORST - BEST))), 4)


def rating(features: Numbers) -> float:
    """What people would rate such a pair: 1 the same story, 4 unrelated; it may fall a little outside."""
    weights, level = _shipped()
    return level - float(weights @ np.sqrt(np.abs(features)))


def adds(one: Profile, other: Profile) -> bool:
    """Whether either of the two tells what the other does not: False for copies."""
    return bool(_features(one, other)[COPIED] < REPEATED)


def worth_reading(own: Profile, others: Sequence[Profile], least: float, most: int) -> list[tuple[str, float]]:
    """(article, how related) of up to ``most`` of the others, most related first.

    Left out: what is less related than ``least``, and what repeats the article or one that is listed before it.
    """
    side = laid_out([unpacked(own.portrait), *(unpacked(one.portrait) for one in others)])
    found: Numbers = compared(side, 0, np.arange(1, len(others) + 1))
    rated = ((n, related_as(rating(row)), row) for n, row in enumerate(found, 1))
    able = [(n, by) for n, by, row in rated if by >= least and row[COPIED] < REPEATED]
    left = sorted(able, key=lambda pair: (-pair[1], others[pair[0] - 1].article))
    kept: list[tuple[str, float]] = []
    while left and len(kept) < most:
        (first, by), *rest = left
        kept.append((others[first - 1].article, by))
        same = compared(side, first, np.array([n for n, _ in rest], np.intp))[:, COPIED]
        left = [pair for pair, copied in zip(rest, same, strict=True) if copied < REPEATED]
    return kept


def _features(one: Profile, other: Profile) -> Numbers:
    found: Numbers = compared(laid_out([unpacked(one.portrait), unpacked(other.portrait)]), 0, np.array([1]))[0]
    return found


@cache
def _shipped() -> tuple[Numbers, float]:
    row = json.loads(files("onrecord.knowledge").joinpath("weights", "related.json").read_text(encoding="utf-8"))
    return np.array([row["weights"].get(name, 0.0) for name in FEATURES], np.float64), float(row["level"])
