"""Looking over: in a process of its own, that can be taken down without harm."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from onrecord.config import Config
from onrecord.errors import UsageError
from onrecord.model import Capture, Reading, Rejected
from onrecord.read.inputs import Piece
from onrecord.web import looking
from onrecord.web.looking import Looking

PIECE = Piece("a.html", b"<p>words</p>")


def dies(
    name: str, data: bytes, digest: str, config: Config, *, capture: Capture | None = None
) -> Iterator[Reading | Rejected]:
    if data == b"die":
        os._exit(3)
    if data == b"sleep":
        time.sleep(60)
    yield Rejected(name, "articles", "as it is")


def test_what_takes_its_reader_down_is_refused_and_the_next_is_read() -> None:
    look = Looking(read=dies, page_seconds=5.0)
    try:
        [refused] = look.look(PIECE._replace(data=b"die"), Config()).results
        assert isinstance(refused, Rejected)
        assert "ended the process" in refused.reason
        [other] = look.look(PIECE, Config()).results
        assert isinstance(other, Rejected)
        assert other.reason == "as it is"
    finally:
        look.end()


def test_what_takes_too_long_is_given_up() -> None:
    look = Looking(read=dies, page_seconds=2.0)
    try:
        look.look(PIECE, Config())
        [refused] = look.look(PIECE._replace(data=b"sleep"), Config()).results
        assert isinstance(refused, Rejected)
        assert "took over 2 seconds" in refused.reason
    finally:
        look.end()


def test_too_many_who_wait_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "MOST_WAITING", 1)
    look = Looking(read=dies)
    assert look._places.acquire(blocking=False)
    with pytest.raises(UsageError, match="try again in a moment"):
        look.look(PIECE, Config())
