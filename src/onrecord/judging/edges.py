"""Which article repeats which, where a person knows. The later word on two articles wins."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from onrecord.judging.corrections import told
from onrecord.model import Copy, Decided, Judgement, JudgementKind, Relation

KINDS: tuple[JudgementKind, ...] = ("copy", "not_copy")


def edges(judgements: Iterable[Judgement]) -> tuple[tuple[Copy, ...], frozenset[frozenset[str]]]:
    """The edges that people drew, and the pairs of articles that they hold to be no copies."""
    last = {frozenset(one.articles): one for one in judgements if one.kind in KINDS}
    drawn = tuple(sorted((_edge(one) for one in last.values() if one.kind == "copy"), key=lambda one: one.article))
    return drawn, frozenset(pair for pair, one in last.items() if one.kind == "not_copy")


def ruled_copies(found: Sequence[Copy], decided: Decided, articles: Collection[str]) -> tuple[Copy, ...]:
    """The edges found, but for those on which a person decided; with the edges of people between ``articles``."""
    drawn = [one for one in decided.copies if one.article in articles and one.of in articles]
    settled = decided.not_copies | {frozenset((one.article, one.of)) for one in drawn}
    return (*(one for one in found if frozenset((one.article, one.of)) not in settled), *drawn)


def _edge(one: Judgement) -> Copy:
    article, of = one.articles
    relation: Relation = one.value or "copy"  # type: ignore[assignment]  # checked where it is given
    return Copy(article, of, relation, told(one))
