"""The stance, the day and the figures of the statements that were found."""

from __future__ import annotations

from collections import Counter
from typing import Any

from bench.newsroom.card import Card
from bench.newsroom.pairing import Case
from bench.newsroom.statements import where
from bench.newsroom.values import day, pair, same_amount, total, verdict
from bench.newsroom.words import f1


def score_stance(case: Case, card: Card) -> None:
    """The stance, with its confusions, and the kind."""
    pairs = Counter((gold.get("stance"), row.get("stance")) for gold, row in case.matched)
    for gold, row in case.matched:
        if gold.get("stance") != row.get("stance"):
            at = where(gold) + f" | cue: {gold.get('cue')}"
            card.miss("statements.stance", at, gold.get("stance"), row.get("stance"))
    right = sum(count for (gold, exported), count in pairs.items() if gold == exported)
    card.rate("statements.stance", (right, len(case.matched)), "stance is gold's")
    scores = by_stance(pairs)
    what = "mean F1 over the stances that gold or export uses"
    card.rate("statements.stance_macro_f1", (sum(scores), len(scores)), what)
    kinds = sum(gold.get("kind") == row.get("kind") for gold, row in case.matched)
    card.rate("statements.kind", (kinds, len(case.matched)), "direct, indirect or mixed as gold")
    card.confusion.update(pairs)


def by_stance(pairs: Counter[tuple[Any, Any]]) -> list[float]:
    """F1 of each stance that gold or export uses."""
    golds: Counter[Any] = Counter()
    exported: Counter[Any] = Counter()
    for (gold, given), count in pairs.items():
        golds[gold] += count
        exported[given] += count
    return [f1(pairs[one, one], exported[one], golds[one]) or 0.0 for one in golds | exported]


def score_said_on(case: Case, card: Card) -> None:
    """The day a statement was made."""
    verdicts = []
    for gold, row in case.matched:
        verdicts.append(verdict(day(gold.get("said_on")), day(row.get("said_on")), str.__eq__))
        if verdicts[-1] != "right":
            card.miss("statements.said_on", where(gold), gold.get("said_on"), row.get("said_on"))
    card.tally("statements.said_on", verdicts, "day it was said is gold's")


def score_figures(case: Case, card: Card) -> None:
    """Figures of matched statements."""
    counts = [
        card.paired("statements.figures", where(gold), pair(gold.get("figures"), row.get("figures"), same_amount))
        for gold, row in case.matched
    ]
    card.prf("statements.figures", total(counts), "figures with gold's value (both ends of a range) and unit")
