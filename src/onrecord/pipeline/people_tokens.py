"""Tokens: what a program signs in with, for a person and never for more than that person may."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import timedelta

from onrecord.errors import UsageError
from onrecord.model import ROLES, SCOPES, Person, Scope, Token
from onrecord.pipeline.deeds import Deed, kept_as, new_secret
from onrecord.store import people, tokens
from onrecord.store.opening import transaction

PREFIX = "onr_"
MAX_LABEL = 60  # characters
MOST_DAYS = 3_660
MOST_TOKENS = 50  # of a person


@dataclass(frozen=True, slots=True)
class Wanted:
    """A token as it is asked for. ``days``: how long it holds, None for without an end."""

    scope: Scope
    label: str
    days: int | None = None


def give(conn: sqlite3.Connection, deed: Deed, one: Person, wanted: Wanted) -> tuple[Token, str]:
    """A new token of a person, and its secret, which is shown once and never kept.

    Raises UsageError where the scope is more than the person may, or the label or the days will not do.
    """
    scope, named, days = wanted.scope, _label(wanted.label), wanted.days
    if days is not None and not 1 <= days <= MOST_DAYS:
        raise UsageError(f"a token holds from 1 to {MOST_DAYS:,} days, or without an end")
    if SCOPES.index(scope) > ROLES.index(one.role):
        raise UsageError(f"{one.name} is {one.role}: a token of theirs cannot {scope}")
    secret = f"{PREFIX}{new_secret()}"
    ends = deed.after(timedelta(days=days)) if days is not None else None
    with transaction(conn):
        if len(tokens.of_person(conn, one.id)) >= MOST_TOKENS:
            raise UsageError(f"{one.name} has {MOST_TOKENS} tokens already; revoke one that is not needed")
        made = Token(0, one.name, one.role, scope, named, deed.at, deed.by, ends, None)
        id_ = tokens.put(conn, kept_as(secret), one.id, made)
        people.note(conn, deed.event("token", one.name, detail=f"{scope}: {named}"))
    held = tokens.token(conn, id_)
    if held is None:
        raise UsageError(f"{one.name} was removed just now")
    return held, secret


def revoke(conn: sqlite3.Connection, deed: Deed, id_: int, *, only_of: str | None = None) -> Token:
    """Ends a token for good; ``only_of``: whose it must be. Raises UsageError where there is none such."""
    with transaction(conn):
        one = tokens.token(conn, id_)
        if one is None or only_of not in (None, one.name):
            raise UsageError(f"there is no token {id_}; see: onrecord user tokens")
        tokens.revoke(conn, id_)
        people.note(conn, deed.event("revoked", one.name, detail=f"{one.scope}: {one.label}"))
    return one


def _label(label: str) -> str:
    text = " ".join(label.split())
    if not 1 <= len(text) <= MAX_LABEL or not text.isprintable():
        raise UsageError(f"a token has a label of 1 to {MAX_LABEL} characters that says what it is for")
    return text
