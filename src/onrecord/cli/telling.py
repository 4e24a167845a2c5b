"""watch, unwatch, watching, changes, tell."""

from __future__ import annotations

import argparse
import getpass
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from onrecord.cli.fetching import ended_by_sigterm, pause, waited
from onrecord.cli.ids import claim_id, story_id
from onrecord.cli.screen import Column, complain, plural, show_json, show_table
from onrecord.errors import UsageError
from onrecord.fetch.clock import SystemClock
from onrecord.fetch.hooks import Hooks
from onrecord.fetch.smtp import post_of
from onrecord.model import Watch
from onrecord.pipeline.tell import Mailing, Telling, by_post, into_folder
from onrecord.pipeline.tell import tell as deliver
from onrecord.pipeline.watching import begin, check_hook, check_mail
from onrecord.publish.addresses import Addresses
from onrecord.publish.record_json import Json
from onrecord.publish.told import KINDS, lines
from onrecord.publish.told_json import change_shape
from onrecord.store import changes as held_changes
from onrecord.store import watches
from onrecord.store.opening import open_record, transaction

HERE = "http://127.0.0.1:8000"
SENDER = "onrecord@localhost"
A_PAGE = 500  # changes that are put into words at a time


def watch(typed: argparse.Namespace) -> int:
    """Begins to watch."""
    mail, hook = check_mail(typed.mail or ""), check_hook(typed.hook or "", allow_private=typed.allow_private)
    with closing(open_record(typed.record, make=False)) as conn:
        one = begin(conn, _who(typed), (typed.kind, _key(conn, typed), ""))
        with transaction(conn):
            for way, value, was in (("mail", mail, one.mail), ("hook", hook, one.hook)):
                if value and value != was:
                    watches.set_way(conn, one.id, way, value)
        kept = watches.by_id(conn, one.id) or one
    new_secret = kept.hook_secret if kept.hook != one.hook else ""
    if typed.json:
        show_json({**_watch_json(kept, 0), "secret": new_secret or None})
        return 0
    sys.stdout.write(f"watching {kept.kind} {kept.label}; told from now on\n")
    if new_secret:
        sys.stdout.write(f"its webhook is signed with {new_secret} (shown this once)\n")
    return 0


def unwatch(typed: argparse.Namespace) -> int:
    """Ends a watch."""
    with closing(open_record(typed.record, make=False)) as conn:
        one = _watched(conn, typed)
        with transaction(conn):
            watches.unwatch(conn, one.id)
    if typed.json:
        show_json({"kind": one.kind, "key": one.key, "watched": False})
    else:
        sys.stdout.write(f"{one.kind} {one.label} is watched no more\n")
    return 0


def watching(typed: argparse.Namespace) -> int:
    """What somebody watches."""
    with closing(open_record(typed.record, readonly=True)) as conn:
        found = watches.of_reader(conn, _who(typed))
        new = {one.id: len(watches.to_tell(conn, one.id, after=one.seen, limit=1_000)) for one in found}
    if typed.json:
        for one in found:
            show_json(_watch_json(one, new[one.id]))
        return 0
    columns = [Column("kind"), Column("new", right=True), Column("told by"), Column("key"), Column("what", wraps=True)]
    rows = [(one.kind, new[one.id], _ways(one), one.key[:20], one.label) for one in found]
    show_table(columns, rows)
    return 0


def changes(typed: argparse.Namespace) -> int:
    """What changed."""
    to = Addresses(root="/")
    with closing(open_record(typed.record, readonly=True)) as conn:
        found = held_changes.since(conn, typed.since or "", rules=typed.rules)
        for start in range(0, len(found), A_PAGE):
            told = lines(conn, found[start : start + A_PAGE])
            if typed.json:
                for one in told:
                    show_json(change_shape(one, to))
            else:
                columns = [Column("day"), Column("kind"), Column("cause"), Column("what", wraps=True)]
                show_table(
                    columns, [(one.change.on, KINDS[one.change.kind], one.change.cause, one.title) for one in told]
                )
    return 0


def tell(typed: argparse.Namespace) -> int:
    """Delivers what is due, once or again and again."""
    also_to = check_mail(typed.mail_to or "")
    with closing(open_record(typed.record, make=False)) as conn, ended_by_sigterm():
        how = _telling(typed)
        while True:
            began = how.clock.monotonic()
            code = _round(conn, how, also_to, as_json=typed.json)
            if not typed.every or not waited(how.clock, pause(typed.every, how.clock.monotonic() - began)):
                return code


def _telling(typed: argparse.Namespace) -> Telling:
    address = (typed.address or HERE).rstrip("/")
    if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname:
        raise UsageError(f"{address} is no address of a desk: write it as https://desk.example.org")
    sender = check_mail(typed.sender or os.environ.get("ONRECORD_MAIL_FROM", "") or "")
    hooks = Hooks(tuple(typed.allow_private))
    mail = _mailing(typed)
    return Telling(Addresses(root=f"{address}/"), hooks, mail, sender or SENDER, SystemClock(), typed.dry_run)


def _mailing(typed: argparse.Namespace) -> Mailing | None:
    if typed.out:
        return into_folder(Path(typed.out))
    post = post_of(os.environ)
    if post is None and typed.mail_to and not typed.dry_run:
        raise UsageError("no mail can be sent: set $ONRECORD_SMTP to host:port, or write mails with --out DIR")
    return by_post(post) if post else None


def _round(conn: sqlite3.Connection, how: Telling, also_to: str, *, as_json: bool) -> int:
    failed = told = 0
    for done in deliver(conn, how, also_to=also_to):
        failed += bool(done.error)
        told += done.changes if not done.error else 0
        if as_json:
            show_json({"way": done.way, "to": done.where, "changes": done.changes, "error": done.error or None})
        if done.error:
            complain(f"{done.way} to {done.where}: {done.error}; it is tried again")
    if not as_json:
        waiting = _unmailed(conn) if how.mail is None and not how.dry else 0
        hint = f"; {waiting} watched by mail: set $ONRECORD_SMTP" if waiting else ""
        sys.stdout.write(f"{'due' if how.dry else 'told'}: {plural(told, 'change')}, {failed} failed{hint}\n")
        sys.stdout.flush()
    return 1 if failed else 0


def _unmailed(conn: sqlite3.Connection) -> int:
    return sum(bool(one.mail) for one in watches.every(conn))


def _key(conn: sqlite3.Connection, typed: argparse.Namespace) -> str:
    found = {"claim": claim_id, "story": story_id}.get(typed.kind)
    return found(conn, typed.key) if found else str(typed.key).strip()


def _watched(conn: sqlite3.Connection, typed: argparse.Namespace) -> Watch:
    held = [one for one in watches.of_reader(conn, _who(typed)) if one.kind == typed.kind]
    whole = [one for one in held if one.key == typed.key]
    found = whole or [one for one in held if one.key.startswith(typed.key)]
    if len(found) != 1:
        many = "several watches begin so" if found else f"you watch no {typed.kind} {typed.key}"
        raise UsageError(f"{many}; see: onrecord watching")
    return found[0]


def _who(typed: argparse.Namespace) -> str:
    try:
        return " ".join((typed.by or getpass.getuser()).split())
    except (KeyError, OSError) as error:
        raise UsageError("say whose watches: --by NAME, or $ONRECORD_REVIEWER") from error


def _ways(one: Watch) -> str:
    ways = [way for way, value in (("mail", one.mail), ("webhook", one.hook)) if value]
    return ", ".join([*ways, *(["paused"] if one.paused else [])]) or "page, feed"


def _watch_json(one: Watch, new: int) -> Json:
    ways: Json = {"mail": one.mail or None, "hook": one.hook or None, "paused": one.paused}
    return {"kind": one.kind, "key": one.key, "label": one.label, "made": one.made, "unread": new, **ways}
