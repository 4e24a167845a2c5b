"""Several people judging at once: nothing is decided over anybody's head, and nothing is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.judging import quarrel
from onrecord.model import Judgement
from onrecord.pipeline.review import BACK, keep_in_transaction
from onrecord.store import judgement_log
from onrecord.store.opening import transaction


@dataclass(frozen=True, slots=True)
class Quarrel:
    """What somebody was about to decide, and what others decided on the same since that person looked."""

    mine: Judgement
    theirs: tuple[Judgement, ...]


def keep_unless(conn: sqlite3.Connection, draft: Callable[[], Judgement], *, seen: int) -> Judgement | Quarrel:
    """Keeps a judgement, unless another person decided otherwise on the same after the judgement numbered ``seen``.

    Drafted, compared and kept in one transaction: of two who decide at the same moment, the second sees the first.
    """
    with transaction(conn):
        mine = draft()
        theirs = _others(conn, mine, seen)
        return Quarrel(mine, theirs) if theirs else keep_in_transaction(conn, mine)


def _others(conn: sqlite3.Connection, mine: Judgement, seen: int) -> tuple[Judgement, ...]:
    # Whoever takes a judgement back knows of it.
    later = [one for one in judgement_log.since(conn, seen) if one.by != mine.by and one.id != mine.of]
    if not later:
        return ()
    known = {one.id: one for one in judgement_log.by_ids(conn, (one.of for one in (mine, *later) if one.of))}
    about = _meant(mine, known)
    return tuple(one for one in later if _against(about, mine, _meant(one, known), one))


def _against(about: Judgement, mine: Judgement, meant: Judgement, one: Judgement) -> bool:
    """An undo or a redo of the very judgement that is judged anew speaks against it whatever it says."""
    if about.id and about.id == meant.id:
        return mine.kind != one.kind
    if one.kind in BACK or mine.kind in BACK:
        return quarrel(replace(about, value="", id=0), meant)  # even to say the same again: it was taken back
    return quarrel(about, meant)


def _meant(one: Judgement, known: dict[int, Judgement]) -> Judgement:
    return known.get(one.of or 0, one) if one.kind in BACK else one
