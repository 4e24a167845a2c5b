"""follow, unfollow, following, fetch."""

from __future__ import annotations

import argparse
import random
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager

from onrecord.cli.progress import Bar
from onrecord.cli.screen import Column, complain, plural, show_json, show_table
from onrecord.config import Config
from onrecord.errors import UsageError
from onrecord.fetch import Fetcher
from onrecord.fetch.clock import Clock, SystemClock
from onrecord.fetch.limits import Limits
from onrecord.model import Follow
from onrecord.pipeline.fetching import Round, Told
from onrecord.pipeline.follow import EVERY, Looked, Watch
from onrecord.pipeline.follow import follow as begin_to_follow
from onrecord.pipeline.host_book import RecordedHosts
from onrecord.pipeline.pool import Pool
from onrecord.publish.record_json import Json
from onrecord.store import follows
from onrecord.store.opening import open_record, transaction

JITTER = 0.1  # of the time between two rounds: not everybody's clock should ask a server at the same second
LEAST_PAUSE = 10.0
COUNTED = ("new", "again", "changed", "articles", "statements", "refused", "failed")


def follow(arguments: argparse.Namespace) -> int:
    """Begins to follow an address."""
    with closing(open_record(arguments.record)) as conn:
        new, looked = begin_to_follow(watch(conn, arguments), arguments.url, page=arguments.page)
    if arguments.json:
        show_json(_looked_json(looked))
    else:
        sys.stdout.write(f"{_said(looked, new=new)}\n")
    if looked.error:
        complain(f"{looked.follow.watched}: {looked.error}; it is asked again with: onrecord fetch")
    return 1 if looked.error else 0


def unfollow(arguments: argparse.Namespace) -> int:
    """Ends following an address."""
    with closing(open_record(arguments.record, make=False)) as conn, transaction(conn):
        ended = follows.unfollow(conn, arguments.url)
    if not ended:
        raise UsageError(f"{arguments.url} is not followed; see: onrecord following")
    if arguments.json:
        show_json({"url": arguments.url, "followed": False})
    else:
        sys.stdout.write(f"{arguments.url} is followed no more; what was kept stays kept\n")
    return 0


def following(arguments: argparse.Namespace) -> int:
    """What is followed."""
    with closing(open_record(arguments.record, readonly=True)) as conn:
        found, counts = follows.follows(conn), follows.tallied(conn)
        looks = {one.url: follows.next_of(conn, one.url) for one in found}
    if arguments.json:
        for one in found:
            show_json(_follow_json(one, looks[one.url], *counts.get(one.url, (0, 0))))
        return 0
    columns = ("kind", "fetched", "next", "articles", "failing", "address", "last error")
    shown = [Column(name, wraps=name == "last error", right=name in ("articles", "failing")) for name in columns]
    show_table(shown, [_cells(one, looks[one.url], *counts.get(one.url, (0, 0))) for one in found])
    return 0


def fetch(arguments: argparse.Namespace) -> int:
    """Fetches what is due, once or again and again."""
    with closing(open_record(arguments.record, make=False)) as conn, ended_by_sigterm():
        if not follows.follows(conn):
            raise UsageError("nothing is followed yet; begin with: onrecord follow URL")
        at = watch(conn, arguments)
        while True:
            began = at.clock.monotonic()
            code = _round(at, arguments)
            if not arguments.every:
                return code
            if not waited(at.clock, pause(arguments.every, at.clock.monotonic() - began)):
                return code


def watch(conn: sqlite3.Connection, arguments: argparse.Namespace) -> Watch:
    """What fetching needs, by the arguments."""
    config = Config(record=arguments.record, allow_private=tuple(arguments.allow_private))
    limits = Limits(least_delay=arguments.delay, body=config.max_page_bytes)
    getter = Fetcher(hosts=RecordedHosts(conn), limits=limits)
    return Watch(conn, config, getter, SystemClock(), getattr(arguments, "every", None) or EVERY)


def pause(every: float, took: float) -> float:
    """Seconds to the next round. A round that took too long is followed by the next one, never by two."""
    return max(LEAST_PAUSE, every - took) + random.SystemRandom().uniform(0, JITTER) * every


def _round(at: Watch, arguments: argparse.Namespace) -> int:
    total: Counter[str] = Counter()
    with Bar(None) as bar, Pool() as pool:
        one = Round(at, pool)
        for address in one.run():
            bar.step(address)
    for told in one.told.values():
        total.update(told.counts)
        _show(told, as_json=arguments.json)
    if not arguments.json:
        kept = f"kept {plural(total['articles'], 'article')} with {plural(total['statements'], 'statement')}"
        due = follows.next_due(at.conn)
        sys.stdout.write(f"{kept} in {arguments.record}; next due: {due or 'nothing'}\n")
        sys.stdout.flush()
    return 1 if total["failed"] or total["refused"] else 0


def waited(clock: Clock, seconds: float) -> bool:
    """Lets the time to the next round pass; False where it was ended by the user, as is meant to be."""
    try:
        clock.sleep(seconds)
    except KeyboardInterrupt:
        return False
    return True


@contextmanager
def ended_by_sigterm() -> Iterator[None]:
    """A supervisor's signal ends us as Ctrl-C does: between two steps, nothing half kept."""

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _show(told: Told, *, as_json: bool) -> None:
    if as_json:
        show_json(_told_json(told))
        return
    counts = told.counts
    parts = [plural(counts["new"], "article").replace(" ", " new ", 1)]
    parts += [f"{counts['again']} looked at again, {counts['changed']} changed"] if counts["again"] else []
    parts += [f"{counts[name]} {name}" for name in ("refused", "failed") if counts[name]]
    sys.stdout.write(f"{told.url}: {', '.join(parts)}\n")
    for error in told.errors:
        complain(error)


def _said(looked: Looked, *, new: bool) -> str:
    one = looked.follow
    known = f"following {one.url}" if new else f"{one.url} is followed already"
    through = f" through {one.watched}" if one.watched != one.url else ""
    kind = f" ({one.kind})" if one.kind else ""
    fetched = f"; {plural(looked.new, 'article')} to fetch with: onrecord fetch" if looked.new else ""
    return f"{known}{through}{kind}{fetched}"


def _cells(one: Follow, due: str | None, articles: int, failing: int) -> tuple[object, ...]:
    return one.kind or "not seen yet", one.fetched, due, articles, failing or "", one.url, one.error


def _follow_json(one: Follow, due: str | None, articles: int, failing: int) -> Json:
    state: Json = {"fetched": one.fetched, "due": due, "failures": one.failures, "error": one.error}
    return {"url": one.url, "watched": one.watched, "kind": one.kind, **state, "articles": articles, "failing": failing}


def _looked_json(looked: Looked) -> Json:
    one = looked.follow
    return {"url": one.url, "watched": one.watched, "kind": one.kind, "new": looked.new, "error": looked.error}


def _told_json(told: Told) -> Json:
    return {"url": told.url, **{name: told.counts[name] for name in COUNTED}, "errors": told.errors}
