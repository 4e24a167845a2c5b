"""A person's judgement: given or refused, kept, and the record settled after it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import UsageError
from onrecord.judging.deciding import undone
from onrecord.model import Judgement, JudgementKind, Side, Statement, Subject
from onrecord.pipeline.keep import settle_record
from onrecord.store import articles, judgements, parties, statements, touched
from onrecord.store.opening import transaction

BACK: tuple[JudgementKind, ...] = ("undo", "redo")
NOBODY = "none"  # how a speaker or a party is typed that is not named


@dataclass(frozen=True, slots=True)
class Hand:
    """Who judges, when (UTC, ISO 8601), and why."""

    by: str
    at: str
    why: str = ""

    def gives(self, kind: JudgementKind, **what: Any) -> Judgement:
        """A judgement, which gets its number when it is kept."""
        return Judgement(0, kind, self.by, self.at, self.why, **what)


def give(conn: sqlite3.Connection, one: Judgement) -> Judgement:
    """Keeps a judgement and settles the record after it; the judgement with its number."""
    given = keep(conn, one)
    settle_record(conn)
    return given


def keep(conn: sqlite3.Connection, one: Judgement) -> Judgement:
    """Keeps a judgement, to be settled by whoever settles next; the judgement with its number."""
    with transaction(conn):
        return keep_in_transaction(conn, one)


def keep_in_transaction(conn: sqlite3.Connection, one: Judgement) -> Judgement:
    """The same within a transaction that has begun."""
    given = replace(one, id=judgements.add(conn, one))
    touched.touch(conn, ())  # what it is about is found when it is settled
    return given


def subjects(said: list[Statement], *, side: Side = "this") -> tuple[Subject, ...]:
    """Statements as they are now, as the subjects of a judgement."""
    return tuple(Subject(one.id, one.article, one.content.spans, one.content.text, side) for one in said)


def speaker(conn: sqlite3.Connection, hand: Hand, id_: str, said: tuple[str, str | None, str | None]) -> Judgement:
    """Who says it. ``said``: name, party, role; a party or role not given stays where the name is the one read."""
    name, party, role = said
    [one] = statements.by_ids(conn, [id_])
    value = None if name == NOBODY else name
    same = (one.speaker.name or "").casefold() == (value or "").casefold()
    party = (one.speaker.party if same else None) if party is None else party
    role = (one.speaker.role if same else None) if role is None else role
    known = {"party": None if party == NOBODY else party, "role": None if role == NOBODY else role}
    return hand.gives("speaker", value=value, subjects=subjects([one]), **known)


def corrected(conn: sqlite3.Connection, hand: Hand, id_: str, said: tuple[JudgementKind, str]) -> Judgement:
    """Another stance or day. ``said``: which of the two, and what."""
    kind, value = said
    return hand.gives(kind, value=value, subjects=subjects(statements.by_ids(conn, [id_])))


def named(conn: sqlite3.Connection, hand: Hand, kind: JudgementKind, names: tuple[str, str]) -> Judgement:
    """Two names of one party, kept under the second; or of two parties. Raises UsageError for names not on record."""
    name, kept = (_party(conn, one) for one in names)
    if name == kept:
        raise UsageError(f"{name} is one name; give two")
    return hand.gives(kind, party=name, value=kept)


def repeats(conn: sqlite3.Connection, hand: Hand, kind: JudgementKind, said: tuple[str, str, str | None]) -> Judgement:
    """That one article repeats another, or does not. ``said``: the two ids and the relation."""
    article, of, relation = said
    if article == of:
        raise UsageError("an article is no copy of itself; give two")
    first, second = (articles.article(conn, one) for one in (article, of))
    newer = first and second and (first.published.day or "") < (second.published.day or "")
    if kind == "copy" and newer and first and second and first.published.day:
        raise UsageError(
            f"{article[:8]} was published on {first.published.day}, before {of[:8]} ({second.published.day});"
            " give the one that repeats first"
        )
    return hand.gives(kind, value=relation, articles=(article, of))


def note(conn: sqlite3.Connection, hand: Hand, text: str, *, statement: str = "", article: str = "") -> Judgement:
    """A note on a statement or on an article: kept and shown, and nothing follows from it."""
    if statement:
        return hand.gives("note", value=text, subjects=subjects(statements.by_ids(conn, [statement])))
    return hand.gives("note", value=text, articles=(article,))


def undo(conn: sqlite3.Connection, hand: Hand, id_: int) -> Judgement:
    """Takes a judgement back. Raises UsageError where there is none, or it is undone already."""
    given = judgements.judgements(conn)
    one = _numbered(given, id_)
    if one.kind in BACK:
        raise UsageError(f"judgement {id_} took back or gave back another; say what is to become of {one.of} instead")
    gone = undone(given)
    if id_ in gone:
        raise UsageError(f"judgement {id_} is undone already, by judgement {gone[id_]}")
    return hand.gives("undo", of=id_)


def redo(conn: sqlite3.Connection, hand: Hand, id_: int | None) -> Judgement:
    """Gives a judgement back that was undone; the last one where no number is given."""
    given = judgements.judgements(conn)
    gone = undone(given)
    if id_ is None:
        if not gone:
            raise UsageError("nothing is undone; see: onrecord review log")
        id_ = max(gone, key=lambda one: gone[one])
    _numbered(given, id_)
    if id_ not in gone:
        raise UsageError(f"judgement {id_} is not undone")
    return hand.gives("redo", of=id_)


def _numbered(given: list[Judgement], id_: int) -> Judgement:
    found = next((one for one in given if one.id == id_), None)
    if not found:
        raise UsageError(f"there is no judgement {id_} in the log")
    return found


def _party(conn: sqlite3.Connection, typed: str) -> str:
    """The name as the record has it, upper and lower case alike."""
    if parties.is_settled(conn, typed):
        return typed
    found = sorted(set(_known(conn, typed)), key=lambda one: (one != typed, one))
    if not found:
        raise UsageError(f"no party on record is called {typed}; give the whole name, as a claim shows it")
    return found[0]


def _known(conn: sqlite3.Connection, typed: str) -> Iterator[str]:
    names = [one for one, _ in parties.parties(conn)] + parties.names_read(conn)
    for one in names:
        for name in (one, *(part.strip() for part in one.split(";"))):
            if name.casefold() == typed.strip().casefold():
                yield name
