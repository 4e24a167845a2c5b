"""The log: who decided what, when and why, and what became of it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import get_args

from onrecord.model import Judgement, JudgementKind, Standing
from onrecord.publish.addresses import Addresses
from onrecord.publish.judged import Decision, words_of
from onrecord.publish.rendering import render
from onrecord.store import claims as held_claims
from onrecord.store import judgement_log
from onrecord.store.judgement_log import Sought

SIZE = 50
PEOPLE = 200


@dataclass(frozen=True, slots=True)
class LogAsked:
    """What is asked of the log, as it stands in the address; empty for all."""

    by: str = ""
    kind: str = ""
    day: str = ""
    standing: str = ""
    claim: str = ""
    statement: str = ""
    article: str = ""
    before: int = 0


def log_page(conn: sqlite3.Connection, to: Addresses, asked: LogAsked) -> str:
    """A page of the log, the latest first."""
    given = judgement_log.sought(conn, _sought(conn, asked), most=SIZE + 1)
    gone = judgement_log.undone(conn) if given else set()
    shown = {
        "asked": asked,
        "decided": [_decision(conn, one, undone=one.id in gone) for one in given[:SIZE]],
        "undone": gone,
        "next": str(given[SIZE - 1].id) if len(given) > SIZE else "",
        "people": judgement_log.people(conn, most=PEOPLE),
        "kinds": get_args(JudgementKind),
        "standings": get_args(Standing),
    }
    return render("log.html", to, shown)


def _sought(conn: sqlite3.Connection, asked: LogAsked) -> Sought:
    about = Sought(asked.by, asked.kind, asked.day, asked.standing, article=asked.article, before=asked.before or None)
    if asked.statement:
        return replace(about, statements=(asked.statement,))
    if asked.claim:
        claim = held_claims.claim(conn, asked.claim)
        return replace(about, statements=claim.statements if claim else ())
    return about


def _decision(conn: sqlite3.Connection, one: Judgement, *, undone: bool) -> Decision:
    """What became of it; that it is undone is told before the record is settled after it."""
    outcome = judgement_log.outcome(conn, one.id)
    if undone and outcome.standing != "undone":
        outcome = replace(outcome, standing="undone", why="undone just now", later=())
    return Decision(one, words_of(one), outcome)
