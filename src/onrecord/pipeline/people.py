"""Who may come to the desk: added, given a role, sent a link, taken away; all of it written down."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

from onrecord.errors import UsageError
from onrecord.model import Person, Role, Session
from onrecord.pipeline.deeds import Deed, kept_as, new_secret
from onrecord.pipeline.pass_phrases import hashed
from onrecord.store import people, sessions, watches
from onrecord.store.opening import transaction
from onrecord.text.pass_phrases import fit
from onrecord.text.sign_in_names import compared, looks, scripts, written

LINK_HOLDS = timedelta(days=3)


def find(conn: sqlite3.Connection, name: str) -> Person:
    """The person of that name, however it is written. Raises UsageError where there is none."""
    found = people.named(conn, compared(name))
    if found is None:
        raise UsageError(f"nobody here is called {name}; see: onrecord user list")
    return found


def add(conn: sqlite3.Connection, deed: Deed, name: str, role: Role, *, phrase: str | None = None) -> Person:
    """Adds a person, who signs in with ``phrase``, or chooses one by a link (``new_link``).

    The first one must be an admin with a pass phrase: from then on the desk asks everybody to sign in. Raises
    UsageError where the name or the phrase will not do, or somebody has that name or one that looks like it.
    """
    as_written = written(name)
    kept = hashed(fit(phrase, as_written)) if phrase is not None else None
    with transaction(conn):
        _check_new(conn, as_written)
        if not people.anybody(conn) and (role != "admin" or kept is None):
            raise UsageError(
                "the first person must be an admin with a pass phrase, for from then on the desk asks everybody"
                f" to sign in; on this machine: onrecord user add {as_written} --role admin"
            )
        one = Person(0, as_written, role, deed.at, deed.by, kept is not None)
        people.put(conn, one, key=compared(as_written), hashed=kept)
        people.note(conn, deed.event("added", as_written, detail=role))
    return find(conn, as_written)


def set_role(conn: sqlite3.Connection, deed: Deed, name: str, role: Role) -> Person:
    """Gives a person another role, at once in every open session. Raises UsageError for the last admin."""
    with transaction(conn):
        one = find(conn, name)
        if role != "admin":
            _check_not_last(conn, one, "have another role")
        people.set_role(conn, one.id, role)
        people.note(conn, deed.event("role", one.name, detail=f"{one.role} to {role}"))
    return find(conn, name)


def remove(conn: sqlite3.Connection, deed: Deed, name: str) -> Person:
    """Takes a person away with all sessions, tokens and watches, whose feeds, mails and hooks would tell them more.

    Judgements keep the name. Raises UsageError for the last admin.
    """
    with transaction(conn):
        one = find(conn, name)
        _check_not_last(conn, one, "be removed")
        people.remove(conn, one.id)
        for watch in watches.of_reader(conn, one.name):
            watches.unwatch(conn, watch.id)
        people.note(conn, deed.event("removed", one.name, detail=one.role))
    return one


def new_link(conn: sqlite3.Connection, deed: Deed, name: str) -> str:
    """The secret of a link by which a person chooses a pass phrase, once and within three days.

    A link given before is void. Until another phrase is chosen, the old one holds.
    """
    secret = new_secret()
    with transaction(conn):
        one = find(conn, name)
        sessions.end_all(conn, one.id, "link")
        held = Session("", deed.at, deed.at, deed.after(LINK_HOLDS), deed.address, "")
        sessions.put(conn, kept_as(secret), "link", one.id, held)
        people.note(conn, deed.event("link", one.name))
    return secret


def letters(name: str) -> str:
    """The script a name is written in where it is not Latin ("Cyrillic"), so that a look-alike is seen; else empty."""
    return " and ".join(sorted(one.capitalize() for one in scripts(name) - {"LATIN"}))


def _check_new(conn: sqlite3.Connection, name: str) -> None:
    here = [one.name for one in people.people(conn)]
    same = next((one for one in here if compared(one) == compared(name)), None)
    if same:
        raise UsageError(f"{same} is here already; to change what they may: onrecord user role {same} ROLE")
    alike = next((one for one in here if looks(one) == looks(name)), None)
    if alike:
        raise UsageError(f"{name} looks like {alike}, who is here already; choose a name that nobody mistakes for it")


def _check_not_last(conn: sqlite3.Connection, one: Person, what: str) -> None:
    if one.role == "admin" and not people.other_admins(conn, one.id):
        raise UsageError(f"{one.name} is the last admin who can sign in and cannot {what}; make another admin first")
