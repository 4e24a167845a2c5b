"""An HTTP answer as archives keep it: its status, its headers, and its content with all packing undone."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli

from onrecord.read.tape import Tape

MOST_HEADERS, MOST_VALUE, MOST_LINE, MOST_BYTES = 100, 2000, 65_536, 300_000
MOST_ENCODINGS = 3
STATUS = re.compile(rb"HTTP/\d(?:\.\d)? {1,3}(\d{3})(?!\d)")
CHUNK_SIZE = re.compile(rb"[ \t]{0,8}([0-9A-Fa-f]{1,12})[ \t]{0,8}(?:;[^\r\n]{0,500})?\r?\n")

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The beginning of an answer."""

    status: int
    headers: Headers

    def header(self, name: str) -> str:
        """The value of a header by its name in lower case, "" where there is none."""
        return next((value for one, value in self.headers if one == name), "")


def begun(block: Tape) -> Answer | None:
    """The status and headers at the beginning of a block, which is read up to its content; None where it has none."""
    status = STATUS.match(block.peek(20))
    if not status:
        return None
    block.readline(MOST_LINE)
    return Answer(int(status.group(1)), headers_of(block))


def headers_of(block: Tape, *, most: int = MOST_HEADERS) -> Headers:
    """(name, value) of the lines up to the first empty one, names in lower case; a line that goes on is one line.

    Of endless headers only the beginning is read: what is behind it counts as content.
    """
    found: list[tuple[str, str]] = []
    left = MOST_BYTES
    while left > 0 and (line := block.readline(MOST_LINE)).strip():
        left -= len(line)
        name, colon, value = text(line).partition(":")
        if line[:1] in (b" ", b"\t") and found:
            if len(found[-1][1]) < MOST_VALUE:
                found[-1] = (found[-1][0], f"{found[-1][1]} {text(line)}"[:MOST_VALUE])
        elif colon and len(found) < most:
            found.append((name.strip().lower()[:MOST_VALUE], value.strip()[:MOST_VALUE]))
    return tuple(found)


def text(line: bytes) -> str:
    """A line of a header. Most are ASCII; some archives write UTF-8, older servers Latin-1."""
    line = line[: MOST_VALUE + 200].strip()
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def content(data: bytes, answer: Answer, most: int) -> bytes | str:
    """``data`` with chunks joined and unpacked, at most ``most`` + 1 bytes; or in words why that cannot be done.

    Many archives undo the packing and leave its header: what does not look packed is taken as it is.
    """
    if "chunked" in answer.header("transfer-encoding").lower():
        joined = _joined(data)
        if joined is None:
            return "cut off: its last chunk is missing"
        data = joined
    names = [one.strip().lower() for one in answer.header("content-encoding").split(",")]
    for name in [one for one in reversed(names) if one not in ("", "identity")][:MOST_ENCODINGS]:
        unpack = UNPACKERS.get(name)
        plain = unpack(data, most) if unpack else None
        if plain is None:
            return f"damaged where it is packed with {name}" if unpack else f"packed in a way not read: {name[:30]}"
        data = plain
    return data


def _joined(data: bytes) -> bytes | None:
    """The chunks in one; the data itself where they were joined before; None where the last is missing."""
    size = CHUNK_SIZE.match(data)
    if not size:
        return data
    joined = bytearray()
    while size:
        length = int(size.group(1), 16)
        if length == 0:
            return bytes(joined)
        joined += data[size.end() : size.end() + length]
        at = size.end() + length
        size = CHUNK_SIZE.match(data, at + (2 if data[at : at + 2] == b"\r\n" else data[at : at + 1] == b"\n"))
    return None


def _gunzipped(data: bytes, most: int) -> bytes | None:
    return _inflated(data, 31, most) if data.startswith(b"\x1f\x8b") else data


def _deflated(data: bytes, most: int) -> bytes | None:
    """Some servers send what the standard says (zlib), some bare deflate."""
    for kind in (15, -15):
        if (plain := _inflated(data, kind, most)) is not None:
            return plain
    return None if data[:1] == b"\x78" else data


def _inflated(data: bytes, kind: int, most: int) -> bytes | None:
    member = zlib.decompressobj(kind)
    try:
        plain = member.decompress(data, most + 1)
    except zlib.error:
        return None
    return plain if member.eof or len(plain) > most else None


def _brotli(data: bytes, most: int) -> bytes | None:
    """Brotli has no mark of its own: what begins like markup was unpacked before."""
    if data.lstrip()[:1] == b"<":
        return data
    member = brotli.Decompressor()
    parts: list[bytes] = []
    left = most + 1
    try:
        parts.append(member.process(data, output_buffer_limit=left))
        while parts[-1] and (left := left - len(parts[-1])) > 0 and not member.is_finished():
            parts.append(member.process(b"", output_buffer_limit=left))
    except brotli.error:
        return None
    return b"".join(parts) if left <= 0 or member.is_finished() else None


UNPACKERS: dict[str, Callable[[bytes, int], bytes | None]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _deflated,
    "br": _brotli,
}
