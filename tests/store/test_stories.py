"""Stories, hottest first."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from onrecord.store import stories, tallies
from onrecord.store.opening import transaction
from tests.store.gold_record import gold_settled


def test_stories_come_hottest_first(record: sqlite3.Connection) -> None:
    heats = [one.heat for one in stories.stories(record)]
    assert len(heats) == len(gold_settled().stories)
    assert heats == sorted(heats, reverse=True)
    assert stories.in_order(record) == list(gold_settled().stories)


def test_a_story_by_its_id_with_topics_and_neighbours(record: sqlite3.Connection) -> None:
    settled = gold_settled()
    first, second = (replace(one, topics=("ferry", "coast")) for one in settled.stories[:2])
    with transaction(record):
        tallies.keep_settled(record, replace(settled, stories=(first, second, *settled.stories[2:])), "x")
    assert stories.story(record, first.id) == replace(first, related=(second.id,))
    assert stories.story(record, "none") is None


def test_the_story_of_an_article(record: sqlite3.Connection) -> None:
    for one in gold_settled().stories:
        assert {stories.story_of(record, article) for article in one.articles} == {one.id}
    assert stories.story_of(record, "none") is None


def test_ids_by_their_beginning(record: sqlite3.Connection) -> None:
    assert stories.ids(record, "s") == sorted(one.id for one in gold_settled().stories)
    assert stories.ids(record, "x") == []
