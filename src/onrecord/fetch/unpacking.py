"""Bodies that come packed, unpacked no further than a bound."""

from __future__ import annotations

import zlib

from onrecord.fetch.answers import FetchError

ACCEPTED = "gzip, deflate"
_PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 47}
_RAW = -15


class Unpacker:
    """Takes the bytes of a body as they come. Raises FetchError where they are damaged, or more than ``most``."""

    def __init__(self, encoding: str, most: int) -> None:
        name = encoding.strip().lower()
        if name not in ("", "identity", *_PACKED):
            raise FetchError(f"packed in a way that was not asked for: {name[:40]}")
        self.wbits = _PACKED.get(name)
        self.packed = zlib.decompressobj(self.wbits) if self.wbits else None
        self.most = most
        self.begun = False
        self.parts: list[bytes] = []
        self.size = 0

    def feed(self, data: bytes) -> None:
        """The next bytes."""
        while data and self.packed:
            plain = self._unpacked(data)
            self._keep(plain)
            data = self.packed.unused_data
            if data:  # another member of the same file
                self.packed = zlib.decompressobj(self.wbits or 0)
        self._keep(data)

    def whole(self) -> bytes:
        """All of it, at the end."""
        if self.packed and self.begun and not self.packed.eof:
            raise FetchError("the packed body is damaged", retry="again")
        return b"".join(self.parts)

    def begun_with(self) -> bytes:
        """The first ``most`` bytes of a body that has more."""
        return b"".join(self.parts)[: self.most]

    def _unpacked(self, data: bytes) -> bytes:
        assert self.packed is not None
        room = self.most - self.size + 1
        try:
            plain = self.packed.decompress(data, room)
        except zlib.error as error:
            if self.begun or self.wbits != _PACKED["deflate"]:
                raise FetchError("the packed body is damaged", retry="again") from error
            self.wbits = _RAW  # some servers take "deflate" by its word and leave the wrapping out
            self.packed, self.begun = zlib.decompressobj(_RAW), True
            return self._unpacked(data)
        self.begun = True
        return plain

    def _keep(self, plain: bytes) -> None:
        self.size += len(plain)
        if plain:
            self.parts.append(plain)
        if self.size > self.most:
            raise FetchError(f"too large: over {self.most:,} bytes")
