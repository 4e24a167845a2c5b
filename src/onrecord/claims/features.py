"""What two statements of a story have in common, as numbers: input of the matcher that train made the weights of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import numpy as np

from onrecord.claims.units import Unit
from onrecord.model import Article
from onrecord.text.likeness import Grid, rarity, stem, terms, trigrams, weighed

AGAINST = frozenset({"denies", "doubts", "no_evidence", "withdraws"})
APART = frozenset({"no_comment", "investigating", "cannot_confirm", "relays", "conditional", "other"})
POINTING = re.compile(
    r"\b(?:it|that|this|those|these|such|they|the (?:claim|charge|report|reports|allegation|finding|figure|number|idea|"
    r"suggestion|accusation|story|account|matter|question|questions|word|words|letter|speech))\b",
    re.IGNORECASE,
)
NAME = re.compile(r"\b[A-Z][\w’'-]*[a-z]\b")
MOST_LINES = 1500  # of a story; more only slow the directions down
T = TypeVar("T")
TOPICS = 16  # directions kept of a story's own space of words


def features(units: Sequence[Unit], articles: Sequence[Article]) -> Grid:
    """An array (units, units, features), symmetric in the first two; ``articles`` are those of the story."""
    space = _space(units, articles)
    layers = [*_likeness(units, space), *_discourse(units), *_figures(units), *_voices(units)]
    return np.stack([*layers, *_crossed(layers)], axis=-1)


def _space(units: Sequence[Unit], articles: Sequence[Article]) -> tuple[dict[str, float], dict[str, int], Grid]:
    """Rarity of each term among the story's sentences and units, and directions of the words that go together there."""
    lines = [terms(line) for one in articles for line in re.split(r"(?<=[.!?])\s+", one.text)]
    documents = [line for line in lines if line] + [terms(unit.statement.content.text) for unit in units]
    rare = rarity(documents)
    index = {term: at for at, term in enumerate(sorted(rare))}
    table = _rows(documents[-MOST_LINES:], rare, index)
    _, _, directions = np.linalg.svd(table, full_matrices=False)
    return rare, index, directions[:TOPICS].T


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
    return found


def _likeness(units: Sequence[Unit], space: tuple[dict[str, float], dict[str, int], Grid]) -> list[Grid]:
    rare, index, directions = space
    content = _rows([terms(unit.statement.content.text) for unit in units], rare, index)
    around = _rows([terms(f"{unit.before} {unit.sentence}") for unit in units], rare, index)
    crossed = _cosines(content, around)
    letters = [trigrams(unit.statement.content.text) for unit in units]
    names = [{stem(name.casefold()) for name in NAME.findall(unit.statement.content.text)} for unit in units]
    return [
        _cosines(content, content),
        _cosines(around, around),
        np.maximum(crossed, crossed.T),
        _cosines(content @ directions, content @ directions),
        _cosines(around @ directions, around @ directions),
        _each(letters, _dice),
        _each(names, _dice),
        (content > 0).astype(float) @ (content > 0).T.astype(float) / 5.0,
    ]


def _each(items: Sequence[T], measure: Callable[[T, T], float]) -> Grid:
    grid = np.zeros((len(items), len(items)))
    for a in range(len(items)):
        for b in range(a, len(items)):
            grid[a, b] = grid[b, a] = measure(items[a], items[b])
    return grid


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _discourse(units: Sequence[Unit]) -> list[Grid]:
    near = _each(list(units), _near)
    sizes = [float(np.log1p(len(terms(unit.statement.content.text)))) for unit in units]
    vague = [float(_vague(unit)) for unit in units]
    return [
        _each([unit.statement.article for unit in units], _same),
        near,
        _each([(unit.statement.article, unit.paragraph) for unit in units], _same),
        _each([(unit.statement.article, unit.sentence) for unit in units], _same),
        _answers(units),
        _each(sizes, min),
        _each(sizes, max),
        _each(vague, max),
        _each(vague, max) * near,
    ]


def _same(one: object, other: object) -> float:
    return float(one == other)


def _near(one: Unit, other: Unit) -> float:
    if one.statement.article != other.statement.article:
        return 0.0
    return float(np.exp(-abs(one.rank - other.rank) / 2.0))


def _vague(unit: Unit) -> bool:
    found = terms(unit.statement.content.text)
    return len(found) <= 2 or (len(found) <= 5 and bool(POINTING.search(unit.statement.content.text)))


def _answers(units: Sequence[Unit]) -> Grid:
    """1 where a statement of few words follows, in its article, the nearest full one of another voice."""
    grid = np.zeros((len(units), len(units)))
    order = sorted(range(len(units)), key=lambda at: (units[at].statement.article, units[at].rank))
    for place, at in enumerate(order):
        if _vague(units[at]):
            full = [b for b in order[max(0, place - 4) : place] if _may_answer(units[at], units[b])]
            if full:
                grid[at, full[-1]] = grid[full[-1], at] = 1.0
    return grid


def _may_answer(unit: Unit, other: Unit) -> bool:
    one, two = unit.statement, other.statement
    return one.article == two.article and one.speaker.party != two.speaker.party and not _vague(other)


def _figures(units: Sequence[Unit]) -> list[Grid]:
    kinds = [{stem(word) for one in unit.statement.figures for word in one.unit.casefold().split()} for unit in units]
    values = [{str(one.value) for one in unit.statement.figures} for unit in units]
    has = [float(bool(value)) for value in values]
    return [
        _each(kinds, _meets),
        _each(values, _meets),
        _each(has, lambda a, b: abs(a - b)),
        _each(has, min),
        _each(kinds, _meets) * (1 - _each(values, _meets)),
    ]


def _meets(one: set[str], other: set[str]) -> float:
    return float(bool(one & other))


def _voices(units: Sequence[Unit]) -> list[Grid]:
    said = [unit.statement for unit in units]
    against = [float(one.stance in AGAINST) for one in said]
    apart = [float(one.stance in APART) for one in said]
    days = [one.said_on.day if one.said_on else None for one in said]
    return [
        _each([one.speaker.party or one.id for one in said], _same),
        _each([one.speaker.name or one.id for one in said], _same),
        _each(against, lambda a, b: abs(a - b)),
        _each(against, min),
        _each(apart, max),
        _each(apart, min),
        _each(days, _in_time),
    ]


def _in_time(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 0.5
    return float(np.exp(-abs((date.fromisoformat(one) - date.fromisoformat(other)).days) / 4.0))


def _crossed(layers: Sequence[Grid]) -> list[Grid]:
    """Products of likeness with what changes its meaning: place, voice and figures."""
    content, around, mixed, sense, wide = layers[:5]
    article, near, party, one_sided = layers[8], layers[9], layers[22], layers[19]
    return [
        content * article,
        mixed * article,
        content * party,
        sense * party,
        sense * article,
        content * one_sided,
        sense * one_sided,
        sense * sense,
        wide * near,
        around * party,
        content * sense,
        mixed * layers[15],
    ]
