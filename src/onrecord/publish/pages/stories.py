"""The list of stories, and a story: one event, what is claimed about it, and the articles that tell it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model import Copy, Story, Toll
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import outlet_of
from onrecord.publish.pages.claims import entry, weighty
from onrecord.publish.rendering import render
from onrecord.publish.words import STATUSES
from onrecord.store import articles as held_articles
from onrecord.store import claims as held_claims
from onrecord.store import copies as held_copies
from onrecord.store import statements as held_statements
from onrecord.store import stories as held_stories
from onrecord.store.articles import Listed


@dataclass(frozen=True, slots=True)
class Told:
    """An article of a story; ``copy_of`` names the outlet it repeats, ``why`` how that is known."""

    id: str
    headline: str
    outlet: str
    day: str | None
    statements: int
    relation: str
    copy_of: str | None
    why: str


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


def stories_page(conn: sqlite3.Connection, to: Addresses, *, topic: str) -> str:
    """Every story, hottest first, or those of one topic."""
    every = held_stories.stories(conn)
    shown = [story for story in every if not topic or topic in topics_of(story)]
    values = {
        "entries": story_entries(conn, shown),
        "topic": topic,
        "media_topics": media_topics_of(every),
        "topics": tuple(dict.fromkeys(one for story in every for one in story.topics)),
    }
    return render("stories.html", to, values)


def topics_of(story: Story) -> tuple[str, ...]:
    """The names of all its topics: of the IPTC, then parties and places."""
    return tuple(dict.fromkeys((*(one.name for one in story.media_topics), *story.topics)))


def media_topics_of(stories: Iterable[Story]) -> tuple[str, ...]:
    """The names of the IPTC Media Topics that stories have, those of most stories first."""
    return tuple(name for name, _ in Counter(one.name for story in stories for one in story.media_topics).most_common())


def story_page(conn: sqlite3.Connection, to: Addresses, id_: str) -> str | None:
    """The page of a story; None where there is no such story."""
    story = held_stories.story(conn, id_)
    if story is None:
        return None
    claims = weighty(held_claims.of_story(conn, story.id), {})
    related = [one for one in held_stories.stories(conn) if one.id in story.related]
    values = {
        "story": story,
        "entry": story_entries(conn, [story])[0],
        "claims": [entry(one, {}) for one in claims],
        "articles": told(conn, story),
        "toll": toll(conn, story),
        "related": story_entries(conn, related),
    }
    return render("story.html", to, values)


@dataclass(frozen=True, slots=True)
class TollView:
    """What the last article with a figure says and its outlet; ``before``: those that gave other figures."""

    last: Toll
    outlet: str
    before: tuple[tuple[Toll, str], ...]


def toll(conn: sqlite3.Connection, story: Story) -> TollView | None:
    """Killed and injured as last told; None where no article gives a figure."""
    found = held_articles.listed_by_ids(conn, (one.article for one in story.tolls))
    by_outlet = [(one, outlet_of(found[one.article])) for one in story.tolls if one.article in found]
    if not by_outlet:
        return None
    last, outlet = by_outlet[-1]
    told = {(one.killed, one.injured): (one, outlet) for one, outlet in reversed(by_outlet[:-1])}
    before = tuple(pair for figures, pair in told.items() if figures != (last.killed, last.injured))
    return TollView(last, outlet, tuple(reversed(before)))


def told(conn: sqlite3.Connection, story: Story) -> tuple[Told, ...]:
    """The articles of a story in order of day, of one day first those that repeat no other."""
    edges = {edge.article: edge for edge in reversed(held_copies.copies(conn))}
    originals = (edges[id_].of for id_ in story.articles if id_ in edges)
    found = held_articles.listed_by_ids(conn, (*story.articles, *originals))
    counts = held_statements.counts(conn, story.articles)
    held = [found[id_] for id_ in story.articles if id_ in found]
    in_order = sorted(held, key=lambda one: (one.day or "~", one.id in edges))
    return tuple(_told(one, edges.get(one.id), found, counts.get(one.id, 0)) for one in in_order)


def _told(article: Listed, edge: Copy | None, originals: Mapping[str, Listed], statements: int) -> Told:
    original = originals.get(edge.of) if edge else None
    return Told(
        id=article.id,
        headline=article.headline,
        outlet=outlet_of(article),
        day=article.day,
        statements=statements,
        relation=edge.relation if edge else "",
        copy_of=outlet_of(original) if original else None,
        why=edge.why if edge else "",
    )


def story_entries(conn: sqlite3.Connection, stories: Iterable[Story]) -> list[StoryEntry]:
    """Stories as lists show them."""
    shown = list(stories)
    statuses = held_claims.statuses(conn)
    found = held_articles.listed_by_ids(conn, (id_ for story in shown for id_ in story.articles))
    return [_entry(story, found, statuses.get(story.id, Counter())) for story in shown]


def _entry(story: Story, found: Mapping[str, Listed], counts: Counter[str]) -> StoryEntry:
    held = [found[id_] for id_ in story.articles if id_ in found]
    days = sorted(one.day for one in held if one.day)
    return StoryEntry(
        id=story.id,
        title=story.title,
        articles=len(story.articles),
        outlets=len({outlet_of(one) for one in held}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        topics=story.topics,
        statuses=tuple((term.key, counts[term.key]) for term in STATUSES if counts[term.key]),
    )
