"""The list of stories, and the entries that other pages show of a story."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Story
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import outlet_of
from onrecord.publish.paging import Paged, paged
from onrecord.publish.rendering import render
from onrecord.publish.topics_known import topic_name
from onrecord.publish.words import STATUSES
from onrecord.store import claim_lists, story_lists
from onrecord.store.articles import Listed
from onrecord.store.story_lists import Telling

SHOWN = 40  # stories on a page
NAMED = 40  # topics beside a list
NEW = "new"


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A story as lists show it."""

    id: str
    title: str
    articles: int
    outlets: int
    first: str | None
    last: str | None
    topics: tuple[str, ...]
    statuses: tuple[tuple[str, int], ...]


def stories_page(conn: sqlite3.Connection, to: Addresses, *, order: str = "", page: str = "") -> str:
    """Every story a page at a time, hottest first, or (``order`` new) the one with the newest article first."""
    at = paged(page, story_lists.counted(conn), size=SHOWN)
    found = story_lists.newest if order == NEW else story_lists.hottest
    values = {
        "entries": entries(conn, found(conn, at.size, at.offset)),
        "order": NEW if order == NEW else "",
        "at": at,
        "media_topics": media_topics(conn)[:NAMED],
        "names": story_lists.names(conn, NAMED),
    }
    return render("stories.html", to, values)


def pages_of(conn: sqlite3.Connection) -> Paged:
    """How many pages the list has."""
    return paged("", story_lists.counted(conn), size=SHOWN)


def media_topics(conn: sqlite3.Connection) -> list[tuple[str, int]]:
    """(name of an IPTC Media Topic, stories), those of most stories first."""
    return [(topic_name(code), times) for code, times in story_lists.media_topics(conn).most_common()]


def topics_of(story: Story) -> tuple[str, ...]:
    """The names of all its topics: of the IPTC, then parties and places."""
    return tuple(dict.fromkeys((*(one.name for one in story.media_topics), *story.topics)))


def story_entries(conn: sqlite3.Connection, stories: Iterable[Story]) -> list[StoryEntry]:
    """Stories as lists show them."""
    return entries(conn, [story.id for story in stories])


def entries(conn: sqlite3.Connection, ids: Sequence[str]) -> list[StoryEntry]:
    """Stories as lists show them, in that order; unknown ids are left out."""
    titles = claim_lists.titles(conn, ids)
    told = story_lists.tellings(conn, ids)
    statuses = story_lists.statuses(conn, ids)
    topics = story_lists.topics_of(conn, ids)
    return [
        _entry((id_, titles[id_]), told.get(id_, []), topics.get(id_, ()), statuses.get(id_, Counter()))
        for id_ in ids
        if id_ in titles
    ]


def _entry(
    named: tuple[str, str], told: Sequence[Telling], topics: tuple[str, ...], counts: Counter[str]
) -> StoryEntry:
    days = sorted(one.day for one in told if one.day)
    return StoryEntry(
        id=named[0],
        title=named[1],
        articles=len(told),
        outlets=len({outlet_of(Listed("", "", one.outlet, one.url, None)) for one in told}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        topics=topics,
        statuses=tuple((term.key, counts[term.key]) for term in STATUSES if counts[term.key]),
    )
