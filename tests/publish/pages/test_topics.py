"""The page of all topics, and that of one."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from onrecord.model import Topic
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.topics import pages_of, topic_page, topics_page
from onrecord.store import stories
from onrecord.store.opening import open_record
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record

TRANSPORT = Topic("medtop:03000000", "disaster, accident and emergency incident", ("ferry", "rescue"))


def test_a_media_topic_says_where_it_comes_from(tmp_path: Path) -> None:
    story = small_record(tmp_path / "r.db", plain).stories[1]
    with closing(open_record(tmp_path / "r.db")) as conn:
        stories.drop_story(conn, story.id)
        stories.keep_stories(conn, [replace(story, media_topics=(TRANSPORT,), related=())])
        every = check(topics_page(conn, Addresses()))
        one = check(topic_page(conn, Addresses(), TRANSPORT.name) or "")
        assert set(pages_of(conn)) == {"Bridges", TRANSPORT.name}
    assert {"Bridges", TRANSPORT.name} <= set(every.text.replace(" 1", "\n").split("\n"))
    for words in ("medtop:03000000", "ferry", "rescue", "1 story", "Another"):
        assert words in one.text


def test_a_party_or_place_shows_what_is_in_dispute(tmp_path: Path) -> None:
    small_record(tmp_path / "r.db", plain)
    with closing(open_record(tmp_path / "r.db", readonly=True)) as conn:
        page = check(topic_page(conn, Addresses(), "Bridges") or "")
        assert topic_page(conn, Addresses(), "Bridge") is None
    assert "In dispute" in page.text
    assert "Vessa is moving its bridge" in page.text
    assert "The bridge" in page.text
