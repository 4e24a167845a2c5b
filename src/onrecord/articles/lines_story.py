"""Which lines of a dump are the story and which one its headline, as a trained labeller sees them.

Boosted trees judge every line by what it shows and by what stands around it, a second set judges again knowing how its
neighbours were judged, and a path over the lines (Viterbi 1967) settles the doubtful ones: changing sides costs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.labeller import Trees, trees_in
from onrecord.articles.lines import Line
from onrecord.articles.lines_context import judged, surroundings
from onrecord.articles.lines_measures import Table, measured

WEIGHTS = "line_labeller.npz"
CHANGE = 0.3
SUREST = 0.998
Sureness = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Labeller:
    """``speech``: words that speak for a story or against it; ``first``, ``second`` and ``headline``: trees."""

    speech: Mapping[str, float]
    first: Trees
    second: Trees
    headline: Trees

    def judge(self, lines: Sequence[Line]) -> tuple[Sureness, Sureness]:
        """How surely each line is part of the story, and how surely it is the headline."""
        table = measured(lines, self.speech)
        sure = self.first.probabilities(first_features(lines, table))
        rows = second_features(lines, table, sure)
        return (sure + self.second.probabilities(rows)) / 2, self.headline.probabilities(rows)


def first_features(lines: Sequence[Line], table: Table) -> Table:
    """What the first trees see: the lines' measures and what stands around them."""
    return np.hstack([table, surroundings(lines, table)])


def second_features(lines: Sequence[Line], table: Table, sure: Sureness) -> Table:
    """What the second trees see: the lines' measures and how surely they and those around them are the story."""
    return np.hstack([table, judged(lines, table, sure)])


@cache
def shipped() -> Labeller:
    """The labeller that comes with the package; how it was made is in the card beside its weights."""
    with as_file(files("onrecord.knowledge").joinpath("weights", WEIGHTS)) as path, np.load(path) as arrays:
        kept = dict(arrays)
    speech = dict(zip(kept["words"].tolist(), kept["speech"].tolist(), strict=True))
    return Labeller(speech, *(trees_in(kept, name) for name in ("first", "second", "headline")))


def settled(sure: Sureness) -> list[bool]:
    """The likeliest run of lines in and out of the story."""
    bounded = np.clip(sure, 1 - SUREST, SUREST)
    odds = np.log(bounded / (1 - bounded)).tolist()
    outside, inside = 0.0, -CHANGE
    came: list[tuple[bool, bool]] = []
    for value in odds:
        came.append((inside - CHANGE > outside, inside >= outside - CHANGE))
        outside, inside = max(outside, inside - CHANGE), max(inside, outside - CHANGE) + value
    is_in = inside - CHANGE > outside
    path: list[bool] = []
    for from_outside, from_inside in reversed(came):
        path.append(is_in)
        is_in = from_inside if is_in else from_outside
    return path[::-1]
