"""From a stream to its pieces: those of an archive, the rows of JSON Lines, or all of it as one. One way for files,
standard input, entries of archives, and bytes at hand."""

from __future__ import annotations

import io
from collections.abc import Iterator
from types import ModuleType
from typing import IO, TypeVar

from onrecord.model import Rejected
from onrecord.read import gz, jsonl, mbox, warc, zips
from onrecord.read.source import Piece
from onrecord.read.tape import Stream, Tape

HEAD = 4096
# Archives that come record by record; zip is apart, since its entries may be archives again.
ARCHIVES: tuple[ModuleType, ...] = (warc, mbox)
DEEPEST = 2

Found = TypeVar("Found", Piece | Rejected, zips.Entry | Rejected)


def is_archive(data: bytes, name: str) -> bool:
    """True for an archive by its first bytes, gzipped or not."""
    tape = Tape(io.BytesIO(data))
    head = (Tape(gz.Members(tape)) if gz.accepts(data) else tape).peek(HEAD)
    return zips.accepts(head, name) or any(archive.accepts(head, name) for archive in ARCHIVES)


def pieces(name: str, stream: Stream, max_bytes: int, *, depth: int = 0) -> Iterator[Piece | Rejected]:
    """What is in ``stream``, in order. Never more in memory than ``max_bytes`` + 1 bytes of a page and some headers."""
    tape = Tape(stream)
    if not gz.accepts(tape.peek(len(gz.MAGIC))):
        yield from _plain(name, tape, max_bytes, depth, _file_of(tape))
        return
    yield from _plain(name, Tape(gz.Members(tape)), max_bytes, depth, None)


def _plain(name: str, tape: Tape, max_bytes: int, depth: int, file: IO[bytes] | None) -> Iterator[Piece | Rejected]:
    head, plain_name = tape.peek(HEAD), gz.plain_name(name).lower()
    if zips.accepts(head, plain_name):
        yield from _inside(name, tape, max_bytes, depth, file)
        return
    archive = next((one for one in ARCHIVES if one.accepts(head, plain_name)), None)
    if archive:
        yield from _some(name, archive.pieces(name, tape, max_bytes), "archive without pages")
    elif jsonl.accepts(_first_line(head), plain_name):
        yield from _some(name, _rows(name, tape, max_bytes), "empty file")
    else:
        data = tape.read(max_bytes + 1)
        yield Rejected(name, "read", tape.broken) if tape.broken else Piece(name, data)


def _inside(name: str, tape: Tape, max_bytes: int, depth: int, file: IO[bytes] | None) -> Iterator[Piece | Rejected]:
    if depth >= DEEPEST:
        yield Rejected(name, "read", "zip archive inside two others: unpack it first")
        return
    for one in _some(name, zips.entries(name, tape, file), "archive without pages"):
        if isinstance(one, Rejected):
            yield one
        else:
            yield from pieces(one.name, one.stream, max_bytes, depth=depth + 1)


def _rows(name: str, tape: Tape, max_bytes: int) -> Iterator[Piece | Rejected]:
    line = 1 + tape.skip_blank_lines()
    whole = True  # False in the rest of a line that is too long
    while part := tape.readline(max_bytes + 1):
        if whole and part.strip():
            yield Piece(name, jsonl.Row.at(line, part))
        whole = part.endswith(b"\n")
        line += whole + (tape.skip_blank_lines() if whole else 0)
    if tape.broken:
        yield Rejected(name, "read", tape.broken)


def _some(name: str, found: Iterator[Found], nothing: str) -> Iterator[Found | Rejected]:
    """What was found; where that is nothing at all, a refusal that says so."""
    none = True
    for one in found:
        none = False
        yield one
    if none:
        yield Rejected(name, "read", nothing)


def _first_line(head: bytes) -> bytes:
    return head[: head.find(b"\n") + 1 or len(head)]


def _file_of(tape: Tape) -> IO[bytes] | None:
    """What the tape reads, where going to any place of it costs nothing."""
    stream = tape.stream
    return stream if isinstance(stream, io.BufferedReader | io.BytesIO) and stream.seekable() else None
