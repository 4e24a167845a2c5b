"""Which articles a list shows: found by an index, never by going through the table."""

from __future__ import annotations

import sqlite3

from onrecord.store.articles import Listed

_OWN = """
SELECT id, headline, outlet, url, published FROM articles
WHERE EXISTS (SELECT 1 FROM finds WHERE finds.article = articles.id)
AND NOT EXISTS (SELECT 1 FROM copies WHERE copies.article = articles.id AND relation = 'copy')
AND NOT EXISTS (
    SELECT 1 FROM versions WHERE before = articles.id
    AND NOT EXISTS (SELECT 1 FROM copies WHERE copies.article = versions.article AND relation = 'copy')
)
ORDER BY published DESC, seq DESC LIMIT ?
"""


def newest_own(conn: sqlite3.Connection, limit: int) -> list[Listed]:
    """The newest articles that neither repeat another nor have a later version, newest first."""
    return [Listed(*row) for row in conn.execute(_OWN, (limit,))]


def last_day(conn: sqlite3.Connection) -> str | None:
    """The day of the newest article; None where no article that is shown has one."""
    row = conn.execute("SELECT day FROM listings ORDER BY day DESC LIMIT 1").fetchone()
    return row["day"] if row else None
