"""What somebody watches, and what of it changed: the newest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Delivery, Watch
from onrecord.publish.addresses import Addresses
from onrecord.publish.rendering import render
from onrecord.publish.told import KINDS, Line, lines
from onrecord.store import settling, watches

SHOWN = 25  # changes on a page
WATCHES = 200
LAST = frozenset(["article", "edited"])


@dataclass(frozen=True, slots=True)
class Watched:
    """A watch as the page shows it. ``address``: where it leads now; empty where what it watched is no more."""

    watch: Watch
    address: str
    feed: str
    hook: Delivery | None
    mail: Delivery | None


@dataclass(frozen=True, slots=True)
class News:
    """A change, the watches that tell it, and whether its reader has not looked at it yet."""

    line: Line
    watches: tuple[Watch, ...]
    unread: bool


def watching_page(conn: sqlite3.Connection, to: Addresses, *, before: int = 0) -> str:
    """The page of whoever asks. ``before``: only changes before that one, for the further pages."""
    held = watches.of_reader(conn, to.reader.name)
    found = watches.of_inbox(conn, to.reader.name, before=before, limit=SHOWN + 1)
    by_id = {one.id: one for one in held}
    told = lines(conn, [change for change, _ in found[:SHOWN]])
    news = [
        News(line, tuple(by_id[id_] for id_ in ids if id_ in by_id), _is_unread(line, ids, by_id))
        for line, (_, ids) in zip(told, found[:SHOWN], strict=True)
    ]
    # Of what was noted at one time claims come before articles, which only say where to read.
    news.sort(key=lambda one: (one.line.change.at, one.line.change.kind not in LAST), reverse=True)
    values = {
        "watched": [_watched(conn, to, one) for one in held[:WATCHES]],
        "several": len(held),
        "news": news,
        "kinds": KINDS,
        "upto": found[0][0].seq if found else 0,
        "further": found[SHOWN - 1][0].seq if len(found) > SHOWN else 0,
        "before": before,
    }
    return render("watch/watching.html", to, values)


def secret_page(to: Addresses, watch: Watch) -> str:
    """The secret that signs what a webhook gets, shown once."""
    return render("watch/secret.html", to, {"watch": watch})


def address_of(conn: sqlite3.Connection, to: Addresses, watch: Watch) -> str:
    """Where what is watched is now; empty where it is no more."""
    if watch.kind == "party":
        return to.speaker(watch.key)
    if watch.kind == "search":
        return to.search(words=watch.key)
    now = settling.successors(conn, watch.kind, watch.key)
    if not now:
        return ""
    return to.claim(now[0]) if watch.kind == "claim" else to.story(now[0])


def _is_unread(line: Line, ids: Sequence[int], by_id: dict[int, Watch]) -> bool:
    return any(line.change.seq > by_id[id_].seen for id_ in ids if id_ in by_id)


def _watched(conn: sqlite3.Connection, to: Addresses, watch: Watch) -> Watched:
    held = watches.deliveries_of(conn, [watch.id])
    ways = (held.get((watch.id, way)) for way in ("hook", "mail"))
    return Watched(watch, address_of(conn, to, watch), to.watch_feed(watch.feed), *ways)
