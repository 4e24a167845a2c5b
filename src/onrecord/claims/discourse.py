"""Where two statements stand in a text: neighbours, answers, the lead."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.claims.spaces import equal, shared
from onrecord.claims.units import Unit
from onrecord.text.likeness import Grid, stem, terms, words

POINTING = re.compile(
    r"\b(?:it|that|this|those|these|such|they|the (?:claim|charge|report|reports|allegation|finding|figure|number|idea|"
    r"suggestion|accusation|story|account|matter|question|questions|word|words|letter|speech))\b",
    re.IGNORECASE,
)


def discourse(units: Sequence[Unit]) -> dict[str, Grid]:
    """Place in the articles, size, vagueness, and who names whom."""
    held = [len(terms(unit.statement.content.text)) for unit in units]
    vague = np.array([float(_vague(unit, size)) for unit, size in zip(units, held, strict=True)])
    sizes, brief = np.log1p(np.array(held, dtype=np.float64)), (np.array(held) <= 3).astype(np.float64)
    lead = np.exp(-np.array([float(unit.paragraph) for unit in units]) / 2)
    placed, either = _placed(units), np.maximum.outer(vague, vague)
    return placed | {
        "answers": _answers(units, vague),
        "shorter": np.minimum.outer(sizes, sizes),
        "longer": np.maximum.outer(sizes, sizes),
        "vague": either,
        "vague, near": either * placed["near"],
        "brief": np.maximum.outer(brief, brief),
        "both lead": np.minimum.outer(lead, lead),
        "one leads": np.maximum.outer(lead, lead),
        "names the other's party": _names_party(units),
        "told beside the other": _told_beside(units),
    }


def _placed(units: Sequence[Unit]) -> dict[str, Grid]:
    """How far apart two statements stand in one article."""
    same = equal([unit.statement.article for unit in units])
    ranks = np.array([float(unit.rank) for unit in units])
    away = np.abs(np.subtract.outer(ranks, ranks))
    return {
        "same article": same,
        "near": same * np.exp(-away / 2.0),
        "next": same * (away == 1),
        "next but one": same * (away == 2),
        "same paragraph": equal([(unit.statement.article, unit.paragraph) for unit in units]),
        "same sentence": equal([(unit.statement.article, unit.sentence) for unit in units]),
    }


def _vague(unit: Unit, size: int) -> bool:
    return size <= 2 or (size <= 5 and bool(POINTING.search(unit.statement.content.text)))


def _answers(units: Sequence[Unit], vague: Grid) -> Grid:
    """1 where a statement of few words follows, in its article, the nearest full one of another voice."""
    grid = np.zeros((len(units), len(units)))
    order = sorted(range(len(units)), key=lambda at: (units[at].statement.article, units[at].rank))
    for place, at in enumerate(order):
        if vague[at]:
            before = order[max(0, place - 4) : place]
            full = [b for b in before if not vague[b] and _may_answer(units[at], units[b])]
            if full:
                grid[at, full[-1]] = grid[full[-1], at] = 1.0
    return grid


def _may_answer(unit: Unit, other: Unit) -> bool:
    one, two = unit.statement, other.statement
    return one.article == two.article and one.speaker.party != two.speaker.party


def _names_party(units: Sequence[Unit]) -> Grid:
    """1 where the content of one names a party of the other that is not its own."""
    names = [_stems(unit.statement.speaker.party) for unit in units]
    said = [_stems(unit.statement.content.text) for unit in units]
    sizes = np.array([len(one) for one in names])
    return _either((shared(names, said) > 0) & (sizes[:, None] > shared(names, names)))


def _told_beside(units: Sequence[Unit]) -> Grid:
    """1 where the surname of one's speaker stands in or before the other's sentence."""
    names = [_stems(" ".join(words(unit.statement.speaker.name or "")[-1:])) for unit in units]
    told = [_stems(f"{unit.before} {unit.sentence}") for unit in units]
    return _either((shared(names, told) > 0) & (equal([frozenset(one) for one in names]) == 0))


def _either(holds: NDArray[np.bool_]) -> Grid:
    found: Grid = (holds | holds.T).astype(np.float64)
    return found


def _stems(text: str | None) -> set[str]:
    return {stem(word) for word in words(text or "")}
