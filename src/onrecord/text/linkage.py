"""Average linkage (UPGMA, Sokal and Michener 1958), in place: what every grouping joins its groups with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def joined(grid: NDArray[np.float64], members: Sequence[list[int]], least: float, fewest: int) -> list[list[int]]:
    """The ``members`` of each row of a symmetric grid, joined while two groups are ``least`` alike on average.

    ``grid`` [n, n] is used up; its diagonal, and what may never be joined, is minus infinity. ``fewest``: groups that
    are left at least. Ties go to the earlier rows.
    """
    members = list(members)
    best = grid.max(axis=1, initial=-np.inf)  # of each row; those of groups that are no more stay least of all
    for _ in range(len(members) - max(fewest, 1)):
        a = int(np.argmax(best))
        if best[a] < least:
            break
        b = int(np.argmax(grid[a]))
        _merge(grid, best, (a, b), (len(members[a]), len(members[b])))
        members[a], members[b] = members[a] + members[b], []
    return [rows for rows in members if rows]


def _merge(grid: NDArray[np.float64], best: NDArray[np.float64], pair: tuple[int, int], sizes: tuple[int, int]) -> None:
    """Makes two rows one, in the place of the first: only rows that were nearest to either are looked through."""
    a, b = pair
    stale = (best == grid[a]) | (best == grid[b])
    merged = (grid[a] * sizes[0] + grid[b] * sizes[1]) / sum(sizes)
    grid[a], grid[:, a], grid[a, a] = merged, merged, -np.inf
    grid[b], grid[:, b] = -np.inf, -np.inf
    stale[[a, b]] = True
    np.maximum(best, grid[:, a], out=best)
    best[stale] = grid[stale].max(axis=1)
