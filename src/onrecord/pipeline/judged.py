"""What people decided, worked out for the readings there are now and kept beside them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.judging import Now, carried, decide, outcomes
from onrecord.model import Decided, Judgement, Outcome
from onrecord.store import corrections, judgements, statements
from onrecord.store.opening import transaction


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """The judgements carried over, what became of each by its id, and what the stages take."""

    carried: tuple[Judgement, ...] = ()
    became: dict[int, Outcome] | None = None
    decided: Decided = field(default_factory=Decided)


def worked_out(conn: sqlite3.Connection) -> WorkedOut:
    """What the judgements of a record come to now."""
    given = judgements.judgements(conn)
    if not given:
        return WorkedOut()
    over = carried(given, _now(conn, given))
    return WorkedOut(over, outcomes(over, given), decide(over))


def refreshed(conn: sqlite3.Connection) -> Decided:
    """The same, kept: from here on statements are loaded as people corrected them."""
    found = worked_out(conn)
    if found.became is not None:
        with transaction(conn):
            corrections.keep_corrections(conn, found.decided.corrections)
            judgements.keep_carried(conn, found.carried, found.became)
    return found.decided


def _now(conn: sqlite3.Connection, given: Sequence[Judgement]) -> Now:
    asked = [*(at.article for one in given for at in one.subjects), *(id_ for one in given for id_ in one.articles)]
    standing = judgements.articles_now(conn, asked)
    said = {id_: statements.of_article(conn, id_) for id_ in dict.fromkeys(standing.values())}
    return Now(standing, said)
