"""An id as typed, which may be its beginning, to the one of the record."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from onrecord.errors import UsageError
from onrecord.store import articles, claims, statements, stories


def claim_id(conn: sqlite3.Connection, typed: str) -> str:
    """The one claim that begins so. Raises UsageError where there is none, or are several."""
    return _only(claims.ids(conn, typed), typed, ("claim", "claims", "onrecord claims"))


def story_id(conn: sqlite3.Connection, typed: str) -> str:
    """The one story that begins so. Raises UsageError where there is none, or are several."""
    return _only(stories.ids(conn, typed), typed, ("story", "stories", "onrecord stories"))


def article_id(conn: sqlite3.Connection, typed: str) -> str:
    """The one article that begins so. Raises UsageError where there is none, or are several."""
    return _only(articles.ids(conn, typed), typed, ("article", "articles", "onrecord search WORDS --json"))


def statement_id(conn: sqlite3.Connection, typed: str) -> str:
    """The one statement that begins so. Raises UsageError where there is none, or are several."""
    return _only(statements.ids(conn, typed), typed, ("statement", "statements", "onrecord review statements ID"))


def judged_id(conn: sqlite3.Connection, typed: str) -> tuple[str, str]:
    """("claim", "statement" or "article", the one id that begins so). Raises UsageError."""
    kinds = (("claim", claims.ids), ("statement", statements.ids), ("article", articles.ids))
    found = [(kind, id_) for kind, ids in kinds for id_ in ids(conn, typed)]
    if len(found) != 1:
        told = f"{len(found)} ids begin with {typed}; give more of it" if found else f"no id begins with {typed}"
        raise UsageError(told)
    return found[0]


def _only(ids: Sequence[str], typed: str, words: tuple[str, str, str]) -> str:
    one, many, where = words
    if typed in ids or len(ids) == 1:
        return typed if typed in ids else ids[0]
    if ids:
        raise UsageError(f"{len(ids)} {many} begin with {typed}; give more of the id")
    raise UsageError(f"no {one} begins with {typed}; see them all with: {where}")
