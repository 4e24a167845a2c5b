"""Lists of stories: their order, their topics, and that no table is gone through for one story."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.model import Settled, Story, Topic
from onrecord.store import story_claims, story_lists, tallies
from onrecord.store.opening import open_record, transaction
from tests.publish.small_record import plain, small_record

HEALTH, ILLS = Topic("medtop:07", "health", ("ill",)), Topic("medtop:071", "ills", ("ill", "fever"))
Look = Callable[[sqlite3.Connection], object]
LOOKS: dict[str, Look] = {
    "tellings": lambda conn: story_lists.tellings(conn, ["s"]),
    "statuses": lambda conn: story_lists.statuses(conn, ["s"]),
    "topics": lambda conn: story_lists.topics_of(conn, ["s"]),
    "stories of a topic": lambda conn: story_lists.of_topic(conn, story_lists.name_key("x"), 5, 0),
    "disputes": lambda conn: story_lists.disputed(conn, story_lists.code_key("x"), 5),
    "days of a topic": lambda conn: story_lists.days_of_topic(conn, story_lists.name_key("x")),
    "claims": lambda conn: story_claims.brief(conn, "s"),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_no_table_is_gone_through(tmp_path: Path, look: Look) -> None:
    asked: list[str] = []
    with closing(open_record(tmp_path / "record.db")) as conn:
        conn.set_trace_callback(asked.append)
        look(conn)
        conn.set_trace_callback(None)
        plans = [conn.execute(f"EXPLAIN QUERY PLAN {query}").fetchall() for query in asked]
    lines = [row["detail"] for plan in plans for row in plan]
    assert lines
    assert not [line for line in lines if line.startswith("SCAN") and "json_each" not in line]


def test_topics_are_found_by_name_and_by_code(tmp_path: Path) -> None:
    several = (
        Story("s1", "One", (), 1.0, ("Tarn",), media_topics=(HEALTH,)),
        Story("s2", "Two", (), 3.0, ("Tarn", "Tarnow"), media_topics=(HEALTH, ILLS)),
        Story("s3", "Three", (), 2.0, ("Tarnow",), media_topics=(ILLS,)),
    )
    with closing(open_record(tmp_path / "r.db")) as conn:
        with transaction(conn):
            tallies.keep_settled(conn, Settled((), (), (), (), several), "test")
        tarn, health = story_lists.name_key("Tarn"), story_lists.code_key(HEALTH.code)
        assert story_lists.hottest(conn, 2, 1) == ["s3", "s1"]
        assert story_lists.of_topic(conn, tarn, 9, 0) == ["s2", "s1"]
        assert story_lists.of_topic(conn, health, 1, 1) == ["s1"]
        assert (story_lists.counted_of(conn, tarn), story_lists.counted_of(conn, health)) == (2, 2)
        assert story_lists.media_topics(conn) == Counter({HEALTH.code: 2, ILLS.code: 2})
        assert story_lists.names(conn, 9) == [("Tarn", 2), ("Tarnow", 2)]
        assert story_lists.notes_of_topic(conn, ILLS.code, 9) == [ILLS, ILLS]
        assert story_lists.topics_of(conn, ["s2"]) == {"s2": ("Tarn", "Tarnow")}


def test_stories_by_newest_article_and_by_claims(tmp_path: Path) -> None:
    settled = small_record(tmp_path / "r.db", plain)
    story, claim = settled.stories[0].id, settled.claims[0].id
    with closing(open_record(tmp_path / "r.db", readonly=True)) as conn:
        assert story_lists.newest(conn, 9, 0) == [story]
        assert story_lists.newest(conn, 9, 1) == []
        assert story_lists.disputed(conn, story_lists.name_key("Bridges"), 9) == [claim]
        assert {one.outlet for one in story_lists.tellings(conn, [story])[story]} == {"Outlet one", "Outlet two"}
        brief = [(one.status, one.parties) for one in story_claims.brief(conn, story)]
    assert brief == [("contested", 2), ("withdrawn", 0)]
