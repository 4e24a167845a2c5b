"""Settling behind the desk."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from onrecord.store.opening import open_record
from onrecord.web import settler
from onrecord.web.settler import Settler


def test_what_is_asked_for_meanwhile_is_one_settling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = tmp_path / "a.db"
    open_record(record).close()
    begun, go, times = threading.Event(), threading.Event(), []

    def settled(conn: object) -> bool:
        times.append(conn)
        begun.set()
        assert go.wait(10)
        return True

    monkeypatch.setattr(settler, "settle_record", settled)
    desk = Settler(record)
    first = desk.soon()
    assert begun.wait(10)
    later = [desk.soon() for _ in range(5)]
    assert desk.busy
    go.set()
    for one in (first, *later):
        one.result(10)
    assert len(times) == 2, "the one that ran, and one for all that came meanwhile"
    assert not desk.busy


def test_a_failure_is_told_and_the_next_goes_on(tmp_path: Path) -> None:
    record = tmp_path / "a.db"
    desk = Settler(record)
    with pytest.raises(Exception, match="there is none"):
        desk.soon().result(10)
    open_record(record).close()
    desk.soon().result(10)
