"""What is held waits an hour, for its sender only, and never grows past its bounds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.config import Config
from onrecord.errors import UsageError
from onrecord.model import Reader
from onrecord.pipeline.look_over import Found
from onrecord.read.inputs import Piece
from onrecord.web import holding
from onrecord.web.holding import Holding

ADA, BEN = Reader("ada", "editor", "session"), Reader("ben", "editor", "session")
NOTHING = Found(())


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def held() -> Iterator[Holding]:
    made = Holding()
    yield made
    made.end()


def put(held: Holding, reader: Reader, data: bytes = b"words") -> str:
    return held.put(reader, Piece("a.html", data), NOTHING, Config())


def test_it_is_its_senders_and_given_back_once(held: Holding) -> None:
    id_ = put(held, ADA, b"the very bytes")
    assert held.get(BEN, id_) is None
    assert held.take(BEN, id_) is None
    assert held.get(ADA, id_) is not None
    taken = held.take(ADA, id_)
    assert taken is not None
    assert taken[1].data == b"the very bytes"
    assert taken[0].data.closed
    assert held.take(ADA, id_) is None


def test_after_an_hour_it_is_gone() -> None:
    clock = Clock()
    held = Holding(clock=clock)
    id_ = put(held, ADA)
    clock.now = holding.SECONDS - 1
    one = held.get(ADA, id_)
    assert one is not None
    clock.now = holding.SECONDS
    assert held.get(ADA, id_) is None
    assert one.data.closed


def test_the_oldest_of_the_same_person_gives_way(held: Holding) -> None:
    of_ben = put(held, BEN)
    ids = [put(held, ADA) for _ in range(holding.MOST_OF_ONE + 2)]
    assert [held.get(ADA, one) is not None for one in ids] == [False, False] + [True] * holding.MOST_OF_ONE
    assert held.get(BEN, of_ben) is not None


def test_others_are_told_when_it_is_full(held: Holding, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "MOST_BYTES", 10)
    id_ = put(held, ADA, b"123456")
    with pytest.raises(UsageError, match="try again in a few minutes"):
        put(held, BEN, b"123456")
    assert held.get(ADA, id_) is not None
    put(held, ADA, b"1234")


def test_nothing_of_it_has_a_name_on_the_disk(held: Holding) -> None:
    one = held.get(ADA, put(held, ADA))
    assert one is not None
    assert not isinstance(one.data.name, str)
