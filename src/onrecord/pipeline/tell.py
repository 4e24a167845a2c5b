"""Telling what is due: webhooks in order, one at a time a watch; digests by mail, one a reader's address."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.fetch.clock import Clock, SystemClock, later, seconds_since, seconds_until, stamp
from onrecord.fetch.hooks import Message, Outcome
from onrecord.fetch.smtp import Post, send_mail
from onrecord.model import Change, Delivery, Watch, content_id
from onrecord.publish.addresses import Addresses
from onrecord.publish.digest import Envelope, Part, digest
from onrecord.publish.told import lines
from onrecord.publish.told_json import change_shape
from onrecord.store import watches
from onrecord.store.opening import transaction

FIRST_WAIT = 60.0  # seconds; doubled with every failure
LONGEST_WAIT = 4 * 3_600.0
GIVES_UP = 24 * 3_600.0  # after so long the change is left, and said so where its reader sees it
A_ROUND = 200  # changes that one watch is told in a round
A_DIGEST = 200  # changes in a mail

Hook = Callable[[str, str, Message], Outcome]
Mailing = Callable[[EmailMessage], str]


@dataclass(frozen=True, slots=True)
class Telling:
    """By what is told. ``to``: whole addresses; ``hook`` and ``mail``: send one, and say why they could not.

    ``mail`` is None where no way of sending mail is given; ``sender``: from whom mails are.
    """

    to: Addresses
    hook: Hook
    mail: Mailing | None
    sender: str
    clock: Clock = field(default_factory=SystemClock)
    dry: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one delivery: of how many changes, by which way, to where, and why it failed."""

    way: str
    where: str
    changes: int
    error: str = ""


def tell(conn: sqlite3.Connection, how: Telling, *, also_to: str = "") -> Iterator[Done]:
    """Delivers what is due, yielding after each. ``also_to``: mails of watches that name no address go there.

    At least once: killed between sending and noting it, the same is sent again, with the same webhook-id or
    Message-ID.
    """
    yield from _hooks(conn, how)
    if how.mail is not None or how.dry:
        yield from _mails(conn, how, also_to)


def _hooks(conn: sqlite3.Connection, how: Telling) -> Iterator[Done]:
    for at in watches.deliveries(conn, way="hook"):
        watch = watches.by_id(conn, at.watch)
        if watch and watch.hook and not watch.paused and not seconds_until(at.next, how.clock.now()):
            yield from _hook(conn, how, watch, at)


def _hook(conn: sqlite3.Connection, how: Telling, watch: Watch, at: Delivery) -> Iterator[Done]:
    """The changes of one watch in order, until one fails."""
    for change in watches.to_tell(conn, watch.id, after=at.upto, limit=A_ROUND):
        if how.dry:
            yield Done("hook", watch.hook, 1)
            continue
        outcome = how.hook(watch.hook, watch.hook_secret, _message(conn, how, watch, change))
        at = _noted(at, change, outcome, how.clock.now())
        with transaction(conn):
            watches.keep_delivery(conn, at)
        yield Done("hook", watch.hook, 1, outcome.error)
        if at.tries:
            return


def _message(conn: sqlite3.Connection, how: Telling, watch: Watch, change: Change) -> Message:
    [line] = lines(conn, [change])
    watched = {"kind": watch.kind, "key": watch.key, "label": watch.label}
    shape = {**change_shape(line, how.to), "watch": watched}
    body = json.dumps(shape, ensure_ascii=False).encode("utf-8", "replace")
    id_ = f"msg_{content_id('hook', str(watch.id), watch.made, change.id)}"
    return Message(id_, int(how.clock.now().timestamp()), body)


def _noted(at: Delivery, change: Change, outcome: Outcome, now: datetime) -> Delivery:
    """How far telling got after one was sent: on, again later, or given up after a day."""
    if not outcome.error:
        return Delivery(at.watch, at.way, change.seq, given_up=at.given_up)
    since = at.since or stamp(now)
    if seconds_since(since, now) >= GIVES_UP:
        return replace(
            at, upto=change.seq, tries=0, since=None, next=None, error=outcome.error, given_up=at.given_up + 1
        )
    wait = min(max(FIRST_WAIT * 2 ** min(at.tries, 20), outcome.wait), LONGEST_WAIT)
    return replace(at, tries=at.tries + 1, since=since, next=later(now, wait), error=outcome.error)


def _mails(conn: sqlite3.Connection, how: Telling, also_to: str) -> Iterator[Done]:
    _begin_mails(conn, also_to)
    due = {at.watch: at for at in watches.deliveries(conn, way="mail")}
    held = [one for one in watches.every(conn) if one.id in due and not one.paused]
    ready = [one for one in held if not seconds_until(due[one.id].next, how.clock.now())]
    for where in dict.fromkeys(one.mail or also_to for one in ready):
        mine = [one for one in ready if where and (one.mail or also_to) == where]
        yield from _mail(conn, how, where, [(one, due[one.id]) for one in mine])


def _begin_mails(conn: sqlite3.Connection, also_to: str) -> None:
    """From now on watches without an address of their own are mailed, where one is given for them."""
    if also_to:
        known = {at.watch for at in watches.deliveries(conn, way="mail")}
        for one in watches.every(conn):
            if one.id not in known:
                with transaction(conn):
                    watches.begin_mails(conn, one.id)


def _mail(conn: sqlite3.Connection, how: Telling, where: str, due: Sequence[tuple[Watch, Delivery]]) -> Iterator[Done]:
    """One digest: of several watches that tell the same change the first tells it."""
    told: set[int] = set()
    parts, upto = [], {}
    for watch, at in due:
        found = watches.to_tell(conn, watch.id, after=at.upto, limit=A_DIGEST)
        if found:
            upto[watch.id] = found[-1]
        new = [one for one in found if one.seq not in told]
        told |= {one.seq for one in new}
        if new:
            parts.append(Part(watch, tuple(lines(conn, new))))
    if not parts:
        return
    made = digest(parts, Envelope(how.sender, where, how.clock.now()), how.to)
    error = "" if how.dry or how.mail is None else how.mail(made)
    if not how.dry:
        with transaction(conn):
            for _, at in due:
                if at.watch in upto:
                    noted = _noted(at, upto[at.watch], Outcome(error), how.clock.now())
                    watches.keep_delivery(conn, noted)
    yield Done("mail", where, len(told), error)


def into_folder(folder: Path) -> Mailing:
    """Mails as files, named by their Message-ID: the same mail again takes the place of the first."""

    def keep(mail: EmailMessage) -> str:
        name = str(mail["Message-ID"]).strip("<>").partition("@")[0]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            begun = folder / f".{name}.part"
            begun.write_bytes(mail.as_bytes())
            begun.replace(folder / f"{name}.eml")
        except OSError as error:
            raise UsageError(f"{folder} cannot be written ({error.strerror or error})") from error
        return ""

    return keep


def by_post(post: Post) -> Mailing:
    """Mails by a server."""
    return lambda mail: send_mail(post, mail)
