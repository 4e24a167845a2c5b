"""Where two statements stand in a text: neighbours, answers, the lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np

from onrecord.claims.spaces import each
from onrecord.claims.units import Unit
from onrecord.text.likeness import Grid, stem, terms, words

POINTING = re.compile(
    r"\b(?:it|that|this|those|these|such|they|the (?:claim|charge|report|reports|allegation|finding|figure|number|idea|"
    r"suggestion|accusation|story|account|matter|question|questions|word|words|letter|speech))\b",
    re.IGNORECASE,
)


def discourse(units: Sequence[Unit]) -> dict[str, Grid]:
    """Place in the articles, size, vagueness, and who names whom."""
    sizes = [float(np.log1p(len(terms(unit.statement.content.text)))) for unit in units]
    vague = [float(_vague(unit)) for unit in units]
    brief = [float(len(terms(unit.statement.content.text)) <= 3) for unit in units]
    lead = [float(np.exp(-unit.paragraph / 2)) for unit in units]
    near = each(units, _near)
    return {
        "same article": each([unit.statement.article for unit in units], _same),
        "near": near,
        "next": each(units, lambda a, b: _away(a, b, 1)),
        "next but one": each(units, lambda a, b: _away(a, b, 2)),
        "same paragraph": each([(unit.statement.article, unit.paragraph) for unit in units], _same),
        "same sentence": each([(unit.statement.article, unit.sentence) for unit in units], _same),
        "answers": _answers(units),
        "shorter": each(sizes, min),
        "longer": each(sizes, max),
        "vague": each(vague, max),
        "vague, near": each(vague, max) * near,
        "brief": each(brief, max),
        "both lead": each(lead, min),
        "one leads": each(lead, max),
        "names the other's party": _names_party(units),
        "told beside the other": _told_beside(units),
    }


def _same(one: object, other: object) -> float:
    return float(one == other)


def _away(one: Unit, other: Unit, steps: int) -> float:
    return float(one.statement.article == other.statement.article and abs(one.rank - other.rank) == steps)


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


def _names_party(units: Sequence[Unit]) -> Grid:
    """1 where the content of one names a party of the other that is not its own."""
    names = [_stems(unit.statement.speaker.party) for unit in units]
    said = [_stems(unit.statement.content.text) for unit in units]
    return _either(units, lambda a, b: bool(names[a] & said[b] and names[a] - names[b]))


def _told_beside(units: Sequence[Unit]) -> Grid:
    """1 where the surname of one's speaker stands in or before the other's sentence."""
    names = [_stems(" ".join(words(unit.statement.speaker.name or "")[-1:])) for unit in units]
    told = [_stems(f"{unit.before} {unit.sentence}") for unit in units]
    return _either(units, lambda a, b: bool(names[a] & told[b] and names[a] != names[b]))


def _either(units: Sequence[Unit], holds: Callable[[int, int], bool]) -> Grid:
    size = range(len(units))
    return each(list(size), lambda a, b: float(holds(a, b) or holds(b, a)))


def _stems(text: str | None) -> set[str]:
    return {stem(word) for word in words(text or "")}
