"""What the desk works at behind its pages: noted, ended, and told of when it goes wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.pipeline.hand_in import Progress
from onrecord.store import errands
from onrecord.store.errands import Errand, Wanted
from onrecord.store.opening import open_record
from onrecord.web.errands import CUT_SHORT, Errands, cut_short
from onrecord.web.settler import Settler

KEEP = Wanted("keep", "a.zip", "ada")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    open_record(path).close()
    return path


def over(record: Path) -> list[Errand]:
    with closing(open_record(record, readonly=True)) as conn:
        return errands.lately(conn, 10)


def test_how_far_it_is_stands_in_the_record(record: Path) -> None:
    seen: list[tuple[int, int]] = []

    def do(conn: sqlite3.Connection) -> Iterator[Progress]:
        yield Progress(1, 0)
        with closing(open_record(record, readonly=True)) as other:
            seen.extend((one.done, one.refused) for one in errands.going(other))
        yield Progress(2, 1)

    Errands(record, Settler(record)).ask(KEEP, do).result(30)
    assert seen == [(1, 0)]
    [one] = over(record)
    assert (one.what, one.who, one.done, one.refused, one.error) == ("a.zip", "ada", 2, 1, "")


@pytest.mark.parametrize(("error", "told"), [
    (UsageError("give another"), "give another"),
    (sqlite3.OperationalError("disk I/O error"), "the record cannot be written (disk I/O error): see onrecord doctor"),
    (ValueError("secret"), "a fault of onrecord: ValueError; what was read is kept: ask for it again"),
])  # fmt: skip
def test_what_went_wrong_is_kept_and_the_next_is_done(record: Path, error: Exception, told: str) -> None:
    def fails(conn: sqlite3.Connection) -> Iterator[Progress]:
        yield Progress(1, 0)
        raise error

    behind = Errands(record, Settler(record))
    behind.ask(KEEP, fails)
    behind.ask(KEEP, lambda conn: iter([Progress(5, 0)])).result(30)
    last, first = over(record)
    assert (first.done, first.error) == (1, told)
    assert (last.done, last.error) == (5, "")


def test_a_desk_that_was_killed_leaves_nothing_going(record: Path) -> None:
    with closing(open_record(record)) as conn:
        errands.begin(conn, KEEP, now="2026-03-14T09:00:00Z")
    cut_short(record)
    [one] = over(record)
    assert one.error == CUT_SHORT
