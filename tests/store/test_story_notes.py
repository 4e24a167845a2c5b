"""Topics and tolls of a story are kept as they are, each kind in its order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Story, Toll, Topic
from onrecord.store.opening import open_record
from onrecord.store.stories import drop_story, keep_stories, story

WORDS = st.lists(st.text("abñ “", max_size=6), max_size=3).map(tuple)
COUNT = st.one_of(st.none(), st.integers(0, 600))
TOPICS = st.lists(st.builds(Topic, st.text("med:0", max_size=9), st.text(max_size=9), WORDS), max_size=3).map(tuple)
TOLLS = st.lists(st.builds(Toll, st.text("ab1", max_size=4), st.none(), COUNT, COUNT, WORDS), max_size=3).map(tuple)


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "record.db")) as opened:
        yield opened


@given(TOPICS, TOLLS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_what_is_kept_is_what_is_read(
    conn: sqlite3.Connection, topics: tuple[Topic, ...], tolls: tuple[Toll, ...]
) -> None:
    told = Story("s1", "A title", (), 0.0, ("Tarn", "Orla"), (), topics, tolls)
    keep_stories(conn, [told])
    assert story(conn, "s1") == told
    drop_story(conn, "s1")
    assert conn.execute("SELECT count(*) FROM story_notes").fetchone()[0] == 0
