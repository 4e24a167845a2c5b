"""Following an address: what it is, and which articles it names that are new."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.config import Config
from onrecord.fetch.addresses import parse
from onrecord.fetch.answers import Answer, Failure, FetchError
from onrecord.fetch.clock import Clock, later, stamp
from onrecord.model import Follow, Validators
from onrecord.pipeline.lists import Listed, listed
from onrecord.pipeline.online import Getter, got
from onrecord.store import follows
from onrecord.store.opening import transaction

EVERY = 600.0
# A round a little early still finds everything due that was fetched in the round before it.
SLACK = 0.9
LONGEST_WAIT = 86_400.0
FIRST_ARTICLES = 50
MOST_ARTICLES = 200
MOST_MAPS = 3


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


def follow(watch: Watch, url: str, *, page: bool = False) -> tuple[bool, Looked]:
    """Begins to follow an address and asks it once; whether it is new, and what it gave.

    ``page``: it is an article to be watched for edits, whatever feeds it names; it is asked in the next round.
    Raises FetchError for what is no address that can be asked.
    """
    parse(url)
    if page:
        return _follow_page(watch, url)
    with transaction(watch.conn):
        new = follows.follow(watch.conn, Follow(url, url, due=watch.now()))
    known = follows.followed(watch.conn, url)
    assert known is not None, "just kept"
    return new, look(watch, known) if new or known.kind is None else Looked(known)


def _follow_page(watch: Watch, url: str) -> tuple[bool, Looked]:
    one = Follow(url, url, kind="article")
    with transaction(watch.conn):
        new = follows.follow(watch.conn, one)
        found = follows.found(watch.conn, url, [url], due=watch.now()) if new else []
        woken = new and not found and follows.wake(watch.conn, url, due=watch.now())
    known = follows.followed(watch.conn, url)
    assert known is not None, "just kept"
    return new, Looked(known, len(found) + woken)


def look(watch: Watch, one: Follow) -> Looked:
    """Asks a followed address for new articles and notes them. One that names a feed is followed by that feed."""
    answer = got(watch.getter, one.watched, one.url, watch.config, validators=one.validators)
    if isinstance(answer, Failure):
        return _failed(watch, one, answer)
    if answer.unchanged:
        return _unchanged(watch, one)
    found = listed(answer)
    if isinstance(found, Listed) and one.kind is None and found.kind == "article" and (feeds := found.urls("feed")):
        return _through(watch, one, feeds[0])
    return _answered(watch, one, answer, found)


def _through(watch: Watch, one: Follow, named: str) -> Looked:
    """Follows a page through the feed that it names, where that is one."""
    answer = got(watch.getter, named, one.url, watch.config)
    if isinstance(answer, Failure):
        return _failed(watch, one, answer)
    return _answered(watch, replace(one, watched=named), answer, listed(answer))


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


def _unchanged(watch: Watch, one: Follow) -> Looked:
    kept = _asked(watch, one)
    with transaction(watch.conn):
        follows.keep_follow(watch.conn, kept)
    return Looked(kept)


def _answered(watch: Watch, one: Follow, answer: Answer, found: Listed | Failure) -> Looked:
    if isinstance(found, Failure):
        return _failed(watch, one, found)
    if one.kind and found.kind == "article":
        return _failed(watch, one, Failure(one.watched, f"gives no {one.kind} any more", "again"))
    digest = hashlib.sha256(answer.body).hexdigest()
    if digest == one.digest:
        return _unchanged(watch, one)
    kept = replace(_asked(watch, one), kind=found.kind, validators=answer.validators, digest=digest)
    if kept.kind == "article":
        return _as_article(watch, kept)
    return _noted(watch, kept, _lists(watch, one, found), first=one.fetched is None)


def _asked(watch: Watch, one: Follow) -> Follow:
    """After an answer: asked again when its time comes."""
    due = later(watch.clock.now(), watch.every * SLACK)
    return replace(one, due=due, fetched=watch.now(), failures=0, error=None)


def _as_article(watch: Watch, one: Follow) -> Looked:
    """What is no list is watched as an article: it is fetched at once, and looked at again."""
    kept = replace(one, watched=one.url, due=None, validators=Validators(), digest=None)
    with transaction(watch.conn):
        follows.keep_follow(watch.conn, kept)
        new = follows.found(watch.conn, one.url, [one.url], due=watch.now())
    return Looked(kept, len(new))


def _noted(watch: Watch, one: Follow, lists: Sequence[Listed], *, first: bool) -> Looked:
    """Notes new articles to be fetched: of a first look the newest, of a later one as many as a round may bring."""
    days = {url: day for each in lists for url, day in each.days().items()}
    found = dict.fromkeys(url for each in lists for url in each.urls("article"))
    urls = [url for url in found if _may_be_asked(url)]
    known = follows.known(watch.conn, urls)
    new = [url for url in urls if url not in known]
    most = FIRST_ARTICLES if first else MOST_ARTICLES
    if len(new) > most and not first:  # the rest must be found again, so what was seen must not count as unchanged
        one = replace(one, validators=Validators(), digest=None)
    with transaction(watch.conn):
        follows.keep_follow(watch.conn, one)
        follows.found(watch.conn, one.url, new[:most], due=watch.now(), listed=days)
        if first:  # the back catalogue is known, and left alone
            follows.found(watch.conn, one.url, new[most:], due=None, listed=days)
    return Looked(one, min(len(new), most))


def _lists(watch: Watch, one: Follow, found: Listed) -> tuple[Listed, ...]:
    """A list, and of an index its newest sitemaps; each names its articles, newest first."""
    answers = (got(watch.getter, url, one.url, watch.config) for url in found.urls("sitemap")[:MOST_MAPS])
    inner = (listed(answer) for answer in answers if isinstance(answer, Answer))
    return (found, *(each for each in inner if isinstance(each, Listed)))


def _may_be_asked(url: str) -> bool:
    try:
        parse(url)
    except FetchError:
        return False
    return True
