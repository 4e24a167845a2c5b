"""Stories as lists show them: a page at a time, by heat or by their newest article, all of them or those of a topic.

A topic is named by how its notes begin: a party or place by its name, an IPTC Media Topic by its code.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from onrecord.model import Topic
from onrecord.store.columns import from_list


class TopicKey(NamedTuple):
    """Where the notes of a topic stand in their index: of one ``kind``, from ``low`` to ``high``."""

    kind: str
    low: str
    high: str


class Telling(NamedTuple):
    """Who told a story and when: an article's outlet, address and day."""

    outlet: str | None
    url: str | None
    day: str | None


def name_key(name: str) -> TopicKey:
    """The key of a party or place."""
    return TopicKey("topic", name, name)


def code_key(code: str) -> TopicKey:
    """The key of an IPTC Media Topic; its notes begin with its code as JSON writes it."""
    written = json.dumps(code, ensure_ascii=False)
    return TopicKey("media topic", f"[{written}", f"[{written}-")


def counted(conn: sqlite3.Connection) -> int:
    """How many stories there are."""
    return int(conn.execute("SELECT count(*) FROM stories").fetchone()[0])


def hottest(conn: sqlite3.Connection, limit: int, offset: int) -> list[str]:
    """Ids of stories, hottest first."""
    rows = conn.execute("SELECT id FROM stories ORDER BY heat DESC, id LIMIT ? OFFSET ?", (limit, offset))
    return [row["id"] for row in rows]


def newest(conn: sqlite3.Connection, limit: int, offset: int) -> list[str]:
    """Ids of stories, the one with the newest article first, those without a known day last."""
    rows = conn.execute(
        "SELECT story FROM articles CROSS JOIN story_articles ON story_articles.article = articles.id"
        " ORDER BY articles.published DESC, articles.seq DESC"
    )
    return list(islice(_once(row["story"] for row in rows), offset, offset + limit))


def counted_of(conn: sqlite3.Connection, topic: TopicKey) -> int:
    """How many stories have a topic."""
    query = "SELECT count(DISTINCT story) FROM story_notes WHERE kind = ? AND value BETWEEN ? AND ?"
    return int(conn.execute(query, topic).fetchone()[0])


def of_topic(conn: sqlite3.Connection, topic: TopicKey, limit: int, offset: int) -> list[str]:
    """Ids of the stories of a topic, hottest first, of equal heat the one with the newest article."""
    rows = conn.execute(
        "SELECT DISTINCT id, heat, json_extract(days, '$[#-1]') AS last FROM story_notes JOIN stories ON id = story"
        " WHERE kind = ? AND value BETWEEN ? AND ? ORDER BY heat DESC, last DESC, id LIMIT ? OFFSET ?",
        (*topic, limit, offset),
    )
    return [row["id"] for row in rows]


def tellings(conn: sqlite3.Connection, stories: Iterable[str]) -> dict[str, list[Telling]]:
    """{story id: who told it and when}, an item an article."""
    rows = conn.execute(
        "SELECT story, outlet, url, published FROM story_articles JOIN articles ON articles.id = article"
        " WHERE story IN (SELECT value FROM json_each(?))",
        (json.dumps(list(stories)),),
    )
    found: dict[str, list[Telling]] = {}
    for story, *telling in rows:
        found.setdefault(story, []).append(Telling(*telling))
    return found


def statuses(conn: sqlite3.Connection, stories: Iterable[str]) -> dict[str, Counter[str]]:
    """{story id: how many of its claims have each status}, for those of these stories that have claims."""
    rows = conn.execute(
        "SELECT story, status, count(*) AS times FROM claims WHERE story IN (SELECT value FROM json_each(?))"
        " GROUP BY story, status",
        (json.dumps(list(stories)),),
    )
    found: dict[str, Counter[str]] = {}
    for row in rows:
        found.setdefault(row["story"], Counter())[row["status"]] = row["times"]
    return found


def topics_of(conn: sqlite3.Connection, stories: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """{story id: its parties and places}."""
    rows = conn.execute(
        "SELECT story, value FROM story_notes WHERE kind = 'topic' AND story IN (SELECT value FROM json_each(?))"
        " ORDER BY story, n",
        (json.dumps(list(stories)),),
    )
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        found[row["story"]] = (*found.get(row["story"], ()), row["value"])
    return found


def names(conn: sqlite3.Connection, limit: int) -> list[tuple[str, int]]:
    """(party or place, stories), those of most stories first."""
    rows = conn.execute(
        "SELECT value, count(*) AS times FROM story_notes WHERE kind = 'topic'"
        " GROUP BY value ORDER BY times DESC, value LIMIT ?",
        (limit,),
    )
    return [(row["value"], row["times"]) for row in rows]


def media_topics(conn: sqlite3.Connection) -> Counter[str]:
    """{code of an IPTC Media Topic: stories}."""
    rows = conn.execute(
        "SELECT json_extract(value, '$[0]') AS code, count(*) AS times FROM story_notes WHERE kind = 'media topic'"
        " GROUP BY code"
    )
    return Counter({row["code"]: row["times"] for row in rows})


def notes_of_topic(conn: sqlite3.Connection, code: str, limit: int) -> list[Topic]:
    """An IPTC Media Topic as so many stories have it, each with the words that earned it."""
    query = "SELECT value FROM story_notes WHERE kind = ? AND value BETWEEN ? AND ? LIMIT ?"
    read = (json.loads(row["value"]) for row in conn.execute(query, (*code_key(code), limit)))
    return [Topic(code, name, tuple(words)) for code, name, words in read]


def days_of_topic(conn: sqlite3.Connection, topic: TopicKey) -> Counter[str]:
    """{day: articles of that day in the stories of a topic}, copies and days that are not known left out."""
    rows = conn.execute(
        "SELECT DISTINCT id, days FROM story_notes JOIN stories ON id = story WHERE kind = ? AND value BETWEEN ? AND ?",
        topic,
    )
    return Counter(day for row in rows for day in from_list(row["days"]))


def disputed(conn: sqlite3.Connection, topic: TopicKey, limit: int) -> list[str]:
    """Ids of contested claims in the stories of a topic, those of the hottest story first."""
    rows = conn.execute(
        "SELECT DISTINCT claims.id, heat FROM story_notes JOIN stories ON stories.id = story_notes.story"
        " JOIN claims ON claims.story = stories.id AND claims.status = 'contested'"
        " WHERE kind = ? AND value BETWEEN ? AND ? ORDER BY heat DESC, claims.id LIMIT ?",
        (*topic, limit),
    )
    return [row["id"] for row in rows]


def days_of(conn: sqlite3.Connection, story: str) -> tuple[str, ...]:
    """The days that a story's heat is counted from."""
    row = conn.execute("SELECT days FROM stories WHERE id = ?", (story,)).fetchone()
    return from_list(row["days"]) if row else ()


def _once(several: Iterator[str]) -> Iterator[str]:
    seen = set()
    for one in several:
        if one not in seen:
            seen.add(one)
            yield one
