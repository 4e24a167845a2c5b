"""The reader's site: the pages of the desk as files in a folder, to be put on any web server or opened from a disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import outlet_of
from onrecord.publish.pages.archived import archived_page
from onrecord.publish.pages.article import article_page
from onrecord.publish.pages.claim import claim_page
from onrecord.publish.pages.claims import claims_page
from onrecord.publish.pages.plain import about_page
from onrecord.publish.pages.sources import source_page, sources_page
from onrecord.publish.pages.speakers import speaker_page, speakers_page
from onrecord.publish.pages.stories import stories_page, story_page, topics_of
from onrecord.publish.pages.today import today_page
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
    every = stories.stories(conn)
    for topic in dict.fromkeys(("", *(topic for story in every for topic in topics_of(story)))):
        yield HERE.stories(topic=topic), partial(stories_page, conn, topic=topic)
    for story in every:
        yield HERE.story(story.id), partial(story_page, conn, id_=story.id)


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
