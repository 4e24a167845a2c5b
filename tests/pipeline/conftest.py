"""A server, a clock and a record for each test that fetches."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.pipeline.follow import Watch
from onrecord.store.opening import open_record
from tests.fetch.server import FakeClock, Server
from tests.pipeline.newsstand import watch


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as one:
        yield one


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "fetched.db")) as conn:
        yield conn


@pytest.fixture
def at(record: sqlite3.Connection, clock: FakeClock) -> Watch:
    return watch(record, clock)
