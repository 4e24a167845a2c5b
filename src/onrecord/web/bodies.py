"""How much may be sent, and in what time."""

from __future__ import annotations

import anyio
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

FORM = 1_000_000  # bytes
UPLOAD = 20_000_000
FORM_SECONDS = 30.0
UPLOAD_SECONDS = 180.0


class Metered:
    """Receives what is sent, up to ``most`` bytes and until ``seconds`` have passed; then HTTPException 413 or 408.

    Once all has come there is no deadline any more: whoever goes on receiving waits for the end of the connection.
    """

    def __init__(self, receive: Receive, most: int, seconds: float) -> None:
        self._receive = receive
        self._left = most
        self._seconds = seconds
        self._until: float | None = None
        self._done = False

    async def __call__(self) -> Message:
        if self._done:
            return await self._receive()
        if self._until is None:
            self._until = anyio.current_time() + self._seconds
        try:
            with anyio.fail_after(max(0.0, self._until - anyio.current_time())):
                message = await self._receive()
        except TimeoutError as error:
            self._done = True
            raise HTTPException(408, headers={"connection": "close"}) from error
        self._done = message["type"] != "http.request" or not message.get("more_body", False)
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            self._done = True
            raise HTTPException(413, headers={"connection": "close"})
        return message
