"""Gzip: unpacked as far as it is read and no further, whatever the file claims to hold."""

from __future__ import annotations

import io
import re
import zlib

from onrecord.read.tape import Tape

MAGIC = b"\x1f\x8b"
CHUNK = 16_384
MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
DAMAGED = "damaged gzip file"
MOST_RESUMED = 1000
# Deflate reaches 1032 to 1 on nothing but one byte; markup stays far below this.
MOST_RATIO, FREE = 300, 100_000_000


def accepts(data: bytes) -> bool:
    """True for gzip by its first bytes."""
    return data.startswith(MAGIC)


class Members:
    """The content of gzip members, one after another. Reading ends, with a reason, where one is damaged."""

    def __init__(self, packed: Tape) -> None:
        self.packed = packed
        self.reason: str | None = None
        self.total = 0
        self.verified = 0  # how many bytes were of members whose checksum was right
        self.resumed = 0
        self.ended = False
        self._begin()

    @property
    def broken(self) -> str | None:
        """Why no more is read."""
        return self.reason and (self.packed.broken or self.reason)

    def read(self, size: int) -> bytes:
        """At most ``size`` bytes of one member; b"" at the end of the last, and at damage."""
        while self.reason is None and not self.ended and not (self.member.eof and not self._next()):
            if data := self._step(size):
                return data
        return b""

    def resume(self) -> bool:
        """After damage: True where another member begins further on; it is read next."""
        while self.reason and self.resumed < MOST_RESUMED and self.packed.skip_to(MAGIC):
            if MEMBER.match(self.packed.peek(4)):
                self.resumed += 1
                self.reason = None
                self._begin()
                return True
            self.packed.skip(1)
        return False

    def _begin(self) -> None:
        self.member = zlib.decompressobj(31)
        self.taken = self.given = 0

    def _next(self) -> bool:
        self.verified = self.total
        self._begin()
        while (head := self.packed.peek(CHUNK)) and not head.strip(b"\x00"):
            self.packed.skip(len(head))  # padding
        self.packed.skip(len(head) - len(head.lstrip(b"\x00")))
        if head and not accepts(head.lstrip(b"\x00")):
            self.reason = DAMAGED
        self.ended = not head
        return not self.ended and self.reason is None

    def _step(self, size: int) -> bytes:
        data = self.packed.read(CHUNK)
        try:
            found = self.member.decompress(data, size)
        except zlib.error:
            # Where in these bytes the damage is cannot be told: the next member may begin in them.
            self.packed.put_back(data if self.taken else data[1:])
            self.reason = DAMAGED
            return b""
        left = self.member.unused_data or self.member.unconsumed_tail
        self.packed.put_back(left)
        self.taken += len(data) - len(left)
        self.given += len(found)
        self.total += len(found)
        if self.given > FREE + MOST_RATIO * self.taken:
            self.reason = "unpacks to far more than a page or archive would"
        elif not data and not found and not self.member.eof:
            self.reason = DAMAGED
        return found


def unpacked(data: bytes, most: int) -> bytes:
    """At most ``most`` + 1 bytes of the content. Raises zlib.error where the file is damaged."""
    tape = Tape(Members(Tape(io.BytesIO(data))))
    content = tape.read(most + 1)
    if tape.broken:
        raise zlib.error(tape.broken)
    return content


def plain_name(name: str) -> str:
    """The name without .gz."""
    return name[:-3] if name.lower().endswith(".gz") else name


def plain(data: bytes, most: int) -> bytes:
    """``data`` unpacked where it is gzip, as ``unpacked`` does; nothing where it is damaged."""
    try:
        return unpacked(data, most) if accepts(data) else data
    except zlib.error:
        return b""
