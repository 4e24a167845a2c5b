"""What two articles have in common, as numbers: the features by which a trained model tells one event from two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.stories.portrait import COUNTED, COVERED, KINDS, SUMMED, Portrait

Numbers = NDArray[np.float64]
Rows = NDArray[np.intp]
Sums = Mapping[str, Numbers]

COSINES = ("heading", "lead", "text", "names", "numbers")
LOGGED = ("phrases", "rare", "rarest")
CAPPED = {"ages": 2, "blocks": 1, "streets": 2, "days": 1, "near days": 1}
DIFFER = ("ages", "blocks", "streets")
MONTHS = 60  # days: longer gaps between the days told of are as good as this

FEATURES = (
    *COSINES,
    *(f"{name}, {side}" for name in COVERED for side in ("most", "least")),
    *LOGGED,
    *(f"{name} shared" for name in CAPPED),
    *(f"{name} differ" for name in DIFFER),
    "days differ", "told gap", "told known", "published gap", "published known", "copied", "size", "size ratio",
)  # fmt: skip


class Held(NamedTuple):
    """Portraits laid end to end: where each begins, what weighs how much for which mark."""

    starts: Rows
    marks: Rows
    weights: NDArray[np.float32]
    counts: Numbers
    day: Numbers
    told: Numbers
    size: Numbers


def laid_out(portraits: Sequence[Portrait]) -> Held:
    """Portraits side by side, so that one can be compared with many at once."""
    starts = np.cumsum([0, *(len(one.marks) for one in portraits)])
    joined = np.concatenate([one.marks for one in portraits]) if portraits else np.array([], np.uint32)
    weights = np.zeros((len(joined), len(KINDS)), np.float32)
    for start, one in zip(starts, portraits, strict=False):
        weights[start + one.of, one.kind] = one.weight
    return Held(
        starts,
        np.unique(joined, return_inverse=True)[1].astype(np.intp),
        weights,
        np.array([one.counts for one in portraits], float).reshape(-1, len(COUNTED)),
        _known([one.day for one in portraits]),
        _known([one.told for one in portraits]),
        np.array([one.size for one in portraits], float),
    )


def _known(days: Sequence[int | None]) -> Numbers:
    return np.array([np.nan if day is None else day for day in days], float)


def compared(held: Held, one: int, others: Rows) -> Numbers:
    """The features of one portrait with each of the others, a row each. The same whichever of two is ``one``."""
    mine, theirs, pair = _shared(held, one, others)
    summed = _added(held.weights[mine, : len(SUMMED)] * held.weights[theirs, : len(SUMMED)], pair, len(others))
    sums = {name: summed[:, at] for at, name in enumerate(SUMMED)}
    covered = [_added(held.weights[side, len(SUMMED) :], pair, len(others)) for side in (mine, theirs)]
    features: Numbers = np.stack([*_worded(sums, covered), *_marked(sums, held, one, others)], axis=1)
    return features.round(6)


def _shared(held: Held, one: int, others: Rows) -> tuple[Rows, Rows, Rows]:
    """For each mark that one shares with another: its row there and there, and with which of the others."""
    begin, end = held.starts[one], held.starts[one + 1]
    row_of = np.full(int(held.marks.max(initial=-1)) + 1, -1, np.intp)
    row_of[held.marks[begin:end]] = np.arange(begin, end)
    sizes = held.starts[others + 1] - held.starts[others]
    pair = np.repeat(np.arange(len(others)), sizes)
    rows = np.arange(sizes.sum()) + np.repeat(held.starts[others] - np.cumsum(sizes) + sizes, sizes)
    found = row_of[held.marks[rows]]
    kept = found >= 0
    return found[kept], rows[kept], pair[kept]


def _added(weights: NDArray[np.float32], pair: Rows, size: int) -> Numbers:
    return np.stack([np.bincount(pair, column, size) for column in weights.T], axis=1).astype(np.float64)


def _worded(sums: Sums, covered: Sequence[Numbers]) -> list[Numbers]:
    most, least = np.maximum(*covered), np.minimum(*covered)
    sides = [side[:, at] for at in range(len(COVERED)) for side in (most, least)]
    return [*(sums[name] for name in COSINES), *sides, *(np.log1p(sums[name]) for name in LOGGED)]


def _marked(sums: Sums, held: Held, one: int, others: Rows) -> list[Numbers]:
    both = {name: np.minimum(held.counts[one, at], held.counts[others, at]) for at, name in enumerate(COUNTED)}
    told, published = (np.abs(days[one] - days[others]) for days in (held.told, held.day))
    small, large = (pick(held.size[one], held.size[others]) for pick in (np.minimum, np.maximum))
    return [
        *(np.minimum(sums[name], most) for name, most in CAPPED.items()),
        *(_differ(both[name], sums[name]) for name in DIFFER),
        _differ(both["days"], sums["near days"]),
        np.nan_to_num(np.log1p(np.minimum(told, MONTHS))),
        1.0 - np.isnan(told),
        np.nan_to_num(np.log1p(published)),
        1.0 - np.isnan(published),
        sums["runs"] / np.maximum(1, both["runs"]),
        np.log1p(small),
        small / np.maximum(1, large),
    ]


def _differ(both: Numbers, shared: Numbers) -> Numbers:
    """1 where both have some and none in common."""
    found: Numbers = ((both > 0) & (shared == 0)).astype(np.float64)
    return found
