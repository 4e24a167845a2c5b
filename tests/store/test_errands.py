"""What the desk works at is known while it lasts and afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.store import errands
from onrecord.store.errands import Wanted
from onrecord.store.opening import open_record

NOW, LATER = "2026-03-14T09:00:00Z", "2026-03-14T09:05:00Z"


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "a.db")) as opened:
        yield opened


def test_an_errand_from_its_beginning_to_its_end(conn: sqlite3.Connection) -> None:
    first = errands.begin(conn, Wanted("sample", "the sample", "ada", 36), now=NOW)
    second = errands.begin(conn, Wanted("fetch", "what is due", "ben"), now=NOW)
    errands.step(conn, first, 3, 1)
    assert [(one.id, one.total, one.done, one.refused) for one in errands.going(conn)] == [
        (first, 36, 3, 1),
        (second, None, 0, 0),
    ]
    errands.end(conn, first, now=LATER, error="no room on the disk")
    assert [one.id for one in errands.going(conn)] == [second]
    [over] = errands.lately(conn, 5)
    assert (over.id, over.ended, over.error) == (first, LATER, "no room on the disk")


def test_what_a_desk_left_behind_is_ended_by_the_next(conn: sqlite3.Connection) -> None:
    errands.begin(conn, Wanted("keep", "a.zip", "ada"), now=NOW)
    assert errands.cut_short(conn, now=LATER, error="the desk ended") == 1
    assert not errands.going(conn)
    assert errands.lately(conn, 5)[0].error == "the desk ended"
    assert errands.cut_short(conn, now=LATER, error="the desk ended") == 0


def test_only_the_last_are_remembered(conn: sqlite3.Connection) -> None:
    for n in range(errands.MOST + 5):
        errands.end(conn, errands.begin(conn, Wanted("keep", str(n), "ada"), now=NOW), now=LATER)
    kept = errands.lately(conn, 1000)
    assert len(kept) == errands.MOST
    assert kept[0].what == str(errands.MOST + 4)
