"""Likeness of two statements in their words, in the words around them, and in the story's own space of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from onrecord.claims.units import Unit
from onrecord.model import Article
from onrecord.text.likeness import Grid, rarity, stem, terms, trigrams, weighed

T = TypeVar("T")
NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z]\b")
TOPICS = 16  # directions kept of a story's own space of words (latent semantic analysis, Deerwester 1990)
WIDEST = 8.0  # standard deviations: in a story of two statements all is far from the mean
MOST_LINES = 1500  # of a story; more only slow the directions down


def likeness(units: Sequence[Unit], articles: Sequence[Article]) -> dict[str, Grid]:
    """Cosines by content, surroundings and both; the same in few directions; letters, names, shared terms; ranks."""
    plain = _cosines_of(units, articles)
    letters = [trigrams(unit.statement.content.text) for unit in units]
    names = [{stem(name.casefold()) for name in NAME.findall(unit.statement.content.text)} for unit in units]
    ranks = {f"{name} rank": rank(grid) for name, grid in plain.items()}
    in_story = {f"{name} scaled": scaled(grid) for name, grid in plain.items() if name != "around"}
    central = plain["mixed"].mean(axis=1)
    return (
        plain
        | ranks
        | in_story
        | {
            "letters": each(letters, dice),
            "names": each(names, dice),
            "less central": np.minimum.outer(central, central),
            "more central": np.maximum.outer(central, central),
        }
    )


def each(items: Sequence[T], measure: Callable[[T, T], float]) -> Grid:
    """A symmetric grid of a measure over every two items."""
    grid = np.zeros((len(items), len(items)))
    for a, one in enumerate(items):
        for b in range(a, len(items)):
            grid[a, b] = grid[b, a] = measure(one, items[b])
    return grid


def dice(one: set[str], other: set[str]) -> float:
    """Twice the shared over the sum, 0.0 to 1.0."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _cosines_of(units: Sequence[Unit], articles: Sequence[Article]) -> dict[str, Grid]:
    said = [terms(unit.statement.content.text) for unit in units]
    beside = [terms(f"{unit.before} {unit.sentence}") for unit in units]
    lines = [terms(line) for one in articles for line in re.split(r"(?<=[.!?])\s+", one.text)]
    documents = ([line for line in lines if line] + said)[-MOST_LINES:]
    rare = rarity([*documents, *beside])
    index = {term: at for at, term in enumerate(sorted(rare))}
    content, around = _rows(said, rare, index), _rows(beside, rare, index)
    directions = _directions(_rows(documents, rare, index))
    crossed = _cosines(content, around)
    return {
        "content": _cosines(content, content),
        "around": _cosines(around, around),
        "mixed": np.maximum(crossed, crossed.T),
        "sense": _cosines(content @ directions, content @ directions),
        "wide sense": _cosines(around @ directions, around @ directions),
    }


def _directions(table: Grid) -> Grid:
    _, _, found = np.linalg.svd(table, full_matrices=False)
    kept: Grid = found[:TOPICS].T
    return kept


def _rows(documents: Sequence[Sequence[str]], rare: dict[str, float], index: dict[str, int]) -> Grid:
    rows = np.zeros((len(documents), len(index)))
    for at, document in enumerate(documents):
        for term, weight in weighed(document, rare).items():
            if term in index:
                rows[at, index[term]] = weight
    return rows


def _cosines(one: Grid, other: Grid) -> Grid:
    lengths = np.linalg.norm(one, axis=1)[:, None] * np.linalg.norm(other, axis=1)[None, :]
    found: Grid = np.divide(one @ other.T, lengths, out=np.zeros_like(lengths), where=lengths > 1e-9)
    return np.round(found, 9)  # the last bits of a sum depend on the machine, and ranks on the last bits


def rank(grid: Grid) -> Grid:
    """How early each comes among the other's neighbours, on a scale of logarithms, both ways together."""
    own = grid.copy()
    np.fill_diagonal(own, -1.0)
    order = np.argsort(np.argsort(-own, axis=1, kind="stable"), axis=1, kind="stable") / max(len(grid) - 1, 1)
    early: Grid = -(np.log(order + 0.02) + np.log(order.T + 0.02)) / 8
    return early


def scaled(grid: Grid) -> Grid:
    """In standard deviations of the story: what is alike there, whatever is alike elsewhere."""
    others = grid[~np.eye(len(grid), dtype=bool)]
    if not others.size:
        return np.zeros_like(grid)
    apart: Grid = (grid - others.mean()) / (others.std() + 1e-6)
    return np.clip(apart, -WIDEST, WIDEST)
