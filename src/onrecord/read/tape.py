"""A stream that can be looked ahead in and put back into, whatever it is read from; never much of it in memory."""

from __future__ import annotations

import re
from typing import Protocol

CHUNK = 65_536
BLANK_LINES = re.compile(rb"(?:[ \t\r\v\f]*+\n)++")


class Stream(Protocol):
    """Anything with bytes to read, in order; b"" at its end."""

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes; fewer only at the end or where no more are at hand."""


class Tape:
    """A stream, looked ahead in. ``broken``: why the stream ended before its time, where it did."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.ahead = b""
        self.at = 0
        self.taken = 0

    @property
    def position(self) -> int:
        """How many bytes of the stream were read."""
        return self.taken - len(self.ahead) + self.at

    @property
    def broken(self) -> str | None:
        """The reason, in words; None for a stream that is whole so far."""
        reason: str | None = getattr(self.stream, "broken", None)
        return reason

    def peek(self, size: int) -> bytes:
        """The next ``size`` bytes, fewer only at the end; they stay to be read."""
        while len(self.ahead) - self.at < size and self._more():
            pass
        return self.ahead[self.at : self.at + size]

    def read(self, size: int) -> bytes:
        """Exactly ``size`` bytes, fewer only at the end."""
        parts = []
        while size > 0 and (self.at < len(self.ahead) or self._more()):
            parts.append(self.ahead[self.at : self.at + size])
            self.at += len(parts[-1])
            size -= len(parts[-1])
        return b"".join(parts)

    def readline(self, size: int) -> bytes:
        """A line with its end, or ``size`` bytes of it."""
        parts = []
        while size > 0 and (self.at < len(self.ahead) or self._more()):
            end = self.ahead.find(b"\n", self.at, self.at + size) + 1
            parts.append(self.ahead[self.at : end or self.at + size])
            self.at += len(parts[-1])
            size -= len(parts[-1])
            if end:
                break
        return b"".join(parts)

    def read_to(self, mark: bytes) -> bytes:
        """Bytes before the next ``mark``, all or some of them; b"" where it begins right here, and at the end."""
        while (end := self.ahead.find(mark, self.at)) < 0:
            end = len(self.ahead) - len(mark) + 1
            if end > self.at:
                break
            if not self._more():
                end = len(self.ahead)
                break
        data = self.ahead[self.at : end]
        self.at = end
        return data

    def skip_blank_lines(self) -> int:
        """Passes over blank lines, millions of them in no time; how many. One may be left for ``readline``."""
        count = 0
        while self.at < len(self.ahead) or self._more():
            blank = BLANK_LINES.match(self.ahead, self.at)
            if not blank:
                break
            count += self.ahead.count(b"\n", self.at, blank.end())
            self.at = blank.end()
        return count

    def skip(self, size: int) -> int:
        """How many of ``size`` bytes there were to be passed over."""
        left = size
        while left > 0 and (self.at < len(self.ahead) or self._more()):
            step = min(left, len(self.ahead) - self.at)
            self.at += step
            left -= step
        return size - left

    def skip_to(self, mark: bytes) -> bool:
        """Goes to where ``mark`` begins; False, at the end, where it does not come any more."""
        while True:
            found = self.ahead.find(mark, self.at)
            if found >= 0:
                self.at = found
                return True
            self.at = max(self.at, len(self.ahead) - len(mark) + 1)
            if not self._more():
                self.at = len(self.ahead)
                return False

    def put_back(self, data: bytes) -> None:
        """The next to be read, before what else is to come."""
        before = self.at - len(data)
        if before >= 0 and self.ahead.startswith(data, before):
            self.at = before
        else:
            self.ahead, self.at = data + self.ahead[self.at :], 0

    def drop(self) -> None:
        """Forgets what was looked at and not read."""
        self.ahead, self.at = b"", 0

    def _more(self) -> bool:
        data = self.stream.read(CHUNK)
        self.taken += len(data)
        self.ahead, self.at = self.ahead[self.at :] + data, 0
        return bool(data)
