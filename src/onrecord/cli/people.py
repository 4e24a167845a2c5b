"""user: who may come to the desk."""

from __future__ import annotations

import argparse
import getpass
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime

from onrecord.cli.screen import Column, line, show_json, show_table
from onrecord.errors import UsageError
from onrecord.model import Person, Token
from onrecord.model.moments import STAMP
from onrecord.pipeline import people as access
from onrecord.pipeline import people_tokens, signing_in
from onrecord.pipeline.deeds import Deed
from onrecord.publish.record_json import Json
from onrecord.store import people, sessions
from onrecord.store import tokens as held_tokens
from onrecord.store.opening import open_record
from onrecord.text.pass_phrases import MOST

ON = "signing in is on: every page of the desk asks who comes"


def add(typed: argparse.Namespace) -> int:
    """Somebody more."""
    with closing(open_record(typed.record, make=False)) as conn:
        first = not people.anybody(conn)
        if first and typed.role != "admin":
            raise UsageError(
                f"the first person must be an admin, or nobody could add others; say: onrecord user add {typed.name}"
                " --role admin"
            )
        one = access.add(conn, _deed(), typed.name, typed.role, phrase=_asked(typed.name))
        _show(conn, one, typed, f"{one.name} is added as {one.role}" + (f"; {ON}" if first else ""))
    return 0


def listed(typed: argparse.Namespace) -> int:
    """Everybody."""
    with closing(open_record(typed.record, readonly=True)) as conn:
        rows = [_person_json(conn, one) for one in people.people(conn)]
    if typed.json:
        for row in rows:
            show_json(row)
        return 0
    if not rows:
        line("nobody was added: whoever is at this machine may do all; add somebody with: onrecord user add NAME")
        return 0
    names = ("name", "role", "sessions", "added", "by")
    show_table(
        [*(Column(name) for name in names), Column("letters", wraps=True)],
        [[*(row[name] for name in names), row["letters"] or ""] for row in rows],
    )
    return 0


def role(typed: argparse.Namespace) -> int:
    """Another role."""
    with closing(open_record(typed.record, make=False)) as conn:
        one = access.set_role(conn, _deed(), typed.name, typed.role)
        _show(conn, one, typed, f"{one.name} is {one.role} now, in every open session too")
    return 0


def phrase(typed: argparse.Namespace) -> int:
    """Another pass phrase, for somebody who forgot theirs."""
    with closing(open_record(typed.record, make=False)) as conn:
        one = access.find(conn, typed.name)
        new = _asked(one.name)
        signing_in.choose(conn, _deed(), access.new_link(conn, _deed(), one.name), new)
        _show(conn, access.find(conn, one.name), typed, f"{one.name} has a new pass phrase; every session has ended")
    return 0


def remove(typed: argparse.Namespace) -> int:
    """Somebody less."""
    with closing(open_record(typed.record, make=False)) as conn:
        one = access.remove(conn, _deed(), typed.name)
        told = f"{one.name} is removed, with every session and token; what they judged keeps the name"
        _show(conn, one, typed, told)
    return 0


def token(typed: argparse.Namespace) -> int:
    """A token, shown this once."""
    with closing(open_record(typed.record, make=False)) as conn:
        wanted = people_tokens.Wanted(typed.scope, typed.label, typed.days)
        made, secret = people_tokens.give(conn, _deed(), access.find(conn, typed.name), wanted)
    if typed.json:
        show_json({**_token_json(made), "token": secret})
        return 0
    # Alone on a line of standard output, so that it can be piped into whatever keeps secrets.
    sys.stdout.write(f"{secret}\n")
    sys.stderr.write(f"token {made.id} of {made.name}, {made.scope}: it is shown this once\n")
    return 0


def tokens(typed: argparse.Namespace) -> int:
    """Every token."""
    with closing(open_record(typed.record, readonly=True)) as conn:
        rows = [_token_json(one) for one in held_tokens.tokens(conn)]
    if typed.json:
        for row in rows:
            show_json(row)
        return 0
    names = ("id", "name", "scope", "made", "ends", "used")
    columns = [*(Column(name) for name in names), Column("label", wraps=True)]
    show_table(columns, [[row[name] for name in (*names, "label")] for row in rows])
    return 0


def revoke(typed: argparse.Namespace) -> int:
    """A token less."""
    with closing(open_record(typed.record, make=False)) as conn:
        gone = people_tokens.revoke(conn, _deed(), typed.id)
    if typed.json:
        show_json(_token_json(gone))
    else:
        line(f"token {gone.id} of {gone.name} ({gone.label}) holds no more")
    return 0


def _deed() -> Deed:
    try:
        return Deed(getpass.getuser(), datetime.now(UTC))
    except (OSError, KeyError):  # no name is known of whoever runs this
        return Deed("this machine", datetime.now(UTC))


def _asked(name: str) -> str:
    """A new pass phrase: typed twice without being shown, or the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline(MOST + 2).removesuffix("\n").removesuffix("\r")
    typed = getpass.getpass(f"Pass phrase for {name} (at least 12 characters): ")
    if getpass.getpass("The same again: ") != typed:
        raise UsageError("the two pass phrases are not the same; nothing was changed")
    return typed


def _show(conn: sqlite3.Connection, one: Person, typed: argparse.Namespace, told: str) -> None:
    if typed.json:
        show_json(_person_json(conn, one))
    else:
        line(told)


def _person_json(conn: sqlite3.Connection, one: Person) -> Json:
    now = datetime.now(UTC)
    since = (now - signing_in.IDLE).strftime(STAMP)
    own = sessions.of_person(conn, one.id, now.strftime(STAMP), used_since=since)
    return {
        "name": one.name,
        "letters": access.letters(one.name) or None,
        "role": one.role,
        "ready": one.ready,
        "sessions": len(own),
        "added": one.added,
        "by": one.by,
    }


def _token_json(one: Token) -> Json:
    return {
        "id": one.id,
        "name": one.name,
        "scope": one.scope,
        "label": one.label,
        "made": one.made,
        "by": one.by,
        "ends": one.ends,
        "used": one.used,
    }
