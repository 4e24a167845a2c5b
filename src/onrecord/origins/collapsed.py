"""One plain sentence for each report of a claim that adds no origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Article, Copy, Statement

VERBS = {
    "copy": "is a copy of",
    "rewrite": "rewrites",
    "common_source": "shares its source with",
    "update": "updates",
}


def collapsed(
    statements: Sequence[Statement], articles: Mapping[str, Article], copies: Iterable[Copy]
) -> tuple[str, ...]:
    """Copies first, then relays, each once, in order of article."""
    held = {one.article for one in statements}
    edges = [edge for edge in copies if edge.article in held]
    told = [
        f"{_named(articles, edge.article)} {VERBS[edge.relation]} {_named(articles, edge.of)}: {edge.why}."
        for edge in edges
    ]
    passed = [
        f"{_named(articles, one.article)} passes on what {' and '.join(one.relay)} reported."
        for one in statements
        if one.relay
    ]
    return tuple(dict.fromkeys([*told, *sorted(passed)]))


def _named(articles: Mapping[str, Article], article: str) -> str:
    found = articles.get(article)
    if not found:
        return "an article no longer held"
    return f"“{found.headline}” ({found.outlet})" if found.outlet else f"“{found.headline}”"
