"""Signing in and out: a pass phrase is proved, a session begun; phrases are chosen and changed."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import timedelta

from onrecord.errors import UsageError
from onrecord.model import Person, Session
from onrecord.pipeline.deeds import Deed, kept_as, new_secret
from onrecord.pipeline.pass_phrases import hashed, outdated, right
from onrecord.store import people, sessions
from onrecord.store.opening import transaction
from onrecord.text.pass_phrases import fit, same_phrase
from onrecord.text.sign_in_names import compared

IDLE = timedelta(hours=12)
LONGEST = timedelta(days=7)
BROWSER_KNOWN = timedelta(days=180)
MOST_SESSIONS = 30
MOST_BROWSERS = 10
MAX_BROWSER = 200  # characters of what a browser says it is


@dataclass(frozen=True, slots=True)
class Proof:
    """Somebody who knew their pass phrase; ``kept``: the hash it was proved by; ``phrase`` where that is outdated."""

    person: Person
    kept: str
    phrase: str | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A session begun: its secret, and the one by which this browser is known from now on."""

    person: Person
    session: str
    browser: str


def proved(conn: sqlite3.Connection, name: str, phrase: str) -> Proof | None:
    """Who it is, if the phrase is theirs. Takes as long for a name that is unknown."""
    one, typed = people.named(conn, compared(name)), same_phrase(phrase)
    kept = people.hash_of(conn, one.id) if one else None
    if not right(typed, kept) or one is None or kept is None:
        return None
    return Proof(one, kept, typed if outdated(kept) else None)


def begin(conn: sqlite3.Connection, deed: Deed, proof: Proof, browser: str, *, ending: str = "") -> Begun:
    """Begins a session under a new secret; the one the browser had (``ending``) is over.

    Raises UsageError where the person or the phrase changed since it was proved.
    """
    new = Begun(proof.person, new_secret(), new_secret())
    rehashed = hashed(proof.phrase) if proof.phrase is not None else proof.kept
    id_ = proof.person.id
    with transaction(conn):
        if people.hash_of(conn, id_) != proof.kept:
            raise UsageError("that pass phrase was changed just now; sign in with the new one")
        if rehashed != proof.kept:
            people.set_hash(conn, id_, rehashed)
        sessions.forget_ended(conn, deed.at)
        sessions.end(conn, kept_as(ending))
        at = Session("", deed.at, deed.at, deed.after(LONGEST), deed.address, browser[:MAX_BROWSER])
        sessions.put(conn, kept_as(new.session), "session", id_, at)
        sessions.end_oldest(conn, id_, "session", keep=MOST_SESSIONS)
        sessions.put(conn, kept_as(new.browser), "browser", id_, replace(at, ends=deed.after(BROWSER_KNOWN)))
        sessions.end_oldest(conn, id_, "browser", keep=MOST_BROWSERS)
        people.note(conn, deed.event("signed_in", proof.person.name))
    return new


def failed(conn: sqlite3.Connection, deed: Deed, name: str) -> None:
    """Notes that somebody could not sign in; a name that nobody has is not kept: it may be a pass phrase."""
    one = people.named(conn, compared(name))
    with transaction(conn):
        people.note(conn, deed.event("failed", one.name if one else ""))


def sign_out(conn: sqlite3.Connection, deed: Deed, secret: str) -> None:
    """Ends a session; nothing where there is none."""
    with transaction(conn):
        if sessions.end(conn, kept_as(secret)):
            people.note(conn, deed.event("signed_out", deed.by))


def sign_out_everywhere(conn: sqlite3.Connection, deed: Deed, one: Person, *, but: str = "") -> int:
    """Ends all sessions of a person but one; how many those were. Browsers are strangers again."""
    with transaction(conn):
        ended = sessions.end_all(conn, one.id, "session", but=kept_as(but))
        sessions.end_all(conn, one.id, "browser")
        people.note(conn, deed.event("signed_out", one.name, detail="everywhere"))
    return ended


def change(conn: sqlite3.Connection, deed: Deed, proof: Proof | None, phrase: str, *, keep: str) -> None:
    """Puts a new pass phrase in the place of the old one, which was proved; every other session ends.

    Raises UsageError where the old one is not theirs, or the new one will not do.
    """
    if proof is None:
        raise UsageError("the old pass phrase is not right; nothing was changed")
    new = hashed(fit(phrase, proof.person.name))
    with transaction(conn):
        if people.hash_of(conn, proof.person.id) != proof.kept:
            raise UsageError("that pass phrase was changed just now; sign in with the new one")
        _set(conn, deed, proof.person, new, keep=keep)


def invited(conn: sqlite3.Connection, secret: str, now: str) -> Person | None:
    """Whom a link to choose a pass phrase was made for; None where it was used, has ended or never was."""
    found = sessions.whose(conn, kept_as(secret), "link", now)
    return found[0] if found else None


def choose(conn: sqlite3.Connection, deed: Deed, secret: str, phrase: str) -> Person:
    """Gives a person the pass phrase they chose by a link, which is void from then on; every session ends.

    Raises UsageError where the link does not hold or the phrase will not do.
    """
    one = _invited(conn, secret, deed.at)
    new = hashed(fit(phrase, one.name))
    with transaction(conn):
        one = _invited(conn, secret, deed.at)
        _set(conn, deed, one, new, keep="")
    return one


def _invited(conn: sqlite3.Connection, secret: str, now: str) -> Person:
    one = invited(conn, secret, now)
    if one is None:
        raise UsageError("this link was used or is too old; ask an admin for another one")
    return one


def _set(conn: sqlite3.Connection, deed: Deed, one: Person, new: str, *, keep: str) -> None:
    people.set_hash(conn, one.id, new)
    sessions.end_all(conn, one.id, "session", but=kept_as(keep))
    sessions.end_all(conn, one.id, "browser")
    sessions.end_all(conn, one.id, "link")
    people.note(conn, deed.event("phrase", one.name))
