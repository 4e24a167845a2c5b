"""How alike two texts are: words, stems, shingles and weighted cosines. Likeness proposes; it never decides."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.text.linkage import joined

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_SMALL = """
a about above after again all also am an and any are as at be because been before being below between both but
by can could did do does doing down during each few for from further had has have having he her here hers him
his how i if in into is it its itself just me more most my no nor not now of off on once one only or other our
ours out over own s same she should so some such t than that the their theirs them then there these they this
those through to too under until up upon very was we were what when where which while who whom whose why will
with would you your yours us may might must shall ll ve re d m didn doesn isn wasn weren won don hasn haven hadn
"""
SMALL = frozenset(_SMALL.split())
ENDINGS = ("ational", "ations", "ation", "ments", "ment", "ingly", "ness", "ings", "edly", "ions", "ion", "ing", "ies")
SHORT_ENDINGS = ("ied", "ers", "est", "ed", "er", "es", "ly", "s", "e")

Vector = Mapping[str, float]
Grid = NDArray[np.float64]


def words(text: str) -> list[str]:
    """The words and numbers of a text, folded; "12,000" is one word and an apostrophe ends one."""
    return [found.group().casefold() for found in WORD.finditer(text)]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its commonest English endings: crude, the same for every form, never shown to anybody."""
    if word[:1].isdigit():
        return word.replace(",", "")
    for ending in (*ENDINGS, *SHORT_ENDINGS):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("i")
    return word


def terms(text: str) -> list[str]:
    """Stems of the words that carry meaning."""
    return [stem(word) for word in words(text) if word not in SMALL]


def shingles(tokens: Sequence[str], size: int) -> set[int]:
    """Every run of ``size`` tokens, as hashes that are the same only within one process."""
    return {hash(tuple(tokens[at : at + size])) for at in range(len(tokens) - size + 1)}


def containment(one: set[int], other: set[int]) -> float:
    """The share of the smaller set that the other holds, 0.0 to 1.0."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def rarity(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    """For each term, the smoothed logarithm of how few documents hold it (scikit-learn's formula for idf)."""
    kept = [set(document) for document in documents]
    holding = Counter(term for document in kept for term in document)
    return {term: math.log((1 + len(kept)) / (1 + count)) + 1.0 for term, count in holding.items()}


def weighed(found: Iterable[str], rare: Mapping[str, float]) -> dict[str, float]:
    """Terms as a vector of length one; a term not known as rare weighs 1."""
    raw = {term: (1 + math.log(count)) * rare.get(term, 1.0) for term, count in sorted(Counter(found).items())}
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {term: value / length for term, value in raw.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length one, 0.0 to 1.0."""
    if len(other) < len(one):
        one, other = other, one
    return min(1.0, sum(value * other[term] for term, value in one.items() if term in other))


def trigrams(text: str) -> set[str]:
    """Runs of three letters within words: near spellings share most of them."""
    return {f"#{word}#"[at : at + 3] for word in words(text) for at in range(len(word))}


def overlap(one: set[str] | frozenset[str], other: set[str] | frozenset[str]) -> float:
    """Shared over all, 0.0 to 1.0; two empty sets share nothing."""
    together = len(one | other)
    return len(one & other) / together if together else 0.0


def groups(items: Iterable[str], edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each item the least member of its group, the groups closed over the edges between items."""
    head = {item: item for item in items}
    for one, other in edges:
        if one in head and other in head:
            low, high = sorted((_top(head, one), _top(head, other)))
            head[high] = low
    return {item: _top(head, item) for item in head}


def _top(head: dict[str, str], item: str) -> str:
    while head[item] != item:
        head[item] = head[head[item]]
        item = head[item]
    return item


def average_link(alike: Grid, least: float, *, fewest: int = 1) -> list[int]:
    """Group numbers of the rows of a symmetric grid of likenesses: average linkage (UPGMA), stopped below ``least``
    or when only ``fewest`` groups are left.

    Ties go to the earlier rows, so a caller that sorts its rows gets the same groups whatever came first.
    """
    return _numbered(_linked(alike, least, fewest) if fewest > 1 else _by_parts(alike, least), len(alike))


def _numbered(members: list[list[int]], size: int) -> list[int]:
    number = {row: at for at, rows in enumerate(sorted(sorted(rows) for rows in members)) for row in rows}
    return [number[row] for row in range(size)]


def _by_parts(alike: Grid, least: float) -> list[list[int]]:
    """Linked within the parts that no pair reaching ``least`` joins: no average over such pairs can reach it either."""
    left, found = list(range(len(alike))), []
    while left:
        part = _reached(alike, left[0], least)
        left = [row for row in left if row not in part]
        rows = sorted(part)
        found += [[rows[at] for at in linked] for linked in _linked(alike[np.ix_(rows, rows)], least, 1)]
    return found


def _reached(alike: Grid, start: int, least: float) -> set[int]:
    part, edge = {start}, [start]
    while edge:
        near = set(np.flatnonzero(alike[edge.pop()] >= least).tolist()) - part
        part |= near
        edge += sorted(near)
    return part


def _linked(alike: Grid, least: float, fewest: int) -> list[list[int]]:
    grid = alike.astype(float).copy()
    np.fill_diagonal(grid, -np.inf)
    return joined(grid, [[row] for row in range(len(grid))], least, fewest)
