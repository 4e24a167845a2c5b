"""From what the user typed to bytes: files, gzip, folders walked in order, "-". One input in memory at a time."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from gzip import GzipFile
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple

from onrecord.config import MAX_PAGE_BYTES
from onrecord.model import Capture, Rejected
from onrecord.read import gz, jsonl

HIDDEN = (".", "__MACOSX")


class Piece(NamedTuple):
    """The bytes of one input, or of one record of an archive, under the name that the user gave."""

    name: str
    data: bytes
    capture: Capture | None = None


def walk(inputs: Sequence[str], stdin: BinaryIO, *, max_bytes: int = MAX_PAGE_BYTES) -> Iterator[Piece | Rejected]:
    """The bytes of every input; of JSON Lines every row alone, so that a corpus of any size streams.

    At most ``max_bytes`` + 1 bytes of an input are read: enough for ``read_bytes`` to see that it is too large.
    """
    for one in inputs:
        if one == "-":
            yield from _pieces("-", stdin, max_bytes)
        elif not one:
            yield Rejected(one, "read", "empty name: no file or folder is called that")
        elif one.startswith(("http://", "https://")):
            yield Rejected(
                one, "read", "fetching from the network is not there yet: save the page and give the file", one
            )
        else:
            yield from _path(Path(one), max_bytes, set())


def _path(path: Path, max_bytes: int, walked: set[Path]) -> Iterator[Piece | Rejected]:
    """``walked``: the real folders of this input so far; a link back to one of them leads nowhere new."""
    try:
        if path.is_dir():
            real = path.resolve()
            inside = [] if real in walked else sorted(path.iterdir())
            walked.add(real)
            for inner in inside:
                if not inner.name.startswith(HIDDEN):
                    yield from _path(inner, max_bytes, walked)
        elif path.is_file():
            with path.open("rb") as stream:
                yield from _pieces(str(path), stream, max_bytes)
        else:
            yield Rejected(str(path), "read", "no regular file" if path.exists() else "no such file or folder")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "damaged file or name"
        yield Rejected(str(path), "read", f"cannot be read: {why.lower()}")


def _pieces(name: str, stream: IO[bytes], max_bytes: int) -> Iterator[Piece | Rejected]:
    head = stream.read(len(gz.MAGIC))
    packed = gz.accepts(head) and stream.seekable()
    if packed:
        stream.seek(0)
    try:
        yield from _unpacked(name, gz.opened(stream) if packed else stream, b"" if packed else head, max_bytes)
    except (EOFError, zlib.error):
        yield Rejected(name, "read", "damaged gzip file")


def _unpacked(name: str, stream: IO[bytes] | GzipFile, head: bytes, max_bytes: int) -> Iterator[Piece]:
    first = head + stream.readline(max(0, max_bytes + 1 - len(head)))
    if not jsonl.accepts(first[:4096], gz.plain_name(name).lower()):
        yield Piece(name, first + stream.read(max(0, max_bytes + 1 - len(first))))
        return
    yield from _rows(name, stream, first, max_bytes)


def _rows(name: str, stream: IO[bytes] | GzipFile, first: bytes, max_bytes: int) -> Iterator[Piece]:
    line, part = 1, first
    whole = True  # False in the rest of a line that is too long
    while part:
        if whole and part.strip():
            yield Piece(name, jsonl.Row.at(line, part))
        whole = part.endswith(b"\n")
        line += whole
        part = stream.readline(max_bytes + 1)
