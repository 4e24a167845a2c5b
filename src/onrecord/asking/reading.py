"""Where an article stands on a question, and the sentence that shows it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import cast

from onrecord.asking.answer import ArticleStand, Side
from onrecord.asking.article_features import SIDES, Held, Near, article_features, held, near_sentences
from onrecord.asking.figures import told_otherwise
from onrecord.asking.marks import marks_in
from onrecord.asking.matching import TURNED, Likeness
from onrecord.asking.polarity import converse
from onrecord.asking.question import Question
from onrecord.asking.sentence_features import coverage, features, stems_of
from onrecord.asking.softmax import Softmax
from onrecord.model import Article, Passage, Span, Statement

WEIGHTS = "claim_positions.json"
# Below these shares of the question, in a sentence and in all, an article does not speak to it.
NEAREST, WHOLE = 0.33, 0.5
HEADLINE = 0.5
SAID = 0.3  # share of the words that are no names which a sentence that speaks to the question has
SHOWN = 3  # statement ids of an article


@dataclass(frozen=True, slots=True)
class Models:
    """How a sentence leans, and how a whole article stands."""

    sentence: Softmax
    article: Softmax


@cache
def shipped() -> Models:
    """The models that come with the package; how they were made is in the card beside their weights."""
    rows = json.loads(files("onrecord.knowledge").joinpath("weights", WEIGHTS).read_text(encoding="utf-8"))
    return Models(_model(rows["sentence"]), _model(rows["article"]))


def _model(row: Mapping[str, object]) -> Softmax:
    return Softmax(
        tuple(cast("list[str]", row["labels"])),
        tuple(cast("list[float]", row["bias"])),
        {name: tuple(some) for name, some in cast("dict[str, list[float]]", row["weights"]).items()},
    )


def article_stand(
    asked: Question,
    article: Article,
    statements: Sequence[Statement],
    models: Models,
    *,
    likeness: Likeness | None = None,
) -> ArticleStand:
    """Where the article stands; "unrelated" where too little of the question is in it.

    A negated question is read as the plain one and turned round.
    """
    plain = replace(asked, negated=())
    sentences = near_sentences(plain, article, likeness=likeness)
    on = article.published.day
    headline = _headline(asked, plain, article, models)
    spans = _speaking(plain, article, sentences)
    if not spans:
        return ArticleStand(article.id, "unrelated", headline, None, (), on, 1.0, "too little of it is told here")
    found = held(plain, sentences, statements, models.sentence.shares)
    shares = models.article.shares(article_features(plain, found))
    side = cast("Side", max(SIDES, key=lambda one: shares[one]))
    shown = _showing([one for one in found if one.span in spans], side)
    position, why = _turned(asked, side, shown)
    said = tuple(dict.fromkeys(one.id for one in shown.said))[:SHOWN]
    words = Passage(shown.text, (shown.span,))
    return ArticleStand(article.id, position, headline, words, said, on, round(shares[side], 3), why)


def _speaking(asked: Question, article: Article, found: Sequence[Near]) -> set[Span]:
    """The sentences that speak to the question; none where the whole article has too little of it.

    A sentence that shares the names alone tells of something else.
    """
    stems = set(stems_of(f"{article.headline}\n{article.text}"))
    if coverage(asked, stems) < WHOLE:
        return set()
    near = [one for one in found if one.near >= NEAREST]
    return {one.span for one in near if len(asked.plain & set(stems_of(one.text))) >= SAID * len(asked.plain)}


def _headline(asked: Question, plain: Question, article: Article, models: Models) -> Side | None:
    if coverage(plain, set(stems_of(article.headline))) < HEADLINE:
        return None
    shares = models.sentence.shares(features(plain, article.headline))
    side = cast("Side", max(SIDES, key=lambda one: shares[one]))
    if converse(plain.text, article.headline):
        side = TURNED.get(side, side)
    return TURNED.get(side, side) if asked.negated else side


def _showing(found: Sequence[Held], side: Side) -> Held:
    """The sentence that is near the question and leans as the article does."""
    return max(found, key=lambda one: (round(one.near * (one.leaning[side] + 0.5), 6), -one.span.start))


def _turned(asked: Question, side: Side, shown: Held) -> tuple[Side, str]:
    """The side toward the question as it was typed, with the reason."""
    reasons = [_reason(side, shown)]
    if side == "for" and (otherwise := told_otherwise(asked, shown.text)):
        return "observing", "; ".join([*reasons, otherwise])
    words = converse(asked.text, shown.text)
    if words and side == "for":
        side = TURNED[side]
        reasons.append(f"turned round: “{words[1]}” is the converse of “{words[0]}”")
    if asked.negated and side in TURNED:
        side = TURNED[side]
        reasons.append(f"turned round: the question says “{asked.negated[0]}”")
    return side, "; ".join(reasons)


def _reason(side: Side, shown: Held) -> str:
    kinds = {
        "against": ("debunks", "doubts", "corrects"),
        "observing": ("hearsay", "doubts", "tells"),
        "for": ("confirms",),
    }
    marks = [word for kind in kinds[side] for word in marks_in(shown.text, kind)][:2]
    told = {"against": "holds it to be not so", "observing": "passes it on or leaves it open", "for": "tells it as so"}
    return told[side] + (f" ({', '.join(f'“{one}”' for one in marks)})" if marks else "")
