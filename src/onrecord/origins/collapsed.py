"""One plain sentence for each report of a claim that adds no origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Article, Copy, Statement
from onrecord.origins.occasions import shared_occasions

VERBS = {
    "copy": "is a copy of",
    "rewrite": "rewrites",
    "common_source": "shares its source with",
    "update": "updates",
}


def collapsed(
    statements: Sequence[Statement], articles: Mapping[str, Article], copies: Iterable[Copy]
) -> tuple[str, ...]:
    """Copies first, then relays, then what several reports have from one briefing, release, source or owner."""
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
    one_making = [
        f"{' and '.join(_named(articles, each) for each in several)} {what} (“{words}”)."
        for what, several, words in shared_occasions(statements, articles)
    ]
    return tuple(dict.fromkeys([*told, *sorted(passed), *one_making]))


def _named(articles: Mapping[str, Article], article: str) -> str:
    found = articles.get(article)
    if not found:
        return "an article no longer held"
    return f"“{found.headline}” ({found.outlet})" if found.outlet else f"“{found.headline}”"
