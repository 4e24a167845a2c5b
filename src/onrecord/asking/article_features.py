"""A whole article held against a question: its sentences, each with its own leaning, and what is said in it by whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.asking.marks import KINDS, marks_in
from onrecord.asking.question import Question
from onrecord.asking.sentence_features import coverage, features, general_words, stems_of
from onrecord.model import Article, Span, Statement
from onrecord.text.sentences import sentences

Leaning = Callable[[Mapping[str, float]], Mapping[str, float]]
"""A sentence's features to how likely it is for, against, observing."""
Likeness = Callable[[str, str], float]
"""How alike two texts are in sense, 0.0 to 1.0."""

_TURN = re.compile(r"\W*(?:but|however|yet|turns out|unfortunately|sadly|now|actually|except|instead|still)\b", re.I)
MOST = 120  # sentences of an article that are looked at
LEAD = 4
OPENING = 120  # words
TOP = 4  # sentences nearest to the question
SPEAKS = 0.45  # share of the question from which a sentence speaks to it
SIDES = ("for", "against", "observing")
STANCES = {
    "for": frozenset(("asserts", "suggests")),
    "against": frozenset(("denies", "doubts", "no_evidence", "withdraws")),
    "open": frozenset(("cannot_confirm", "no_comment", "investigating", "conditional")),
    "passed on": frozenset(("relays",)),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence held against the question.

    ``near``: the share of the question it has; ``said``: statements in it; ``marks``: how many of each kind; ``words``:
    its general words, empty strings in the place of others.
    """

    span: Span
    text: str
    near: float
    leaning: Mapping[str, float]
    said: tuple[Statement, ...]
    marks: Mapping[str, int]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence of an article, and the share of the question it has."""

    span: Span
    text: str
    near: float


def near_sentences(asked: Question, article: Article, *, likeness: Likeness | None = None) -> list[Near]:
    """The sentences of an article, in order; ``likeness`` raises the nearness of what says the same in other words."""
    made = []
    for span in sentences(article.text, Span(0, len(article.text)))[:MOST]:
        text = article.text[slice(*span)]
        near = coverage(asked, set(stems_of(text)))
        made.append(Near(span, text, max(near, likeness(asked.text, text)) if likeness else near))
    return made


def held(asked: Question, found: Sequence[Near], statements: Sequence[Statement], leaning: Leaning) -> list[Held]:
    """The sentences held against the question, in order."""
    return [_held(asked, one, statements, leaning) for one in found]


def _held(asked: Question, one: Near, statements: Sequence[Statement], leaning: Leaning) -> Held:
    said = tuple(each for each in statements if any(_meets(one.span, part) for part in each.content.spans))
    marks = {kind: len(marks_in(one.text, kind)) for kind in KINDS}
    leans = leaning(features(asked, one.text))
    return Held(one.span, one.text, one.near, leans, said, marks, tuple(general_words(asked, one.text)))


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def article_features(asked: Question, found: Sequence[Held]) -> dict[str, float]:
    """What is not named is 0."""
    if not found:
        return {}
    top = nearest(found)
    made = {"nearest": top[0].near, "near": float(np.mean([one.near for one in top])), "lead near": found[0].near}
    made["all"] = coverage(asked, {one for held in found for one in stems_of(held.text)})
    made["length"] = min(len(found) / 30.0, 2.0)
    for side in SIDES:
        made[f"lead {side}"] = float(np.mean([one.leaning[side] for one in found[:LEAD]]))
        made[f"first {side}"] = found[0].leaning[side]
        made[f"near {side}"] = _weighed(top, side)
        made[f"most {side}"] = max(one.leaning[side] for one in top)
        made[f"every {side}"] = _weighed(found, side)
    made |= _strongest(found) | _marked(found, top) | _taken_up(found) | _said(found, top)
    return made | _words(found)


def _strongest(found: Sequence[Held]) -> dict[str, float]:
    """The sentences that lean most, whatever they share with the question: the word against it may stand alone."""
    made = {}
    for side in SIDES:
        ranked = sorted((one.leaning[side] for one in found), reverse=True)
        made[f"strongest {side}"] = ranked[0]
        made[f"third {side}"] = ranked[min(2, len(ranked) - 1)]
    return made


def _taken_up(found: Sequence[Held]) -> dict[str, float]:
    """Sentences that name the report, the picture or the tale itself, by how they hold it: "the story is false"."""
    made = {}
    for kind in ("debunks", "doubts", "confirms"):
        at = [place for place, one in enumerate(found) if one.marks["tells"] and one.marks[kind]]
        made[f"report {kind}"] = min(len(at) / 3.0, 1.0)
        made[f"report {kind} in lead"] = float(any(place < LEAD for place in at))
        turns = [one for one in found if _TURN.match(one.text) and one.marks[kind]]
        made[f"turn {kind}"] = float(bool(turns))
        made[f"{kind} by nearness"] = min(sum(one.near for one in found if one.marks[kind]) / 2.0, 2.0)
    return made


def _words(found: Sequence[Held]) -> dict[str, float]:
    """ "w WORD", "b WORD WORD": in the article; "l WORD": among its first words. Never the question's own."""
    told = [word for held in found for word in held.words]
    kept = {f"w {one}" for one in told if one} | {f"l {one}" for one in told[:OPENING] if one}
    pairs = {f"b {one} {two}" for one, two in pairwise(told) if one and two}
    return dict.fromkeys(kept | pairs, 1.0)


def nearest(found: Sequence[Held]) -> list[Held]:
    """The sentences nearest to the question, nearest first; of equals the earlier."""
    return sorted(found, key=lambda one: (-one.near, one.span))[:TOP]


def _weighed(found: Sequence[Held], side: str) -> float:
    weights = np.array([one.near + 0.05 for one in found])
    return float(np.dot(weights, [one.leaning[side] for one in found]) / weights.sum())


def _marked(found: Sequence[Held], top: Sequence[Held]) -> dict[str, float]:
    """Marks of each kind a sentence, in the whole, the lead and the nearest."""
    made = {}
    for kind in KINDS:
        counts = {one.span: one.marks[kind] for one in found}
        made[f"{kind} in all"] = sum(counts.values()) / len(found)
        made[f"{kind} in lead"] = sum(counts[one.span] for one in found[:LEAD]) / LEAD
        made[f"{kind} nearest"] = sum(counts[one.span] for one in top) / TOP
        made[f"{kind} at all"] = float(any(counts.values()))
    return made


def _said(found: Sequence[Held], top: Sequence[Held]) -> dict[str, float]:
    """How much of what speaks to the question somebody is named for, and how they stand."""
    speaking = [one for one in found if one.near >= SPEAKS]
    made = {"speaking": min(len(speaking) / 5.0, 2.0), "said by none": float(sum(not one.said for one in top)) / TOP}
    said = [statement for one in speaking for statement in one.said]
    for name, stances in STANCES.items():
        made[f"said {name}"] = min(sum(one.stance in stances for one in said) / 3.0, 2.0)
    made["told through others"] = min(sum(bool(one.relay) for one in said) / 3.0, 2.0)
    made["unnamed"] = min(sum(one.speaker.name is None for one in said) / 3.0, 2.0)
    every = [statement for one in found for statement in one.said]
    made["stances against"] = sum(one.stance in STANCES["against"] for one in every) / max(len(every), 1)
    made["told flatly"] = float(any(not one.said and one.leaning["for"] > 0.5 for one in top))
    return made
