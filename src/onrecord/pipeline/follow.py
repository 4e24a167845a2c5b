"""Following an address: what it is, and which articles it names that are new."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from onrecord.config import MAX_PAGE_BYTES, Config
from onrecord.fetch.addresses import parse
from onrecord.fetch.answers import Answer, Failure, FetchError
from onrecord.fetch.clock import Clock, later, stamp
from onrecord.model import Follow, FollowKind, Validators
from onrecord.pipeline.online import Getter, got
from onrecord.read import feed, gz, jsonfeed, sitemap
from onrecord.read.links import Link, links_in
from onrecord.store import follows
from onrecord.store.opening import transaction

EVERY = 600.0
# A round a little early still finds everything due that was fetched in the round before it.
SLACK = 0.9
LONGEST_WAIT = 86_400.0
FIRST_ARTICLES = 50
MOST_ARTICLES = 200
MOST_MAPS = 3
HEAD = 4096


@dataclass(frozen=True, slots=True)
class Watch:
    """What looking at followed addresses needs: the record, the network, the time, and how often it is done."""

    conn: sqlite3.Connection
    config: Config
    getter: Getter
    clock: Clock
    every: float = EVERY

    def now(self) -> str:
        """This moment, as the record keeps it."""
        return stamp(self.clock.now())


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of asking a followed address: how many articles are new; why there was no answer, if there was none."""

    follow: Follow
    new: int = 0
    error: str | None = None


def follow(watch: Watch, url: str) -> tuple[bool, Looked]:
    """Begins to follow an address and asks it once; whether it is new, and what it gave.

    Raises FetchError for what is no address that can be asked.
    """
    parse(url)
    with transaction(watch.conn):
        new = follows.follow(watch.conn, Follow(url, url, due=watch.now()))
    known = follows.followed(watch.conn, url)
    assert known is not None, "just kept"
    return new, look(watch, known) if new or known.kind is None else Looked(known)


def look(watch: Watch, one: Follow) -> Looked:
    """Asks a followed address for new articles and notes them. One that names a feed is followed by that feed."""
    answer = got(watch.getter, one.watched, one.url, watch.config, validators=one.validators)
    if isinstance(answer, Answer) and one.kind is None and (named := _feed_named(answer)):
        one = replace(one, watched=named)
        answer = got(watch.getter, named, one.url, watch.config)
    if isinstance(answer, Answer) and one.kind and not answer.unchanged and _kind(answer) == "article":
        answer = Failure(one.watched, f"gives no {one.kind} any more", "again")
    if isinstance(answer, Failure):
        return _failed(watch, one, answer)
    return _answered(watch, one, answer)


def _feed_named(answer: Answer) -> str | None:
    """The first feed that a page announces; None for what is a feed itself."""
    found = links_in(answer.body, answer.capture.url or "")
    return next((link.url for link in found if link.kind == "feed"), None)


def _failed(watch: Watch, one: Follow, failure: Failure) -> Looked:
    if failure.retry == "wait":  # nothing was asked
        kept = replace(one, due=failure.until, error=failure.reason)
    else:
        wait = min(watch.every * 2 ** min(one.failures, 20), LONGEST_WAIT)
        due = max(later(watch.clock.now(), wait), failure.until or "")
        kept = replace(one, due=due, error=failure.reason, failures=one.failures + 1)
    with transaction(watch.conn):
        follows.keep_follow(watch.conn, kept)
    return Looked(kept, error=failure.reason)


def _answered(watch: Watch, one: Follow, answer: Answer) -> Looked:
    now = watch.now()
    due = later(watch.clock.now(), watch.every * SLACK)
    kept = replace(one, due=due, fetched=now, failures=0, error=None)
    digest = hashlib.sha256(answer.body).hexdigest()
    if answer.unchanged or digest == one.digest:
        with transaction(watch.conn):
            follows.keep_follow(watch.conn, kept)
        return Looked(kept)
    kept = replace(kept, kind=one.kind or _kind(answer), validators=answer.validators, digest=digest)
    if kept.kind == "article":
        return _as_article(watch, kept, now)
    return _noted(watch, kept, _articles(watch, one, answer), first=one.fetched is None)


def _as_article(watch: Watch, one: Follow, now: str) -> Looked:
    """What is no list is watched as an article: it is fetched at once, and looked at again."""
    kept = replace(one, watched=one.url, due=None, validators=Validators(), digest=None)
    with transaction(watch.conn):
        follows.keep_follow(watch.conn, kept)
        new = follows.found(watch.conn, one.url, [one.url], due=now)
    return Looked(kept, len(new))


def _noted(watch: Watch, one: Follow, links: Sequence[Link], *, first: bool) -> Looked:
    """Notes new articles to be fetched: of a first look the newest, of a later one as many as a round may bring."""
    urls = [link.url for link in links if _may_be_asked(link.url)]
    known = follows.known(watch.conn, urls)
    new = [url for url in urls if url not in known]
    most = FIRST_ARTICLES if first else MOST_ARTICLES
    if len(new) > most and not first:  # the rest must be found again, so what was seen must not count as unchanged
        one = replace(one, validators=Validators(), digest=None)
    with transaction(watch.conn):
        follows.keep_follow(watch.conn, one)
        follows.found(watch.conn, one.url, new[:most], due=watch.now())
        if first:  # the back catalogue is known, and left alone
            follows.found(watch.conn, one.url, new[most:], due=None)
    return Looked(one, min(len(new), most))


def _articles(watch: Watch, one: Follow, answer: Answer) -> list[Link]:
    """The articles that a list names, newest first; of an index those of its newest sitemaps."""
    links = _links(answer)
    maps = [link for link in links if link.kind == "sitemap"][:MOST_MAPS]
    answers = (got(watch.getter, link.url, one.url, watch.config) for link in maps)
    inner = (_links(one) for one in answers if isinstance(one, Answer))
    return [link for found in (links, *inner) for link in found if link.kind == "article"]


def _links(answer: Answer) -> list[Link]:
    return _newest_first(links_in(answer.body, answer.capture.url or ""), answer.body)


def _newest_first(links: Sequence[Link], data: bytes) -> list[Link]:
    """Links by what their list says of their age; those without a day last, in its order."""
    plain = _plain(data)
    changed = {one.url: one.changed for one in sitemap.entries(plain)} if sitemap.accepts(plain[:HEAD], "") else {}
    return sorted(links, key=lambda link: _moment(link.published or changed.get(link.url)), reverse=True)


def _plain(data: bytes) -> bytes:
    try:
        return gz.unpacked(data, MAX_PAGE_BYTES) if gz.accepts(data) else data
    except zlib.error:
        return b""


def _moment(written: str | None) -> float:
    """A moment as feeds (RFC 822) and sitemaps (ISO 8601) write it, in seconds; 0.0 for any other."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read((written or "").strip())
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return 0.0


def _kind(answer: Answer) -> FollowKind:
    """What an address gives: a list of articles, or something to be read itself."""
    head, name = _plain(answer.body)[:HEAD], gz.plain_name(urlsplit(answer.capture.url or "").path.lower())
    if any(one.accepts(head, name) for one in (feed, jsonfeed)):
        return "feed"
    return "sitemap" if links_in(answer.body, answer.capture.url or "") or sitemap.accepts(head, name) else "article"


def _may_be_asked(url: str) -> bool:
    try:
        parse(url)
    except FetchError:
        return False
    return True
