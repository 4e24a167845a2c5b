"""Records to look at and to break."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.store.opening import open_record
from tests.store.gold_record import keep_gold


@pytest.fixture(scope="session")
def gold_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of newsroom A's gold, made once."""
    path = tmp_path_factory.mktemp("gold") / "record.db"
    conn = open_record(path)
    keep_gold(conn)
    conn.close()
    return path


@pytest.fixture
def record(gold_file: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A copy of it, to change at will."""
    path = tmp_path / "record.db"
    path.write_bytes(gold_file.read_bytes())
    conn = open_record(path)
    yield conn
    conn.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A record with nothing in it."""
    conn = open_record(tmp_path / "empty.db")
    yield conn
    conn.close()
