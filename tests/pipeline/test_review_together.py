"""Two people who judge at once: the second sees the first, and nothing is lost."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.model import Judgement
from onrecord.pipeline.review import Hand, undo
from onrecord.pipeline.review_together import Quarrel, keep_unless
from onrecord.store import judgements
from onrecord.store.opening import open_record

NOW = "2026-03-18T08:00:00Z"
ADA, BO = Hand("Ada", NOW), Hand("Bo", NOW)


def copy(hand: Hand, relation: str) -> Judgement:
    """That x repeats y in some way."""
    return hand.gives("copy", value=relation, articles=("x", "y"))


def keep(conn: sqlite3.Connection, one: Judgement, seen: int) -> Judgement | Quarrel:
    return keep_unless(conn, lambda: one, seen=seen)


def test_the_second_sees_the_first_and_may_still_say_so(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "record.db")) as conn:
        assert isinstance(keep(conn, copy(ADA, "copy"), 0), Judgement)
        two = keep(conn, copy(BO, "rewrite"), 0)
        assert isinstance(two, Quarrel)
        assert [one.id for one in two.theirs] == [1]
        assert isinstance(keep(conn, copy(BO, "rewrite"), 1), Judgement)
        assert isinstance(keep(conn, copy(BO, "update"), 1), Judgement), "one's own word is no surprise"
        assert isinstance(keep(conn, copy(ADA, "update"), 2), Judgement), "nor is what says the same"


def test_who_takes_back_knows_what_and_others_see_it(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "record.db")) as conn:
        keep(conn, copy(ADA, "copy"), 0)
        assert isinstance(keep_unless(conn, lambda: undo(conn, BO, 1), seen=0), Judgement)
        assert isinstance(keep(conn, copy(ADA, "copy"), 1), Quarrel)
        with pytest.raises(UsageError, match="undone already"):
            keep_unless(conn, lambda: undo(conn, ADA, 1), seen=2)
        assert not conn.in_transaction
        assert len(judgements.judgements(conn)) == 2


def test_of_two_at_the_same_moment_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_record(path).close()
    start, told = threading.Barrier(2), []

    def work(hand: Hand, relation: str) -> None:
        with closing(open_record(path)) as conn:
            start.wait()
            told.append(keep(conn, copy(hand, relation), 0))

    threads = [threading.Thread(target=work, args=at) for at in ((ADA, "copy"), (BO, "rewrite"))]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(type(one).__name__ for one in told) == ["Judgement", "Quarrel"]
