"""What each feed has in it."""

from __future__ import annotations

import sqlite3

from onrecord.publish.addresses import Addresses
from onrecord.publish.atom import LIMIT, Entry, Feed, entries_of
from onrecord.publish.evidence import outlet_of
from onrecord.publish.pages.watching import address_of
from onrecord.publish.told import lines
from onrecord.publish.topics_known import known_topic
from onrecord.publish.words import day_words, short
from onrecord.store import changes, claims, settling, story_lists, watches
from onrecord.store.search import search
from onrecord.store.story_lists import code_key, name_key

MAX_WORDS = 200
STORIES = 30  # of a topic


def settled_feed(conn: sqlite3.Connection, to: Addresses, kind: str, id_: str) -> Feed | None:
    """What changed of a claim or a story, under whatever id it had; None where there is none."""
    now = settling.successors(conn, kind, id_)
    if not now:
        return None
    found = changes.of_keys(conn, kind, settling.formers(conn, kind, now[0]), limit=LIMIT)
    page = to.claim(now[0]) if kind == "claim" else to.story(now[0])
    title = f"{to.title}: {short(_words(conn, kind, now[0]))}"
    return Feed(f"{kind}:{id_}", title, to.feed(kind, id_), page, entries_of(lines(conn, found), to))


def party_feed(conn: sqlite3.Connection, to: Addresses, name: str) -> Feed:
    """What changed of what a party, or whoever speaks for it, says."""
    found = changes.of_keys(conn, "party", [name], limit=LIMIT)
    entries = entries_of(lines(conn, found), to)
    return Feed(f"party:{name.casefold()}", f"On record: {name}", to.feed("party", name), to.speaker(name), entries)


def today_feed(conn: sqlite3.Connection, to: Addresses) -> Feed:
    """Every claim whose status changed, the last ones."""
    found = changes.of_kind(conn, "status", limit=LIMIT)
    entries = entries_of(lines(conn, found), to)
    return Feed("today", f"{to.title}: what changed its status", to.feed("today", ""), to.today(), entries)


def topic_feed(conn: sqlite3.Connection, to: Addresses, name: str) -> Feed:
    """What changed in the stories of a topic, those that are told of first on its page."""
    known = known_topic(name)
    key = code_key(known.code) if known else name_key(name)
    found = changes.of_keys(conn, "story", story_lists.of_topic(conn, key, STORIES, 0), limit=LIMIT)
    entries = entries_of(lines(conn, found), to)
    return Feed(
        f"topic:{name.casefold()}", f"{to.title}: {short(name)}", to.feed("topic", name), to.topic(name), entries
    )


def watch_feed(conn: sqlite3.Connection, to: Addresses, secret: str) -> Feed | None:
    """What a watch tells; None where none has that secret."""
    watch = watches.by_feed(conn, secret)
    if watch is None:
        return None
    found = [] if watch.paused else watches.latest(conn, watch.id, limit=LIMIT)[::-1]
    page = address_of(conn, to, watch) or to.today()
    title = f"On record: {short(watch.label)}"
    return Feed(
        f"watch:{watch.id}:{watch.made}", title, to.watch_feed(secret), page, entries_of(lines(conn, found), to)
    )


def search_feed(conn: sqlite3.Connection, to: Addresses, words: str) -> Feed:
    """The articles that have all the words, the last to arrive first."""
    asked = words[:MAX_WORDS]
    hits = search(conn, asked, limit=LIMIT, newest=True).articles
    added = changes.articles_added(conn, [hit.article.id for hit in hits])
    entries = tuple(
        Entry(
            f"article:{hit.article.id}",
            f"{outlet_of(hit.article)}: {short(hit.article.headline)}",
            to.article(hit.article.id),
            added[hit.article.id],
            "Article",
            day_words(hit.article.published.value),
            "".join(piece.text for piece in hit.snippet),
        )
        for hit in hits
        if hit.article.id in added
    )
    own = to.feed("search", asked)
    return Feed(f"search:{asked.casefold()}", f"On record: search for {asked}", own, to.search(words=asked), entries)


def _words(conn: sqlite3.Connection, kind: str, id_: str) -> str:
    if kind == "claim":
        held = claims.claim(conn, id_)
        return held.wording if held else ""
    story = settling.stories_now(conn, [id_]).get(id_)
    return story.title if story else ""
