"""Related stories: those that share topics which few stories have."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.model import Story
from onrecord.store.opening import open_record
from onrecord.store.related import COMMON
from onrecord.store.stories import keep_stories, story


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "record.db")) as opened:
        yield opened


def keep(conn: sqlite3.Connection, *topics: tuple[str, ...]) -> None:
    keep_stories(conn, [Story(f"s{n:03}", "t", (), 0.0, held) for n, held in enumerate(topics)])


def near(conn: sqlite3.Connection, which: str) -> tuple[str, ...]:
    found = story(conn, which)
    assert found
    return found.related


def test_two_shared_topics_make_a_relation_and_more_come_first(conn: sqlite3.Connection) -> None:
    keep(conn, ("a", "b", "c"), ("b", "a"), ("a",), ("c", "b", "a"))
    assert near(conn, "s000") == ("s003", "s001")
    assert near(conn, "s002") == ()


def test_a_topic_of_many_stories_says_nothing(conn: sqlite3.Connection) -> None:
    keep(conn, ("a", "b"), ("a", "b"), *((("a",),) * (COMMON - 2)))
    assert near(conn, "s000") == ("s001",)
    conn.execute("INSERT INTO stories (n, id, title, heat) VALUES (900, 'more', 't', 0)")
    conn.execute("INSERT INTO story_notes VALUES ('more', 'topic', 0, 'a')")
    assert near(conn, "s000") == (), "the topic that everything has is no longer counted"
