"""What somebody has just decided, as the page they come back to tells it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from onrecord.publish.judged import words_of
from onrecord.store import judgement_log

LATEST = "latest"


@dataclass(frozen=True, slots=True)
class Notice:
    """A judgement that was just kept. ``undo``: the one that is taken back by undoing what was done, None for none;
    ``redo``: the one that is given back. ``busy``: what follows from it is still being worked out.
    """

    number: int
    words: str
    undo: int | None
    redo: int | None
    busy: bool
    standing: str
    why: str


def notice(conn: sqlite3.Connection, id_: int, *, busy: bool) -> Notice | None:
    """What to tell of a judgement; None where there is none."""
    found = judgement_log.by_ids(conn, [id_])
    if not found:
        return None
    one, outcome = found[0], judgement_log.outcome(conn, id_)
    undo = {"undo": None, "redo": one.of}.get(one.kind, id_)
    return Notice(id_, words_of(one), undo, one.of if one.kind == "undo" else None, busy, outcome.standing, outcome.why)
