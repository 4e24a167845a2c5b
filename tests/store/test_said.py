"""What a name said, and where a party stood, follow what is read, settled and corrected."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.store import finds, said
from onrecord.store.opening import open_record
from tests.publish.small_record import plain, small_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    small_record(tmp_path / "record.db", plain)
    with closing(open_record(tmp_path / "record.db")) as conn:
        yield conn


def test_statements_of_a_name_or_for_it(record: sqlite3.Connection) -> None:
    assert said.counted(record, "ana kol") == said.counted(record, "VESSA") == 4
    assert said.counted(record, "Tarn") == 2  # its own name is its party's too: each once
    words = said.of_name(record, "Ana Kol", 9)
    assert [one.outlet for one in words] == ["Outlet two", "Outlet two", "Outlet one", "Outlet one"]
    assert [one.copied for one in words] == [1, 1, 0, 0]
    assert len(said.of_name(record, "Ana Kol", 3)) == 3


def test_positions_come_in_order_of_time(record: sqlite3.Connection) -> None:
    assert [(at.stance, at.on, bool(at.statement)) for at in said.positions(record, "tarn", 9)] == [
        ("no_comment", "2026-05-04", False),
        ("denies", "2026-05-06", True),
    ]


def test_what_somebody_corrects_is_found_under_the_correction(record: sqlite3.Connection) -> None:
    one = said.of_name(record, "Ana Kol", 1)[0]
    values = (one.id, 1, "Bo Lind", None, "Tarn", "", "doubts", "2026-05-09", "[]")
    record.execute("INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    found = said.of_name(record, "Bo Lind", 9)
    assert [(at.id, at.stance, at.day) for at in found] == [(one.id, "doubts", "2026-05-09")]
    record.execute("DELETE FROM corrections")
    assert said.of_name(record, "Bo Lind", 9) == []
    assert one in said.of_name(record, "Ana Kol", 9)


def test_what_is_shown_no_more_is_not_said(record: sqlite3.Connection) -> None:
    page = record.execute("SELECT page FROM finds").fetchone()[0]
    finds.finish(record, page, "better rules")
    assert said.counted(record, "Ana Kol") == 2
    assert record.execute("SELECT count(*) FROM listings").fetchone()[0] == 1
