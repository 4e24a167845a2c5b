"""Stories: the articles of one event, their heat, topics and neighbours."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import Story, id_number
from onrecord.store.columns import as_list, from_list, grouped
from onrecord.store.related import related
from onrecord.store.story_notes import media_topics_in, notes_of, tolls_in


def story(conn: sqlite3.Connection, id: str) -> Story | None:  # noqa: A002
    """The story of that id, or None."""
    return next(iter(_load(conn, "id = ?", (id,))), None)


def stories(conn: sqlite3.Connection) -> list[Story]:
    """Every story, hottest first."""
    return sorted(in_order(conn), key=lambda one: -one.heat)


def in_order(conn: sqlite3.Connection) -> list[Story]:
    """Every story, in order of id."""
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
    """Keeps stories that the record has not; the days of their heat are kept apart."""
    for one in all_of_them:
        row = (id_number(one.id), one.id, one.title, one.heat)
        conn.execute("INSERT INTO stories (n, id, title, heat) VALUES (?, ?, ?, ?)", row)
        held = [(one.id, at, article) for at, article in enumerate(one.articles)]
        conn.executemany("INSERT INTO story_articles VALUES (?, ?, ?)", held)
        conn.executemany("INSERT INTO story_notes VALUES (?, ?, ?, ?)", notes_of(one))


def drop_story(conn: sqlite3.Connection, id: str) -> None:  # noqa: A002
    """Forgets a story and its claims."""
    conn.execute("DELETE FROM claims WHERE story = ?", (id,))
    conn.execute("DELETE FROM stories WHERE id = ?", (id,))


def members(conn: sqlite3.Connection, articles: Iterable[str]) -> dict[str, frozenset[str]]:
    """{story id: its articles}, for the stories that hold any of these."""
    query = (
        "SELECT story, article FROM story_articles WHERE story IN ("
        " SELECT story FROM story_articles WHERE article IN (SELECT value FROM json_each(?)))"
    )
    found: dict[str, frozenset[str]] = {}
    for row in conn.execute(query, (json.dumps(list(articles)),)):
        found[row["story"]] = found.get(row["story"], frozenset()) | {row["article"]}
    return found


def keep_days(conn: sqlite3.Connection, id: str, days: Sequence[str]) -> None:  # noqa: A002
    """Keeps the days that a story's heat is counted from."""
    conn.execute("UPDATE stories SET days = ? WHERE id = ?", (as_list(days), id))


def days(conn: sqlite3.Connection, *, warm: bool) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    """(id, heat, the days it is counted from) of all stories, or of those that are not cold."""
    for row in conn.execute(f"SELECT id, heat, days FROM stories{' WHERE heat > 0' if warm else ''}").fetchall():
        yield row["id"], row["heat"], from_list(row["days"])


def keep_heat(conn: sqlite3.Connection, heats: Iterable[tuple[str, float]]) -> None:
    """Keeps (id, heat)."""
    conn.executemany("UPDATE stories SET heat = ? WHERE id = ?", ((heat, id_) for id_, heat in heats))


def _load(conn: sqlite3.Connection, where: str, values: tuple[str, ...]) -> list[Story]:
    rows = conn.execute(f"SELECT * FROM stories WHERE {where} ORDER BY id", values).fetchall()
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
        media_topics=media_topics_in(notes),
        tolls=tolls_in(notes),
    )
