"""The page behind an article, as it came in."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass

from onrecord.model import Article
from onrecord.publish.addresses import Addresses
from onrecord.publish.archived import archived, in_pages
from onrecord.publish.evidence import outlet_of
from onrecord.publish.paging import paged
from onrecord.publish.rendering import render
from onrecord.publish.sought import sought
from onrecord.store import articles as held_articles
from onrecord.store import pages
from onrecord.store import statements as held_statements


@dataclass(frozen=True, slots=True)
class Way:
    """How a page is shown: as its words or as its source text, and which portion of it, as typed in an address."""

    as_source: bool = False
    page: str = ""


AS_WORDS = Way()


def archived_page(
    conn: sqlite3.Connection, to: Addresses, id_: str, *, statement: str = "", way: Way = AS_WORDS
) -> str | None:
    """The page an article was read from, with a statement's words marked; None where there is no such article.

    Without a portion in its ``way`` the one that has the words.
    """
    article = held_articles.article(conn, id_)
    if article is None:
        return None
    data, kept = _bytes(conn, article), pages.evidence(conn, [article.digest]).get(article.digest)
    marked = next((one for one in held_statements.by_ids(conn, [statement]) if one.article == id_), None)
    spans = marked.content.spans if marked else ()
    wanted = [sought(article.text, at) for at in spans]
    cut = in_pages(archived(data, wanted, as_source=way.as_source)) if data is not None else ()
    first = next((str(n) for n, one in enumerate(cut, 1) if one.found), "1")
    at = paged(way.page or first, len(cut), size=1)
    values = {
        "article": article,
        "outlet": outlet_of(article),
        "behind": kept.behind(article.url) if kept else None,
        "captures": kept.captures if kept else (),
        "size": len(data) if data is not None else None,
        "page": cut[at.number - 1] if cut else None,
        "found": any(one.found for one in cut),
        "at": at,
        "as_source": way.as_source,
        "wanted": marked,
    }
    return render("archived.html", to, values)


def portions_of(conn: sqlite3.Connection, id_: str) -> int:
    """In how many portions the page of an article is shown."""
    data = page_as_bytes(conn, id_)
    return len(in_pages(archived(data, ()))) if data is not None else 1


def page_as_bytes(conn: sqlite3.Connection, id_: str) -> bytes | None:
    """The bytes of the page an article was read from; None where there is no such article, or they were not kept."""
    article = held_articles.article(conn, id_)
    return _bytes(conn, article) if article else None


def _bytes(conn: sqlite3.Connection, article: Article) -> bytes | None:
    """The bytes of its page; None where they were not kept, or are damaged, which is told by the check of a record."""
    try:
        return pages.page_bytes(conn, article.digest)
    except zlib.error:
        return None
