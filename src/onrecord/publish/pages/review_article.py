"""An article to be judged: what it repeats, or does not."""

from __future__ import annotations

import sqlite3

from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import outlet_of
from onrecord.publish.rendering import render
from onrecord.store import articles as held_articles
from onrecord.store import claim_choices
from onrecord.store import copies as held_copies


def review_article_page(conn: sqlite3.Connection, to: Addresses, id_: str, *, words: str = "") -> str | None:
    """The forms of an article; None where there is none. ``words``: looked for in other articles."""
    article = held_articles.article(conn, id_)
    if article is None:
        return None
    edges = [edge for edge in held_copies.copies_of(conn, [id_]) if edge.article == id_]
    shown = {
        "article": article,
        "outlet": outlet_of(article),
        "edges": edges,
        "titles": {one.id: one for one in held_articles.listed_by_ids(conn, [edge.of for edge in edges]).values()},
        "choices": claim_choices.articles(conn, id_, words=words),
        "words": words,
    }
    return render("review/article.html", to, shown)
