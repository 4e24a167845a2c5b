"""Likeness of two statements in what they claim, as the trained encoder sees it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.claims.sense import rows
from onrecord.claims.spaces import rank, scaled
from onrecord.claims.units import Unit
from onrecord.text.likeness import Grid


def learned(units: Sequence[Unit]) -> dict[str, Grid]:
    """The cosine of two senses, its square with its sign, its rank among neighbours, and its place in the story."""
    held = rows(unit.statement.sense for unit in units).astype(np.float64)
    grid: Grid = np.round(held @ held.T, 6)  # the last bits of a sum depend on the machine
    return {
        "learned": grid,
        "learned twice": grid * np.abs(grid),
        "learned rank": rank(grid),
        "learned scaled": scaled(grid),
    }
