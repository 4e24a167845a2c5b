"""Average linkage (UPGMA) that keeps to what a person decided: some rows stay together, some stay apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.text.likeness import Grid
from onrecord.text.linkage import joined


@dataclass(frozen=True, slots=True)
class Bounds:
    """When groups stop growing, and what a person decided about rows.

    ``least``: average likeness below which two groups stay apart; ``fewest``: groups that are left at least;
    ``together``: disjoint lists of rows that are one group, no two of which ever meet; ``apart``: pairs of rows.
    """

    least: float
    fewest: int = 1
    together: Sequence[Sequence[int]] = ()
    apart: Sequence[tuple[int, int]] = ()


def linked(alike: Grid, bounds: Bounds) -> list[list[int]]:
    """The rows of a symmetric grid of likenesses in groups, each sorted, by their first row.

    Ties go to the earlier rows, so a caller that sorts its rows gets the same groups whatever came first.
    """
    members = _started(len(alike), bounds.together)
    grid = _between(alike, members)
    _part(grid, members, bounds)
    return sorted(sorted(rows) for rows in joined(grid, members, bounds.least, bounds.fewest))


def _started(size: int, together: Sequence[Sequence[int]]) -> list[list[int]]:
    tied = {row: sorted(rows) for rows in together for row in rows}
    return [tied.get(row, [row]) for row in range(size) if tied.get(row, [row])[0] == row]


def _between(alike: Grid, members: Sequence[Sequence[int]]) -> Grid:
    """Average likeness of every two groups."""
    on = np.zeros((len(members), len(alike)))
    for at, rows in enumerate(members):
        on[at, rows] = 1.0 / len(rows)
    grid: Grid = on @ alike @ on.T
    return grid


def _part(grid: Grid, members: Sequence[Sequence[int]], bounds: Bounds) -> None:
    """No likeness at all, and none through others, between groups that a person holds apart."""
    home = {row: at for at, rows in enumerate(members) for row in rows}
    decided = sorted({home[rows[0]] for rows in bounds.together})
    pairs = [(a, b) for a in decided for b in decided if a < b]
    pairs += [(home[one], home[other]) for one, other in bounds.apart if home[one] != home[other]]
    for a, b in pairs:
        grid[a, b] = grid[b, a] = -np.inf
    np.fill_diagonal(grid, -np.inf)
