"""What stands behind the pages: statements and the articles they are in, gathered from a record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from onrecord.model import Article, Statement
from onrecord.store import articles as held_articles
from onrecord.store import claims as held_claims
from onrecord.store import parties as held_parties
from onrecord.store import statements as held_statements

UNKNOWN_OUTLET = "unknown outlet"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Statements with what a page says beside them. ``parties`` and ``claims`` go from a statement's id."""

    statements: Mapping[str, Statement] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    parties: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[str, str] = field(default_factory=dict)

    def party(self, statement: Statement) -> str | None:
        """Whom the speaker stands for: as settled across articles, else as this article alone shows it."""
        return self.parties.get(statement.id) or statement.speaker.party

    def day(self, statement: Statement) -> str | None:
        """The day it was said, else the day it was published; None where neither is known."""
        if statement.said_on and statement.said_on.value:
            return statement.said_on.value
        article = self.articles.get(statement.article)
        return article.published.value if article else None


def of_statements(conn: sqlite3.Connection, statements: Sequence[Statement]) -> Evidence:
    """The evidence around some statements."""
    ids = [one.id for one in statements]
    return Evidence(
        statements={one.id: one for one in statements},
        articles=held_articles.by_ids(conn, (one.article for one in statements)),
        parties=held_parties.party_of(conn, ids),
        claims=held_claims.claim_of(conn, ids),
    )


def by_ids(conn: sqlite3.Connection, ids: Iterable[str]) -> Evidence:
    """The evidence around the statements of those ids."""
    return of_statements(conn, held_statements.by_ids(conn, ids))


def outlet_of(article: Article | held_articles.Listed) -> str:
    """The outlet's name, else the host of the page's address."""
    if article.outlet:
        return article.outlet
    try:
        return urlsplit(article.url or "").hostname or UNKNOWN_OUTLET
    except ValueError:
        return UNKNOWN_OUTLET
