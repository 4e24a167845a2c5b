"""The reader's site: the pages of the desk as files in a folder, to be put on any web server or opened from a disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

from onrecord.model import Story
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages import outlets as outlet_pages
from onrecord.publish.pages import party as party_pages
from onrecord.publish.pages import speakers as speaker_pages
from onrecord.publish.pages import stories as story_pages
from onrecord.publish.pages.archived import Way, archived_page, portions_of
from onrecord.publish.pages.article import article_page, parts_of
from onrecord.publish.pages.claim import claim_page
from onrecord.publish.pages.claim_words import claim_words_page, words_pages
from onrecord.publish.pages.claims import CHANGE, claims_page
from onrecord.publish.pages.claims import pages_of as pages_of_claims
from onrecord.publish.pages.outlets import outlet_page, outlets_page
from onrecord.publish.pages.party import party_page
from onrecord.publish.pages.plain import about_page
from onrecord.publish.pages.sources import sources_page
from onrecord.publish.pages.speakers import speakers_page
from onrecord.publish.pages.stories import NEW, stories_page
from onrecord.publish.pages.story import long_lists, story_articles_page, story_claims_page, story_page
from onrecord.publish.pages.today import today_page
from onrecord.publish.pages.topics import pages_of as pages_of_topics
from onrecord.publish.pages.topics import topic_page, topics_page
from onrecord.publish.pages.versions import comparisons, versions_page
from onrecord.publish.paging import Paged
from onrecord.publish.rendering import assets
from onrecord.publish.words import STATUSES
from onrecord.store import articles, claims, names, stories
from onrecord.store.opening import snapshot

HERE = Addresses(root="", files=True)
Making = Callable[[Addresses], str | None]


def publish(conn: sqlite3.Connection, folder: Path) -> int:
    """Writes the site into ``folder`` (made where it is missing) and says how many pages it has. Raises OSError."""
    for name, asset in assets().items():
        if not name.endswith(".js") and not name.startswith("htmx"):  # nothing of a folder is asked of a script
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
        for order, n in product(("", CHANGE), _numbers(pages_of_claims(conn, status))):
            made = partial(claims_page, conn, status=status, order=order, page=str(n))
            yield HERE.claims(status=status, order=order, page=n), made
    for claim in claims.claims(conn):
        yield HERE.claim(claim.id), partial(claim_page, conn, id_=claim.id)
        for n in _numbers(words_pages(claim)):
            yield HERE.claim_words(claim.id, page=n), partial(claim_words_page, conn, id_=claim.id, page=str(n))


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
        for n in range(1, parts_of(conn, one.id) + 1):
            yield HERE.article(one.id, nth=n), partial(article_page, conn, id_=one.id, part=str(n))
        for n in range(1, portions_of(conn, one.id) + 1):
            yield HERE.archived(one.id, page=n), partial(archived_page, conn, id_=one.id, way=Way(page=str(n)))
        for n in range(1, comparisons(conn, one.id) + 1):
            yield HERE.versions(one.id, page=n), partial(versions_page, conn, id_=one.id, page=str(n))


def _names(conn: sqlite3.Connection) -> Iterator[tuple[str, Making]]:
    for kind, pages in speaker_pages.pages_of(conn).items():
        for order in ("", speaker_pages.BY_NAME):
            for n in _numbers(pages):
                path = HERE.speakers(kind=kind, order=order, page=n)
                yield path, partial(speakers_page, conn, wanted=speaker_pages.Asked(kind, order, page=str(n)))
    yield HERE.speakers(), partial(speakers_page, conn)
    for name in names.every(conn):
        for n in range(1, party_pages.pages_of(conn, name) + 1):
            yield HERE.speaker(name, page=n), partial(party_page, conn, name=name, page=str(n))
    yield HERE.sources(), partial(sources_page, conn)
    yield HERE.outlets(), partial(outlets_page, conn)
    for outlet, several in outlet_pages.pages_of(conn).items():
        for n in range(1, several + 1):
            yield HERE.outlet(outlet, page=n), partial(outlet_page, conn, name=outlet, page=str(n))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
