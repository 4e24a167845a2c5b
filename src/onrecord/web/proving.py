"""Pass phrases proved, in threads, at most two at once: each takes 19 MiB, and a flood must not take all there is."""

from __future__ import annotations

from collections.abc import Callable

import anyio
from anyio import CapacityLimiter, to_thread

from onrecord.errors import OnrecordError
from onrecord.pipeline.signing_in import Proof
from onrecord.web.throttle import Throttle, Try

AT_ONCE = 2
MOST_WAITING = 100


class TooOften(OnrecordError):  # noqa: N818  (an answer, not a fault)
    """Too many tries."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = max(1, round(seconds + 0.5))


class Proving:
    """Proves pass phrases of one desk."""

    def __init__(self) -> None:
        self.throttle = Throttle()
        self._limiter = CapacityLimiter(AT_ONCE)
        self._waiting = 0

    async def prove(self, one: Try, look: Callable[[], Proof | None]) -> Proof | None:
        """What ``look`` finds, in its turn. Raises TooOften where it is not this one's turn at all."""
        wait = self.throttle.wait(one)
        if wait > 0:
            raise TooOften(wait)
        if self._waiting >= MOST_WAITING and not one.known:
            raise TooOften(5)
        # Counted before it is known to be wrong: a thousand sent at once are a thousand, not one.
        pause = self.throttle.begin(one)
        self._waiting += 1
        try:
            await anyio.sleep(pause)
            proof = await to_thread.run_sync(look, limiter=self._limiter)
        finally:
            self._waiting -= 1
        if proof is not None:
            self.throttle.succeeded(one)
        return proof
