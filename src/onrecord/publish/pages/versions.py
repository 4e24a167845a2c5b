"""What changed between any two versions of an article: its words, its headline, what became of each statement."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from onrecord.model import Article
from onrecord.publish.addresses import Addresses
from onrecord.publish.comparing_pages import Folds, comparing_pages
from onrecord.publish.edited import EditView, views
from onrecord.publish.evidence import outlet_of
from onrecord.publish.paging import Paged, paged
from onrecord.publish.rendering import render
from onrecord.publish.versions import chain_of, edits_between
from onrecord.store import articles as held_articles
from onrecord.store import pages
from onrecord.store.articles import Listed

LISTED = 200  # versions to choose from, those nearest to this one


@dataclass(frozen=True, slots=True)
class Version:
    """A version. ``seen``: when it was first fetched, None where that is unknown."""

    listed: Listed
    seen: str | None
    number: int


@dataclass(frozen=True, slots=True)
class VersionsView:
    """What the page shows; ``edit`` is None where there is one version only."""

    article: Article
    outlet: str
    versions: tuple[Version, ...]
    of_all: int
    edit: EditView | None
    folds: Folds
    at: Paged


def versions_page(
    conn: sqlite3.Connection, to: Addresses, id_: str, *, between: tuple[str, str] = ("", ""), page: str = ""
) -> str | None:
    """The page of an article's versions; None where there is no such article.

    ``between``: ids of the two to compare; where either is no version, the one before this one and this one.
    """
    article = held_articles.article(conn, id_)
    if article is None:
        return None
    chain = chain_of(conn, id_)
    pair = _pair(chain, id_, between)
    edit = next(views(conn, edits_between(conn, pair)), None) if pair else None
    cut = comparing_pages(edit.folds) if edit else ((),)
    at = paged(page, len(cut), size=1)
    view = VersionsView(
        article, outlet_of(article), _versions(conn, chain, id_), len(chain), edit, cut[at.number - 1], at
    )
    return render("versions.html", to, {"view": view})


def comparisons(conn: sqlite3.Connection, id_: str) -> int:
    """How many pages its comparison with the version before it takes; 0 where there is one version only."""
    pair = _pair(chain_of(conn, id_), id_, ("", ""))
    return sum(len(comparing_pages(one.folds)) for one in views(conn, edits_between(conn, pair))) if pair else 0


def _pair(chain: list[str], id_: str, asked: tuple[str, str]) -> tuple[str, ...]:
    if asked[0] != asked[1] and all(one in chain for one in asked):
        return asked
    at = max(1, chain.index(id_)) if chain else 0
    return tuple(chain[at - 1 : at + 1]) if chain else ()


def _versions(conn: sqlite3.Connection, chain: list[str], id_: str) -> tuple[Version, ...]:
    at = chain.index(id_) if chain else 0
    first = max(0, min(at - LISTED // 2, len(chain) - LISTED))
    some = chain[first : first + LISTED]
    listed, fetched = held_articles.listed_by_ids(conn, some), pages.first_fetched(conn, some)
    return tuple(Version(listed[one], fetched.get(one), first + n) for n, one in enumerate(some, 1) if one in listed)
