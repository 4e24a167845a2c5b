"""What there is to choose from when somebody judges: claims of a story, the names in it, articles beside one."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from onrecord.store.search import as_query

MOST = 300


class Choice(NamedTuple):
    """A claim to choose; ``statement``: one of it, by which it is known when its id is another."""

    id: str
    wording: str
    status: str
    said: int
    statement: str


class ArticleChoice(NamedTuple):
    """An article to choose."""

    id: str
    headline: str
    outlet: str | None
    day: str | None


def choices(conn: sqlite3.Connection, story: str, *, other_than: str, words: str = "") -> list[Choice]:
    """Claims of a story but for one, at most so many; given words, those that have them in a statement."""
    query = as_query(words)
    with_words = (
        " AND id IN (SELECT claim FROM claim_statements JOIN statements ON statements.id = statement"
        " WHERE seq IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ? LIMIT 5000))"
    )
    rows = conn.execute(
        "SELECT id, wording, status, (SELECT count(*) FROM claim_statements WHERE claim = claims.id) AS said,"
        " (SELECT statement FROM claim_statements WHERE claim = claims.id AND n = 0) AS statement"
        f" FROM claims WHERE story = ? AND id <> ?{with_words if query else ''} LIMIT ?",
        (story, other_than, *([query] if query else []), MOST),
    )
    return [Choice(*row) for row in rows]


def names(conn: sqlite3.Connection, article: str) -> list[str]:
    """Names of speakers and parties in the story of an article, in order; at most so many."""
    rows = conn.execute(
        "SELECT DISTINCT name FROM ("
        " SELECT speaker AS name, parties.party FROM story_articles AS one"
        " CROSS JOIN story_articles AS other ON other.story = one.story"
        " CROSS JOIN statements ON statements.article = other.article"
        " LEFT JOIN parties ON parties.statement = statements.id WHERE one.article = ?1 LIMIT 3000"
        ") WHERE name IS NOT NULL"
        " UNION SELECT parties.party FROM story_articles AS one"
        " CROSS JOIN story_articles AS other ON other.story = one.story"
        " CROSS JOIN statements ON statements.article = other.article"
        " CROSS JOIN parties ON parties.statement = statements.id WHERE one.article = ?1 ORDER BY 1 LIMIT 200",
        (article,),
    )
    return [row["name"] for row in rows]


def articles(conn: sqlite3.Connection, article: str, *, words: str = "") -> list[ArticleChoice]:
    """Articles of the same story, or (given words) of the whole record, but for that one; the newest first."""
    query = as_query(words)
    of_story = (
        "id IN (SELECT other.article FROM story_articles AS one JOIN story_articles AS other ON other.story = one.story"
        " WHERE one.article = ?1)"
    )
    with_words = "seq IN (SELECT rowid FROM article_words WHERE article_words MATCH ?3 ORDER BY rowid DESC LIMIT 60)"
    rows = conn.execute(
        f"SELECT id, headline, outlet, published FROM articles WHERE {with_words if query else of_story} AND id <> ?1"
        " ORDER BY published DESC, seq DESC LIMIT ?2",
        (article, 60, *([query] if query else [])),
    )
    return [ArticleChoice(*row) for row in rows]
