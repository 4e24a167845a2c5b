"""What two statements have in common comes out in grids as it would pair by pair."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.claims import spaces
from onrecord.claims.discourse import POINTING
from onrecord.claims.features import features
from onrecord.claims.units import Unit, units
from onrecord.model import Article, Figure, Passage, Span, Speaker, Statement, When
from onrecord.text.likeness import Grid, rarity, stem, terms, trigrams, weighed, words
from train.claim_stories import HOME, read_story

WORDS = ("mill", "Marla", "it", "flooded", "said", "the", "Corvex", "seven", "guards", "left", "Brook", "that report")
STORIES = sorted(HOME.glob("*.txt"))[::40]


def each(several: Sequence[Unit], measure: Callable[[Unit, Unit], float]) -> Grid:
    """A measure of every two, one after the other."""
    return np.array([[measure(one, other) for other in several] for one in several])


def stems(text: str | None) -> set[str]:
    return {stem(word) for word in words(text or "")}


def dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def names(one: Unit) -> set[str]:
    return {stem(name.casefold()) for name in spaces.NAME.findall(one.statement.content.text)}


def vague(one: Unit) -> bool:
    said = one.statement.content.text
    return len(terms(said)) <= 2 or (len(terms(said)) <= 5 and bool(POINTING.search(said)))


def away(one: Unit, other: Unit) -> int | None:
    return abs(one.rank - other.rank) if one.statement.article == other.statement.article else None


def in_time(one: Unit, other: Unit) -> float:
    days = [side.statement.said_on and side.statement.said_on.day for side in (one, other)]
    if not all(days):
        return 0.5
    first, second = (date.fromisoformat(day or "") for day in days)
    return float(np.exp(-abs((first - second).days) / 4))


def names_party(one: Unit, other: Unit) -> bool:
    own = stems(one.statement.speaker.party)
    return bool(own & stems(other.statement.content.text) and own - stems(other.statement.speaker.party))


def told_beside(one: Unit, other: Unit) -> bool:
    own, theirs = (stems(" ".join(words(side.statement.speaker.name or "")[-1:])) for side in (one, other))
    return bool(own & stems(f"{other.before} {other.sentence}") and own != theirs)


def either(holds: Callable[[Unit, Unit], bool]) -> Callable[[Unit, Unit], float]:
    return lambda one, other: float(holds(one, other) or holds(other, one))


def kinds(one: Unit) -> set[str]:
    return {stem(word) for figure in one.statement.figures for word in figure.unit.casefold().split()}


def values(one: Unit) -> set[str]:
    return {str(figure.value) for figure in one.statement.figures}


MEASURES: dict[str, Callable[[Unit, Unit], float]] = {
    "letters": lambda a, b: dice(trigrams(a.statement.content.text), trigrams(b.statement.content.text)),
    "names": lambda a, b: dice(names(a), names(b)),
    "near": lambda a, b: 0.0 if (steps := away(a, b)) is None else float(np.exp(-steps / 2)),
    "next": lambda a, b: float(away(a, b) == 1),
    "next but one": lambda a, b: float(away(a, b) == 2),
    "same paragraph": lambda a, b: float(away(a, b) is not None and a.paragraph == b.paragraph),
    "same sentence": lambda a, b: float(away(a, b) is not None and a.sentence == b.sentence),
    "shorter": lambda a, b: min(float(np.log1p(len(terms(one.statement.content.text)))) for one in (a, b)),
    "vague": lambda a, b: float(vague(a) or vague(b)),
    "brief": lambda a, b: float(min(len(terms(one.statement.content.text)) for one in (a, b)) <= 3),
    "one leads": lambda a, b: float(np.exp(-min(a.paragraph, b.paragraph) / 2)),
    "names the other's party": either(names_party),
    "told beside the other": either(told_beside),
    "same speaker": lambda a, b: float(len({one.statement.speaker.name or one.statement.id for one in (a, b)}) == 1),
    "near in time": in_time,
    "same unit": lambda a, b: float(bool(kinds(a) & kinds(b))),
    "same value": lambda a, b: float(bool(values(a) & values(b))),
    "figure on one side": lambda a, b: float(bool(values(a)) != bool(values(b))),
}


def answers(several: Sequence[Unit]) -> Grid:
    """The nearest full statement before a vague one, of another party, among the four before it."""
    grid = np.zeros((len(several), len(several)))
    order = sorted(range(len(several)), key=lambda at: (several[at].statement.article, several[at].rank))
    for place, at in enumerate(order):
        for other in reversed(order[max(0, place - 4) : place] if vague(several[at]) else []):
            one, two = several[at].statement, several[other].statement
            if one.article == two.article and one.speaker.party != two.speaker.party and not vague(several[other]):
                grid[at, other] = grid[other, at] = 1.0
                break
    return grid


def by_whole_decomposition(several: Sequence[Unit], articles: Sequence[Article]) -> Grid:
    """Cosines of contents in the first directions of all lines, one line after the other."""
    said = [terms(one.statement.content.text) for one in several]
    beside = [terms(f"{one.before} {one.sentence}") for one in several]
    lines = [found for one in articles for line in re.split(r"(?<=[.!?])\s+", one.text) if (found := terms(line))]
    rare = rarity([*lines, *said, *beside])
    held = [weighed(one, rare) for one in (*lines, *said)]
    table = np.array([[one.get(term, 0.0) for term in sorted(rare)] for one in held])
    directions = np.linalg.svd(table, full_matrices=False)[2][: spaces.TOPICS].T
    inside = table[len(lines) :] @ directions
    length = np.linalg.norm(inside, axis=1)
    both = np.outer(length, length)
    cosines: Grid = np.divide(inside @ inside.T, both, out=np.zeros_like(both), where=both > 1e-9)
    return cosines


def compare(several: Sequence[Unit], articles: Sequence[Article]) -> dict[str, Grid]:
    grids = features(several, articles)
    for name, measure in MEASURES.items():
        np.testing.assert_allclose(grids[name], each(several, measure), atol=1e-12, err_msg=name)
    np.testing.assert_array_equal(grids["answers"], answers(several))
    return grids


@st.composite
def placed(draw: st.DrawFn) -> Unit:
    text, sentence, before = (" ".join(draw(st.lists(st.sampled_from(WORDS), max_size=6))) for _ in range(3))
    party, name = (draw(st.sampled_from([None, "Ada Brook", "Marla", "Corvex"])) for _ in range(2))
    counts = draw(st.sets(st.integers(1, 3)))
    day = draw(st.sampled_from([None, "2026-01-02", "2026-01-09"]))
    said = Statement(
        str(draw(st.integers(0, 10**9))),
        draw(st.sampled_from("ab")),
        "direct",
        Passage(text, (Span(0, len(text)),)),
        None,
        None,
        Speaker(name, None, party, ""),
        "asserts",
        said_on=When(day, "day") if day else None,
        figures=tuple(
            Figure(one, draw(st.sampled_from(["guards", "mills"])), "it", "exact", Span(0, 0)) for one in counts
        ),
    )
    return Unit((said.id,), said, draw(st.integers(0, 4)), draw(st.integers(0, 2)), sentence, before, False)


@settings(max_examples=60, deadline=None)
@given(st.lists(placed(), min_size=1, max_size=7))
def test_grids_are_what_every_two_statements_give(several: list[Unit]) -> None:
    compare(several, [])


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_grids_of_written_stories_are_what_every_two_statements_give(path: Path) -> None:
    told = read_story(path)
    articles = {one.article.id: one.article for one in told.readings}
    several = units(
        articles, (said for one in told.readings for said in one.statements), {one: one for one in articles}
    )
    grids = compare(several, list(articles.values()))
    assert sum(len(re.split(r"(?<=[.!?])\s+", one.text)) for one in articles.values()) > spaces.FEW_LINES
    whole = by_whole_decomposition(several, list(articles.values()))
    np.testing.assert_allclose(grids["sense"], whole, atol=1e-6)
