"""Versions of one article, and copies of one text."""

from __future__ import annotations

from collections.abc import Iterable

from bench.newsroom.card import Card
from bench.newsroom.gold import basename
from bench.newsroom.grouping import Edge, score_pairs
from bench.newsroom.pairing import Case, article_key

WHAT = "pairs of articles that are copies of one text (closure of copy_of; export: copy, rewrite)"


def gold_edges(case: Case, name: str) -> list[Edge]:
    return [(key, basename(row[name])) for key, row in case.room.articles.items() if row.get(name)]


def exported_edges(case: Case, pairs: Iterable[tuple[str | None, str | None]]) -> list[Edge]:
    """Edges between gold articles; those that leave the gold or stay within one article are dropped."""
    edges = [(article_key(case, one), article_key(case, other)) for one, other in pairs if one and other]
    return [(one, other) for one, other in edges if one and other and one != other]


def score_versions(case: Case, card: Card) -> None:
    """Which pages are the same article fetched again."""
    edges = exported_edges(case, [(row["id"], row.get("version_of")) for row in case.export.articles])
    what = "pairs of versions of one article (closure)"
    score_pairs(card, "reading.version", gold_edges(case, "version_of"), edges, what)


def score_copies(case: Case, card: Card) -> None:
    """Copies and rewrites."""
    rows = [row for row in case.export.copies if row.get("relation") in ("copy", "rewrite")]
    edges = exported_edges(case, [(row.get("article"), row.get("of")) for row in rows])
    score_pairs(card, "copies.pairs", gold_edges(case, "copy_of"), edges, WHAT)
