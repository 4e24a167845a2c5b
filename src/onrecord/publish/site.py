"""The reader's site: the pages of the desk as files in a folder, to be put on any web server or opened from a disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from onrecord.model import Story
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import outlet_of
from onrecord.publish.pages import stories as story_pages
from onrecord.publish.pages.archived import archived_page
from onrecord.publish.pages.article import article_page
from onrecord.publish.pages.claim import claim_page
from onrecord.publish.pages.claims import claims_page
from onrecord.publish.pages.plain import about_page
from onrecord.publish.pages.sources import source_page, sources_page
from onrecord.publish.pages.speakers import speaker_page, speakers_page
from onrecord.publish.pages.stories import NEW, stories_page
from onrecord.publish.pages.story import long_lists, story_articles_page, story_claims_page, story_page
from onrecord.publish.pages.today import today_page
from onrecord.publish.pages.topics import pages_of as pages_of_topics
from onrecord.publish.pages.topics import topic_page, topics_page
from onrecord.publish.paging import Paged
from onrecord.publish.rendering import assets
from onrecord.publish.words import STATUSES
from onrecord.store import articles, claims, parties, statements, stories
from onrecord.store.opening import snapshot

HERE = Addresses(root="", files=True)
Making = Callable[[Addresses], str | None]


def publish(conn: sqlite3.Connection, folder: Path) -> int:
    """Writes the site into ``folder`` (made where it is missing) and says how many pages it has. Raises OSError."""
    for name, asset in assets().items():
        _write(folder / "static" / name, asset.data)
    written = 0
    with snapshot(conn):
        for path, make in site_pages(conn):
            page = make(Addresses(root="../" * path.count("/"), files=True))
            if page is not None:
                _write(folder / path, page.encode("utf-8", "replace"))
                written += 1
    return written


def site_pages(conn: sqlite3.Connection) -> Iterator[tuple[str, Making]]:
    """(path in the folder, what makes it) of every page."""
    yield HERE.today(), partial(today_page, conn)
    yield HERE.about(), about_page
    yield from _claims(conn)
    yield from _stories(conn)
    yield from _articles(conn)
    yield from _names(conn)


def _claims(conn: sqlite3.Connection) -> Iterator[tuple[str, Making]]:
    for status in ("", *(term.key for term in STATUSES)):
        yield HERE.claims(status=status), partial(claims_page, conn, status=status)
    for claim in claims.claims(conn):
        yield HERE.claim(claim.id), partial(claim_page, conn, id_=claim.id)


def _stories(conn: sqlite3.Connection) -> Iterator[tuple[str, Making]]:
    for order in ("", NEW):
        for n in _numbers(story_pages.pages_of(conn)):
            yield HERE.stories(order=order, page=n), partial(stories_page, conn, order=order, page=str(n))
    for story in stories.in_order(conn):
        yield HERE.story(story.id), partial(story_page, conn, id_=story.id)
        yield from _long_lists(conn, story)
    yield HERE.topics(), partial(topics_page, conn)
    for name, pages in pages_of_topics(conn).items():
        for n in _numbers(pages):
            yield HERE.topic(name, page=n), partial(topic_page, conn, name=name, page=str(n))


def _long_lists(conn: sqlite3.Connection, story: Story) -> Iterator[tuple[str, Making]]:
    told, claimed = long_lists(conn, story)
    for n in _numbers(told):
        yield HERE.story_articles(story.id, page=n), partial(story_articles_page, conn, id_=story.id, page=str(n))
    for status, pages in claimed.items():
        for n in _numbers(pages):
            path = HERE.story_claims(story.id, status=status, page=n)
            yield path, partial(story_claims_page, conn, id_=story.id, status=status, page=str(n))


def _numbers(pages: Paged) -> range:
    return range(1, pages.pages + 1)


def _articles(conn: sqlite3.Connection) -> Iterator[tuple[str, Making]]:
    for one in articles.listed(conn):
        yield HERE.article(one.id), partial(article_page, conn, id_=one.id)
        yield HERE.archived(one.id), partial(archived_page, conn, id_=one.id)


def _names(conn: sqlite3.Connection) -> Iterator[tuple[str, Making]]:
    yield HERE.speakers(), partial(speakers_page, conn)
    yield HERE.sources(), partial(sources_page, conn)
    said = [name for name, _, _ in statements.speakers(conn)]
    for name in dict.fromkeys((*said, *(party for party, _ in parties.parties(conn)))):
        yield HERE.speaker(name), partial(speaker_page, conn, name=name)
    for outlet in dict.fromkeys(outlet_of(one) for one in articles.listed(conn)):
        yield HERE.source(outlet), partial(source_page, conn, name=outlet)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
