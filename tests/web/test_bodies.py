"""What is sent has a bound and a deadline."""

from __future__ import annotations

import anyio
import pytest
from starlette.exceptions import HTTPException
from starlette.types import Message

from onrecord.web.bodies import Metered


def receive_all(parts: list[bytes], *, most: int, seconds: float = 5.0, drip: float = 0.0) -> list[Message]:
    waiting = list(parts)

    async def receive() -> Message:
        await anyio.sleep(drip)
        if not waiting:
            return {"type": "http.disconnect"}
        body = waiting.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(waiting)}

    async def run() -> list[Message]:
        metered = Metered(receive, most, seconds)
        return [await metered() for _ in range(len(parts) + 1)]

    return anyio.run(run)


def test_up_to_the_bound_all_comes_through() -> None:
    assert [one.get("body") for one in receive_all([b"ab", b"cd"], most=4)] == [b"ab", b"cd", None]


def test_one_byte_more_is_refused_whatever_was_declared() -> None:
    with pytest.raises(HTTPException) as refused:
        receive_all([b"ab", b"cd", b"e"], most=4)
    assert refused.value.status_code == 413


def test_what_drips_is_refused() -> None:
    with pytest.raises(HTTPException) as refused:
        receive_all([b"a"] * 50, most=100, seconds=0.1, drip=0.02)
    assert refused.value.status_code == 408


def test_the_end_of_the_connection_is_waited_for_without_a_deadline() -> None:
    assert receive_all([b"a"], most=1, seconds=0.2, drip=0.15)[-1] == {"type": "http.disconnect"}
