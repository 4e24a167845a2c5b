"""Were the statements found at all, and do their offsets hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from bench.newsroom.card import Card, clip
from bench.newsroom.pairing import MATCH_AT, Case, article_key, part
from bench.newsroom.values import Counts, Row
from bench.newsroom.words import words
from onrecord.model import Kind

PARTS = ("source", "cue", "content")


def where(gold: Row) -> str:
    """How a gold statement is named in a miss."""
    return f"{gold['at']}: {clip(' … '.join(gold['content']), width=70)}"


def score_found(case: Case, card: Card) -> None:
    """Statements found, by kind, and their offsets."""
    exported = [row for _, row in case.matched] + case.spurious
    golds = [gold for gold, _ in case.matched] + case.missed
    what = f"statements whose content overlaps (word IoU >= {MATCH_AT}, one to one)"
    card.prf("statements.found", Counts(len(case.matched), len(exported), len(golds)), what)
    for kind in get_args(Kind):
        score_kind(case, card, kind, (exported, golds))
    keep_misses(case, card)
    texts = {row["id"]: row.get("text") or "" for row in case.export.articles}
    holds = sum(offsets_hold(row, texts.get(row["article"], "")) for row in exported)
    what = "exported statements whose content spans slice to the words they show"
    card.rate("statements.offsets", (holds, len(exported)), what)


def score_kind(case: Case, card: Card, kind: str, sides: tuple[Sequence[Row], Sequence[Row]]) -> None:
    """Found among the exported and among the gold statements of one kind."""
    matched = ([row for _, row in case.matched], [gold for gold, _ in case.matched])
    for ending, side, rows, got in zip(("_p", "_r"), ("exported", "gold"), sides, matched, strict=True):
        of, hit = (sum(row.get("kind") == kind for row in some) for some in (rows, got))
        what = f"of {side} {kind} statements, how many were matched"
        card.rate(f"statements.{kind}{ending}", (hit, of), what)
    precision, recall = card.value(f"statements.{kind}_p"), card.value(f"statements.{kind}_r")
    mean = None
    if precision is not None and recall is not None:
        mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    card.number(f"statements.{kind}_f1", mean, "harmonic mean of the two above")


def keep_misses(case: Case, card: Card) -> None:
    """Statements that were missed, and those that are nobody's."""
    for gold in case.missed:
        card.miss("statements.missed", gold["at"], {name: gold.get(name) for name in PARTS}, "(missing)")
    for row in case.spurious:
        at = article_key(case, row["article"]) or row["article"]
        shown = {name: part(row, name).get("text") for name in PARTS}
        card.miss("statements.spurious", at, "(nothing)", shown)


def offsets_hold(row: Row, text: str) -> bool:
    """True if the spans of the content give the content's words."""
    content = part(row, "content")
    sliced = [word for start, end in content.get("spans") or [] for word in words(text[start:end])]
    return bool(sliced) and sliced == words(content.get("text"))
