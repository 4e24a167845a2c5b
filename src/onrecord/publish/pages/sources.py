"""The outlets: how much of each is on record, how much of it is copied, and who copies it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass

from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import outlet_of
from onrecord.publish.rendering import render
from onrecord.store import articles as held_articles
from onrecord.store import copies as held_copies
from onrecord.store import rejected as held_rejected
from onrecord.store.articles import Listed


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet in numbers. ``copies``: its articles that repeat another's; ``copied``: articles that repeat its."""

    name: str
    articles: tuple[Listed, ...]
    copies: int
    copied: int
    first: str | None
    last: str | None


def sources_page(conn: sqlite3.Connection, to: Addresses) -> str:
    """Every outlet, and the pages that could not be used."""
    refused = [(stage, reason, times) for (stage, reason), times in held_rejected.counts(conn).items()]
    return render("sources.html", to, {"outlets": outlets(conn), "refused": refused[:50]})


def source_page(conn: sqlite3.Connection, to: Addresses, name: str) -> str | None:
    """One outlet and its articles; None where there is no such outlet."""
    found = next((one for one in outlets(conn) if one.name == name), None)
    if found is None:
        return None
    articles = sorted(found.articles, key=lambda one: one.day or "", reverse=True)
    edges = {edge.article: edge for edge in held_copies.copies(conn)}
    return render("source.html", to, {"outlet": found, "articles": articles[:500], "edges": edges})


def outlets(conn: sqlite3.Connection) -> list[Outlet]:
    """Every outlet, the one with most articles first."""
    articles = {one.id: one for one in held_articles.listed(conn)}
    held: dict[str, list[Listed]] = {}
    for one in articles.values():
        held.setdefault(outlet_of(one), []).append(one)
    edges = [edge for edge in held_copies.copies(conn) if edge.relation in ("copy", "rewrite")]
    copies = Counter(outlet_of(articles[edge.article]) for edge in edges if edge.article in articles)
    copied = Counter(outlet_of(articles[edge.of]) for edge in edges if edge.of in articles)
    found = [_outlet(name, several, copies[name], copied[name]) for name, several in held.items()]
    return sorted(found, key=lambda one: (-len(one.articles), one.name))


def _outlet(name: str, articles: list[Listed], copies: int, copied: int) -> Outlet:
    days = sorted(one.day for one in articles if one.day)
    first, last = (days[0], days[-1]) if days else (None, None)
    return Outlet(name, tuple(articles), copies, copied, first, last)
