"""review: a judgement from the command line into the record."""

from __future__ import annotations

import argparse
import getpass
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TypeAlias

from onrecord.cli.ids import article_id, claim_id, judged_id, statement_id
from onrecord.cli.review_log import show_given
from onrecord.errors import UsageError
from onrecord.model import Judgement, moments
from onrecord.pipeline import review as judging
from onrecord.pipeline import review_claims as of_claims
from onrecord.pipeline.review import Hand
from onrecord.store.opening import open_record

Draft: TypeAlias = Callable[[sqlite3.Connection, Hand], Judgement]
LONGEST = 2_000  # characters of a name or a reason


def merge(typed: argparse.Namespace) -> int:
    """Two claims are one."""
    return _given(
        typed, lambda conn, by: of_claims.merge(conn, by, claim_id(conn, typed.claim), claim_id(conn, typed.other))
    )


def split(typed: argparse.Namespace) -> int:
    """Some statements of a claim are another."""

    def draft(conn: sqlite3.Connection, by: Hand) -> Judgement:
        ids = [statement_id(conn, one) for one in typed.statements]
        return of_claims.split(conn, by, claim_id(conn, typed.claim), ids)

    return _given(typed, draft)


def move(typed: argparse.Namespace) -> int:
    """A statement is of another claim, or of none."""

    def draft(conn: sqlite3.Connection, by: Hand) -> Judgement:
        into = None if typed.claim == judging.NOBODY else claim_id(conn, typed.claim)
        return of_claims.move(conn, by, statement_id(conn, typed.statement), into)

    return _given(typed, draft)


def confirm(typed: argparse.Namespace) -> int:
    """A statement speaks to a claim."""
    return _given(
        typed,
        lambda conn, by: of_claims.confirm(conn, by, statement_id(conn, typed.statement), claim_id(conn, typed.claim)),
    )


def origin(typed: argparse.Namespace) -> int:
    """A party speaks from its own knowledge, or does not."""

    def draft(conn: sqlite3.Connection, by: Hand) -> Judgement:
        said = (claim_id(conn, typed.claim), typed.party)
        return of_claims.origin(conn, by, said, accepted=typed.word == "accept")

    return _given(typed, draft)


def assess(typed: argparse.Namespace) -> int:
    """Letter and digit of a claim."""
    marks = (typed.letter, typed.digit)
    return _given(typed, lambda conn, by: of_claims.assess(conn, by, claim_id(conn, typed.claim), marks))


def note(typed: argparse.Namespace) -> int:
    """A note on a claim, a statement or an article."""

    def draft(conn: sqlite3.Connection, by: Hand) -> Judgement:
        kind, id_ = judged_id(conn, typed.id)
        if kind == "claim":
            return of_claims.note_on_claim(conn, by, id_, typed.text)
        return judging.note(conn, by, typed.text, **{kind: id_})

    return _given(typed, draft)


def speaker(typed: argparse.Namespace) -> int:
    """Who said it."""
    said = (typed.name, typed.party, typed.role)
    return _given(typed, lambda conn, by: judging.speaker(conn, by, statement_id(conn, typed.statement), said))


def stance(typed: argparse.Namespace) -> int:
    """Where its source stands."""
    return _given(
        typed,
        lambda conn, by: judging.corrected(conn, by, statement_id(conn, typed.statement), ("stance", typed.stance)),
    )


def day(typed: argparse.Namespace) -> int:
    """The day it was said on."""
    return _given(
        typed, lambda conn, by: judging.corrected(conn, by, statement_id(conn, typed.statement), ("day", typed.day))
    )


def party_merge(typed: argparse.Namespace) -> int:
    """Two names are one party's."""
    return _given(typed, lambda conn, by: judging.named(conn, by, "same_party", (typed.name, typed.other)))


def party_apart(typed: argparse.Namespace) -> int:
    """Two names are two parties'."""
    return _given(typed, lambda conn, by: judging.named(conn, by, "other_party", (typed.name, typed.other)))


def copy(typed: argparse.Namespace) -> int:
    """An article repeats another."""

    def draft(conn: sqlite3.Connection, by: Hand) -> Judgement:
        said = (article_id(conn, typed.article), article_id(conn, typed.of), typed.relation)
        return judging.repeats(conn, by, "copy", said)

    return _given(typed, draft)


def not_copy(typed: argparse.Namespace) -> int:
    """An article does not repeat another."""

    def draft(conn: sqlite3.Connection, by: Hand) -> Judgement:
        return judging.repeats(
            conn, by, "not_copy", (article_id(conn, typed.article), article_id(conn, typed.of), None)
        )

    return _given(typed, draft)


def undo(typed: argparse.Namespace) -> int:
    """Takes a judgement back."""
    return _given(typed, lambda conn, by: judging.undo(conn, by, typed.id))


def redo(typed: argparse.Namespace) -> int:
    """Gives a judgement back."""
    return _given(typed, lambda conn, by: judging.redo(conn, by, typed.id))


def _given(typed: argparse.Namespace, draft: Draft) -> int:
    with closing(open_record(typed.record, make=False)) as conn:
        given = judging.give(conn, draft(conn, _hand(typed)))
        show_given(conn, given, as_json=typed.json)
    return 0


def _hand(typed: argparse.Namespace) -> Hand:
    """Who judges, now. Raises UsageError where nobody is named, or somebody at too great length."""
    try:
        by = typed.by or getpass.getuser()
    except (KeyError, OSError) as error:  # nobody is logged in by a name
        raise UsageError("say whose judgement it is: --by NAME, or $ONRECORD_REVIEWER") from error
    by, why = (" ".join(one.split()) for one in (by, typed.why or ""))
    if max(len(by), len(why)) > LONGEST:
        raise UsageError(f"a name or a reason is longer than {LONGEST:,} characters")
    return Hand(by, moments.now(), why)
