"""The outlets: how much of each is on record, how much of it is copied, and who copies it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from onrecord.model import Article
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import outlet_of
from onrecord.publish.rendering import render
from onrecord.store import articles as held_articles
from onrecord.store import copies as held_copies
from onrecord.store import rejected as held_rejected


@dataclass(slots=True)
class Outlet:
    """An outlet in numbers. ``copies``: its articles that repeat another's; ``copied``: articles that repeat its."""

    name: str
    articles: list[Article] = field(default_factory=list)
    copies: int = 0
    copied: int = 0
    first: str | None = None
    last: str | None = None


def sources_page(conn: sqlite3.Connection, to: Addresses) -> str:
    """Every outlet, and the pages that could not be used."""
    refused = [(stage, reason, times) for (stage, reason), times in held_rejected.counts(conn).items()]
    return render("sources.html", to, {"outlets": outlets(conn), "refused": refused[:50]})


def source_page(conn: sqlite3.Connection, to: Addresses, name: str) -> str | None:
    """One outlet and its articles; None where there is no such outlet."""
    found = next((one for one in outlets(conn) if one.name == name), None)
    if found is None:
        return None
    articles = sorted(found.articles, key=lambda one: one.published.value or "", reverse=True)
    edges = {edge.article: edge for edge in held_copies.copies(conn)}
    return render("source.html", to, {"outlet": found, "articles": articles[:500], "edges": edges})


def outlets(conn: sqlite3.Connection) -> list[Outlet]:
    """Every outlet, the one with most articles first."""
    articles = held_articles.articles(conn)
    names = {one.id: outlet_of(one) for one in articles}
    held: dict[str, Outlet] = {}
    for one in articles:
        held.setdefault(names[one.id], Outlet(names[one.id])).articles.append(one)
    for edge in held_copies.copies(conn):
        if edge.relation in ("copy", "rewrite") and edge.article in names and edge.of in names:
            held[names[edge.article]].copies += 1
            held[names[edge.of]].copied += 1
    for outlet in held.values():
        days = sorted(one.published.value for one in outlet.articles if one.published.value)
        outlet.first, outlet.last = (days[0], days[-1]) if days else (None, None)
    return sorted(held.values(), key=lambda one: (-len(one.articles), one.name))
