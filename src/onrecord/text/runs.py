"""Runs of words as numbers, the same in every process, and the few of them that stand for a text in an index."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Runs = NDArray[np.uint32]
WINDOW = 8  # runs in a row of which the least is kept: any passage of WINDOW runs in two texts leaves one print in both


def runs(tokens: Sequence[str], size: int) -> Runs:
    """Every run of ``size`` tokens as a number, in order of the text."""
    found = (crc32(" ".join(tokens[at : at + size]).encode()) for at in range(len(tokens) - size + 1))
    return np.fromiter(found, dtype=np.uint32)


def prints(found: Runs) -> tuple[int, ...]:
    """The runs that stand for a text, sorted: by winnowing (Schleimer, Wilkerson and Aiken 2003), about two in nine."""
    if not len(found):
        return ()
    size = min(WINDOW, len(found))
    least = np.lib.stride_tricks.sliding_window_view(found, size).min(axis=1)
    return tuple(np.unique(least).tolist())


def shared(one: Runs, other: Runs) -> float:
    """The share of the smaller set that the other holds, 0.0 to 1.0; both sorted and without repeats."""
    smaller = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / smaller if smaller else 0.0
