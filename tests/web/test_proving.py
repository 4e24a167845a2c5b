"""At most two pass phrases are verified at once, tries are counted before they are known to be wrong."""

from __future__ import annotations

import threading
import time

import anyio
import pytest

from onrecord.web import proving
from onrecord.web.proving import AT_ONCE, Proving, TooOften
from onrecord.web.throttle import PAIR, Try


def test_two_at_once_and_no_more() -> None:
    at_once, most, lock = 0, 0, threading.Lock()

    def look() -> None:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        time.sleep(0.02)
        with lock:
            at_once -= 1

    async def all_of_them() -> None:
        own = Proving()
        async with anyio.create_task_group() as tasks:
            for n in range(12):
                tasks.start_soon(own.prove, Try(f"name {n}", f"192.0.2.{n}"), look)

    anyio.run(all_of_them)
    assert most == AT_ONCE


def test_many_sent_at_once_are_many_tries() -> None:
    looked: list[int] = []
    refused: list[int] = []

    async def one_try(own: Proving) -> None:
        try:
            await own.prove(Try("ada", "198.51.100.7"), lambda: looked.append(1))
        except TooOften as error:
            refused.append(error.seconds)

    async def all_of_them() -> None:
        own = Proving()
        async with anyio.create_task_group() as tasks:
            for _ in range(30):
                tasks.start_soon(one_try, own)

    anyio.run(all_of_them)
    assert len(looked) == PAIR.free + 1
    assert len(refused) == 30 - len(looked)
    assert set(refused) <= {2, 3}


def test_a_queue_has_an_end_but_not_for_a_browser_from_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proving, "MOST_WAITING", 0)

    async def tried(known: str) -> None:
        await Proving().prove(Try("ada", "192.0.2.7", known), lambda: None)

    with pytest.raises(TooOften):
        anyio.run(tried, "")
    anyio.run(tried, "a browser from before")
