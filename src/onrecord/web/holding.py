"""What people handed in and have not said yet whether to keep: held for an hour, each for whoever sent it."""

from __future__ import annotations

import secrets
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from onrecord.config import Config
from onrecord.errors import UsageError
from onrecord.model import Reader
from onrecord.pipeline.look_over import Found
from onrecord.read.inputs import Piece

SECONDS = 3_600.0
MOST = 40  # things held, of everybody
MOST_OF_ONE = 6  # of one person: the one sent first gives way
MOST_BYTES = 200_000_000
FULL = "others have much waiting to be kept; try again in a few minutes"


@dataclass(frozen=True, slots=True)
class Held:
    """Something sent, what was found in it, and with which settings. ``data``: a file without a name."""

    id: str
    who: tuple[str, str]
    sent: Piece
    size: int
    data: IO[bytes]
    found: Found
    config: Config
    until: float

    def whole(self) -> Piece:
        """What was sent, with its bytes."""
        self.data.seek(0)
        return self.sent._replace(data=self.data.read())


class Holding:
    """Holds what was sent in files that have no name, so that they are gone with the desk, however it ends."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._held: dict[str, Held] = {}

    def put(self, reader: Reader, sent: Piece, found: Found, config: Config) -> str:
        """Holds it; its id, which nobody can guess. Raises UsageError where too much is held for others."""
        file = tempfile.TemporaryFile()  # noqa: SIM115  (open as long as it is held)
        file.write(sent.data)
        id_, size, until = secrets.token_urlsafe(12), len(sent.data), self._clock() + SECONDS
        one = Held(id_, _who(reader), sent._replace(data=b""), size, file, found, config, until)
        with self._lock:
            self._forget()
            own = [each for each in self._held.values() if each.who == one.who]
            for each in own[: max(0, len(own) - MOST_OF_ONE + 1)]:
                self._drop(each.id)
            if len(self._held) >= MOST or sum(each.size for each in self._held.values()) + size > MOST_BYTES:
                file.close()
                raise UsageError(FULL)
            self._held[id_] = one
        return id_

    def get(self, reader: Reader, id_: str) -> Held | None:
        """What this person sent; None where they did not, or it is gone."""
        with self._lock:
            self._forget()
            one = self._held.get(id_)
            return one if one and one.who == _who(reader) else None

    def take(self, reader: Reader, id_: str) -> tuple[Held, Piece] | None:
        """The same with its bytes, held no more: of two who ask at once, one gets it."""
        with self._lock:
            self._forget()
            one = self._held.get(id_)
            if one is None or one.who != _who(reader):
                return None
            with suppress(OSError):
                whole = one.whole()
                self._drop(id_)
                return one, whole
            return None

    def end(self) -> None:
        """Holds nothing any more."""
        with self._lock:
            for id_ in list(self._held):
                self._drop(id_)

    def _forget(self) -> None:
        now = self._clock()
        for one in [each for each in self._held.values() if each.until <= now]:
            self._drop(one.id)

    def _drop(self, id_: str) -> None:
        self._held.pop(id_).data.close()


def _who(reader: Reader) -> tuple[str, str]:
    return reader.name, reader.way
