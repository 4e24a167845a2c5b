"""The topics, and a topic: where it comes from, its stories, what is in dispute in them, how much is told and when."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass

from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.claims import Entry, entry
from onrecord.publish.pages.stories import StoryEntry, entries, media_topics
from onrecord.publish.paging import Paged, paged
from onrecord.publish.pulse import Pulse, pulse
from onrecord.publish.rendering import render
from onrecord.publish.topics_known import KnownTopic, known_topic
from onrecord.store import claim_lists, story_lists
from onrecord.store import claims as held_claims
from onrecord.store.story_lists import TopicKey, code_key, name_key

SHOWN = 30  # stories on a page
DISPUTED = 6
NAMED = 300  # parties and places on the page of all topics
VOCABULARY = "https://cv.iptc.org/newscodes/mediatopic/"
EARNED = 400  # stories whose words are counted
WORDS = 16


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic. ``known``: the Media Topic that it is, None for a party or place; ``earned``: (word, stories)."""

    name: str
    known: KnownTopic | None
    earned: tuple[tuple[str, int], ...]
    at: Paged
    stories: tuple[StoryEntry, ...]
    disputed: tuple[Entry, ...]
    pulse: Pulse | None


def topics_page(conn: sqlite3.Connection, to: Addresses) -> str:
    """Every topic with its stories counted: the Media Topics, then parties and places."""
    values = {
        "media_topics": media_topics(conn),
        "names": story_lists.names(conn, NAMED),
        "most": NAMED,
        "vocabulary": VOCABULARY,
    }
    return render("topics.html", to, values)


def topic_page(conn: sqlite3.Connection, to: Addresses, name: str, *, page: str = "") -> str | None:
    """The page of a topic; None where no story has it."""
    known = known_topic(name)
    key = code_key(known.code) if known else name_key(name)
    times = story_lists.counted_of(conn, key)
    return (
        render("topic.html", to, {"view": _view(conn, key, (name, known), paged(page, times, size=SHOWN))})
        if times
        else None
    )


def pages_of(conn: sqlite3.Connection) -> dict[str, Paged]:
    """{name: its pages} of every topic."""
    times = dict([*story_lists.names(conn, -1), *media_topics(conn)])
    return {name: paged("", stories, size=SHOWN) for name, stories in times.items()}


def _view(conn: sqlite3.Connection, key: TopicKey, named: tuple[str, KnownTopic | None], at: Paged) -> TopicView:
    name, known = named
    disputed = held_claims.by_ids(conn, story_lists.disputed(conn, key, DISPUTED)) if at.number == 1 else []
    titles = claim_lists.titles(conn, (one.story for one in disputed))
    return TopicView(
        name=name,
        known=known,
        earned=_earned(conn, known) if known else (),
        at=at,
        stories=tuple(entries(conn, story_lists.of_topic(conn, key, at.size, at.offset))),
        disputed=tuple(entry(one, titles) for one in disputed),
        pulse=pulse(story_lists.days_of_topic(conn, key).items()),
    )


def _earned(conn: sqlite3.Connection, known: KnownTopic) -> tuple[tuple[str, int], ...]:
    """The words that earned it, with the stories in which they did."""
    notes = story_lists.notes_of_topic(conn, known.code, EARNED)
    return tuple(Counter(word for one in notes for word in one.words).most_common(WORDS))
