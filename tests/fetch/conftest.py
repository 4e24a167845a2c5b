"""A server for each test, and a clock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fetch.server import FakeClock, Server


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as one:
        yield one


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()
