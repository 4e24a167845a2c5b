"""Stories: the articles of one event, their heat, topics and neighbours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from onrecord.model import Story
from onrecord.store.columns import grouped
from onrecord.store.related import related


def story(conn: sqlite3.Connection, id: str) -> Story | None:  # noqa: A002
    """The story of that id, or None."""
    return next(iter(_load(conn, "id = ?", (id,))), None)


def stories(conn: sqlite3.Connection) -> list[Story]:
    """Every story, hottest first."""
    return sorted(in_order(conn), key=lambda one: -one.heat)


def in_order(conn: sqlite3.Connection) -> list[Story]:
    """Every story, in the order they were settled."""
    return _load(conn, "1", ())


def story_of(conn: sqlite3.Connection, article_id: str) -> str | None:
    """The id of the story an article belongs to."""
    row = conn.execute("SELECT story FROM story_articles WHERE article = ?", (article_id,)).fetchone()
    return row["story"] if row else None


def ids(conn: sqlite3.Connection, beginning: str) -> list[str]:
    """The ids that begin with those letters, in order."""
    rows = conn.execute("SELECT id FROM stories WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id", (beginning,))
    return [row["id"] for row in rows]


def keep_stories(conn: sqlite3.Connection, all_of_them: Iterable[Story]) -> None:
    """Keeps stories in a record that has none."""
    for n, one in enumerate(all_of_them):
        conn.execute("INSERT INTO stories VALUES (?, ?, ?, ?)", (n, one.id, one.title, one.heat))
        held = [(one.id, at, article) for at, article in enumerate(one.articles)]
        said = [(one.id, "topic", at, value) for at, value in enumerate(one.topics)]
        conn.executemany("INSERT INTO story_articles VALUES (?, ?, ?)", held)
        conn.executemany("INSERT INTO story_notes VALUES (?, ?, ?, ?)", said)


def _load(conn: sqlite3.Connection, where: str, values: tuple[str, ...]) -> list[Story]:
    rows = conn.execute(f"SELECT * FROM stories WHERE {where} ORDER BY n", values).fetchall()
    of_them = f"story IN (SELECT id FROM stories WHERE {where})"
    held = grouped(conn.execute(f"SELECT * FROM story_articles WHERE {of_them} ORDER BY story, n", values), "story")
    notes = grouped(conn.execute(f"SELECT * FROM story_notes WHERE {of_them} ORDER BY story, kind, n", values), "story")
    near = related(conn, [row["id"] for row in rows])
    return [_story(row, held.get(row["id"], []), notes.get(row["id"], []), near.get(row["id"], ())) for row in rows]


def _story(row: sqlite3.Row, held: list[sqlite3.Row], notes: list[sqlite3.Row], near: tuple[str, ...]) -> Story:
    return Story(
        id=row["id"],
        title=row["title"],
        articles=tuple(at["article"] for at in held),
        heat=row["heat"],
        topics=tuple(at["value"] for at in notes if at["kind"] == "topic"),
        related=near,
    )
