"""Verifies a record, tallies included: they must be what settling gives now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.pipeline.edition import settling_edition
from onrecord.pipeline.judged import WorkedOut, worked_out
from onrecord.pipeline.recount import recount
from onrecord.store import articles, corrections, judgements, tallies
from onrecord.store.checking import check

UNREADABLE = (sqlite3.DatabaseError, ValueError, TypeError, KeyError, AttributeError)


def verify(conn: sqlite3.Connection) -> list[str]:
    """Problems found, one line each; none where the record holds together and its tallies equal a recount."""
    problems = check(conn)
    try:
        return [*problems, *_recount(conn)]
    except UNREADABLE as error:
        return [*problems, f"tallies: they cannot be counted again ({type(error).__name__}: {error})"]


def _recount(conn: sqlite3.Connection) -> Iterator[str]:
    made_with = tallies.settled_with(conn)
    if made_with is None:
        if not articles.counted(conn):
            return  # nothing was read yet: an address is followed, say
        yield "tallies: something was read since they were made; run the last onrecord add or fetch again"
    elif made_with != settling_edition():
        yield "tallies: made by other rules than these; run the last onrecord add or fetch again"
    else:
        found = worked_out(conn)
        yield from _judged(conn, found)
        yield from recount(conn)


def _judged(conn: sqlite3.Connection, found: WorkedOut) -> Iterator[str]:
    """What judgements come to, against what is kept of that."""
    if corrections.corrections(conn) != list(found.decided.corrections):
        yield "judgements: the corrections kept are not those that people gave"
    kept = {one.id: [(at.side, at.id) for at in one.subjects] for one in judgements.carried(conn)}
    if kept != {one.id: [(at.side, at.id) for at in one.subjects] for one in found.carried}:
        yield "judgements: the statements that they are about are not those that are kept"
    if judgements.outcomes(conn) != (found.became or {}):
        yield "judgements: what became of them is not what is kept"
