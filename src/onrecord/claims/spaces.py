"""Likeness of two statements in their words, in the words around them, and in the story's own space of words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from onrecord.claims.units import Unit
from onrecord.model import Article
from onrecord.text.likeness import Grid, rarity, stem, terms, trigrams, weighed

NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z]\b")
TOPICS = 16  # directions kept of a story's own space of words (latent semantic analysis, Deerwester 1990)
WIDEST = 8.0  # standard deviations: in a story of two statements all is far from the mean
MOST_LINES = 1500  # of a story; more only slow the directions down
FEW_LINES = 64  # so small a table is decomposed as it is; of a larger one the products of its lines, which is quicker
LEAST = 1e-10  # share of the greatest: a direction of less is none but rounding


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
            "letters": dice(letters),
            "names": dice(names),
            "less central": np.minimum.outer(central, central),
            "more central": np.maximum.outer(central, central),
        }
    )


def equal(items: Sequence[Hashable]) -> Grid:
    """1 where two items are the same."""
    numbers: dict[Hashable, int] = {}
    held = np.array([numbers.setdefault(one, len(numbers)) for one in items], dtype=np.int64)
    found: Grid = (held[:, None] == held).astype(np.float64)
    return found


def shared(one: Sequence[AbstractSet[str]], other: Sequence[AbstractSet[str]]) -> Grid:
    """How many members each set of one list has in common with each of the other list."""
    index = {member: at for at, member in enumerate(set().union(*one))}
    found: Grid = _members(one, index) @ _members(other, index).T
    return found


def _members(several: Sequence[AbstractSet[str]], index: dict[str, int]) -> Grid:
    rows = np.zeros((len(several), len(index)))
    for at, some in enumerate(several):
        rows[at, [index[member] for member in some if member in index]] = 1.0
    return rows


def dice(several: Sequence[AbstractSet[str]]) -> Grid:
    """Twice the shared over the sum of every two sets, 0.0 to 1.0."""
    sizes = np.array([float(len(one)) for one in several])
    both = np.add.outer(sizes, sizes)
    found: Grid = np.divide(2 * shared(several, several), both, out=np.zeros_like(both), where=both > 0)
    return found


def _cosines_of(units: Sequence[Unit], articles: Sequence[Article]) -> dict[str, Grid]:
    said = [terms(unit.statement.content.text) for unit in units]
    beside = [terms(f"{unit.before} {unit.sentence}") for unit in units]
    lines = [terms(line) for one in articles for line in re.split(r"(?<=[.!?])\s+", one.text)]
    documents = ([line for line in lines if line] + said)[-MOST_LINES:]
    rare = rarity([*documents, *beside])
    index = {term: at for at, term in enumerate(sorted(rare))}
    content, around = _rows(said, rare, index), _rows(beside, rare, index)
    directions = _directions(documents, rare, index)
    crossed = _cosines(content, around)
    return {
        "content": _cosines(content, content),
        "around": _cosines(around, around),
        "mixed": np.maximum(crossed, crossed.T),
        "sense": _cosines(content @ directions, content @ directions),
        "wide sense": _cosines(around @ directions, around @ directions),
    }


def _directions(documents: Sequence[Sequence[str]], rare: dict[str, float], index: dict[str, int]) -> Grid:
    """Singular vectors of the table of lines [terms, up to TOPICS]; a line that comes again is one, so much longer."""
    if len(documents) <= FEW_LINES:
        few: Grid = np.linalg.svd(_rows(documents, rare, index), full_matrices=False)[2][:TOPICS].T
        return few
    times = Counter(tuple(document) for document in documents)
    table = _rows(list(times), rare, index) * np.sqrt([float(count) for count in times.values()])[:, None]
    squares, found = np.linalg.eigh(table @ table.T)
    top = np.flatnonzero(squares > LEAST * squares[-1])[: -TOPICS - 1 : -1]
    kept: Grid = table.T @ (found[:, top] / np.sqrt(squares[top]))
    return kept


def _rows(documents: Sequence[Sequence[str]], rare: dict[str, float], index: dict[str, int]) -> Grid:
    rows = np.zeros((len(documents), len(index)))
    for at, document in enumerate(documents):
        found = weighed(document, rare)
        rows[at, [index[term] for term in found]] = list(found.values())
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
