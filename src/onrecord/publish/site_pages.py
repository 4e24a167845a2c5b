"""Every page of a site, with the path of its file and what makes it: what readers read, nothing of the desk's work."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product

from onrecord.model import Story
from onrecord.publish.addresses import Addresses
from onrecord.publish.judged import Decision
from onrecord.publish.pages import outlets as outlet_pages
from onrecord.publish.pages import party as party_pages
from onrecord.publish.pages import speakers as speaker_pages
from onrecord.publish.pages import stories as story_pages
from onrecord.publish.pages.archived import Way, archived_page, portions_of
from onrecord.publish.pages.article import OnSite, parts_of, site_article_page
from onrecord.publish.pages.claim import claim_page
from onrecord.publish.pages.claim_words import claim_words_page, words_pages
from onrecord.publish.pages.claims import CHANGE, claims_page
from onrecord.publish.pages.claims import pages_of as pages_of_claims
from onrecord.publish.pages.outlets import outlet_page, outlets_page
from onrecord.publish.pages.party import party_page
from onrecord.publish.pages.plain import about_page
from onrecord.publish.pages.speakers import speakers_page
from onrecord.publish.pages.stories import NEW, stories_page
from onrecord.publish.pages.story import long_lists, story_articles_page, story_claims_page, story_page
from onrecord.publish.pages.today import today_page
from onrecord.publish.pages.topics import pages_of as pages_of_topics
from onrecord.publish.pages.topics import topic_page, topics_page
from onrecord.publish.pages.versions import comparisons, versions_page
from onrecord.publish.paging import Paged
from onrecord.publish.permission import Permission, permitted
from onrecord.publish.policy import LICENSED, Policy
from onrecord.publish.words import STATUSES
from onrecord.store import articles, claims, names, stories

Making = Callable[[Addresses], str | None]
PIECE = 200  # claims or articles read together


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page: the ``path`` of its file, what makes it, whether a list of the site's pages names it."""

    path: str
    make: Making
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Site:
    """What is published: a record, with what is worked out once for all pages. ``to``: where its pages are."""

    conn: sqlite3.Connection
    to: Addresses
    policy: Policy = LICENSED
    allowed: Mapping[str, Permission] = field(default_factory=dict)
    given: Sequence[Decision] = ()
    decided: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)


def site_pages(site: Site) -> Iterator[SitePage]:
    """Every page; the front page first."""
    conn, to = site.conn, site.to
    yield SitePage(to.today(), partial(today_page, conn))
    yield SitePage(to.about(), about_page)
    yield from _claims(site)
    yield from _stories(conn, to)
    yield from _topics(conn, to)
    yield from _articles(site)
    yield from _names(conn, to)
    yield from _outlets(conn, to)


def _claims(site: Site) -> Iterator[SitePage]:
    conn, to = site.conn, site.to
    for status in ("", *(term.key for term in STATUSES)):
        for order, n in product(("", CHANGE), _numbers(pages_of_claims(conn, status))):
            made = partial(claims_page, conn, status=status, order=order, page=str(n))
            yield SitePage(to.claims(status=status, order=order, page=n), made, listed=not order)
    ids = claims.ids(conn, "")
    for at in range(0, len(ids), PIECE):
        for claim in claims.by_ids(conn, ids[at : at + PIECE]):
            yield SitePage(to.claim(claim.id), partial(claim_page, conn, id_=claim.id, given=site.given))
            for n in _numbers(words_pages(claim)):
                words = partial(claim_words_page, conn, id_=claim.id, page=str(n))
                yield SitePage(to.claim_words(claim.id, page=n), words, listed=False)


def _stories(conn: sqlite3.Connection, to: Addresses) -> Iterator[SitePage]:
    for order in ("", NEW):
        for n in _numbers(story_pages.pages_of(conn)):
            made = partial(stories_page, conn, order=order, page=str(n))
            yield SitePage(to.stories(order=order, page=n), made, listed=not order)
    for id_ in stories.ids(conn, ""):
        story = stories.story(conn, id_)
        if story:
            yield SitePage(to.story(id_), partial(story_page, conn, id_=id_))
            yield from _long_lists(conn, to, story)


def _long_lists(conn: sqlite3.Connection, to: Addresses, story: Story) -> Iterator[SitePage]:
    told, claimed = long_lists(conn, story)
    for n in _numbers(told):
        made = partial(story_articles_page, conn, id_=story.id, page=str(n))
        yield SitePage(to.story_articles(story.id, page=n), made, listed=False)
    for status, pages in claimed.items():
        for n in _numbers(pages):
            listed = partial(story_claims_page, conn, id_=story.id, status=status, page=str(n))
            yield SitePage(to.story_claims(story.id, status=status, page=n), listed, listed=False)


def _topics(conn: sqlite3.Connection, to: Addresses) -> Iterator[SitePage]:
    yield SitePage(to.topics(), partial(topics_page, conn))
    for name, pages in pages_of_topics(conn).items():
        for n in _numbers(pages):
            yield SitePage(to.topic(name, page=n), partial(topic_page, conn, name=name, page=str(n)))


def _articles(site: Site) -> Iterator[SitePage]:
    ids = articles.ids(site.conn, "")
    for at in range(0, len(ids), PIECE):
        for one in articles.by_ids(site.conn, ids[at : at + PIECE]).values():
            yield from _article(site, one.id, permitted(site.allowed, one, site.policy))


def _article(site: Site, id_: str, allowed: Permission) -> Iterator[SitePage]:
    conn, to = site.conn, site.to
    on_site = OnSite(allowed, site.decided)
    for n in range(1, (parts_of(conn, id_, permission=allowed) if allowed.text else 1) + 1):
        made = partial(site_article_page, conn, id_=id_, part=str(n), on_site=on_site)
        # What is shown under a licence has its address where it came from; search engines are sent there.
        yield SitePage(to.article(id_, nth=n), made, listed=allowed.shows != "text")
    if to.archived(id_):
        for n in range(1, portions_of(conn, id_) + 1):
            archived = partial(archived_page, conn, id_=id_, way=Way(page=str(n)))
            yield SitePage(to.archived(id_, page=n), archived, listed=False)
    if to.versions(id_):
        for n in range(1, comparisons(conn, id_) + 1):
            compared = partial(versions_page, conn, id_=id_, page=str(n))
            yield SitePage(to.versions(id_, page=n), compared, listed=False)


def _names(conn: sqlite3.Connection, to: Addresses) -> Iterator[SitePage]:
    for kind, pages in speaker_pages.pages_of(conn).items():
        for order in ("", speaker_pages.BY_NAME):
            for n in _numbers(pages):
                made = partial(speakers_page, conn, wanted=speaker_pages.Asked(kind, order, page=str(n)))
                yield SitePage(to.speakers(kind=kind, order=order, page=n), made, listed=not order)
    yield SitePage(to.speakers(), partial(speakers_page, conn))
    for name in names.every(conn):
        for n in range(1, party_pages.pages_of(conn, name) + 1):
            yield SitePage(to.speaker(name, page=n), partial(party_page, conn, name=name, page=str(n)), listed=n == 1)


def _outlets(conn: sqlite3.Connection, to: Addresses) -> Iterator[SitePage]:
    yield SitePage(to.outlets(), partial(outlets_page, conn))
    for outlet, several in outlet_pages.pages_of(conn).items():
        for n in range(1, several + 1):
            made = partial(outlet_page, conn, name=outlet, page=str(n))
            yield SitePage(to.outlet(outlet, page=n), made, listed=n == 1)


def _numbers(pages: Paged) -> range:
    return range(1, pages.pages + 1)
