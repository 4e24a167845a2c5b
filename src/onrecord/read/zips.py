"""Zip: its entries one by one, as they would be read from a folder. No path of an archive is ever written to disk.

Archives come from strangers, so everything is bounded: entries, the size of their list, what one entry and all of
them may unpack to. Only stored and deflated entries are read: other ways of packing take memory as their author says.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, NamedTuple

from onrecord.model import Rejected
from onrecord.read import wacz
from onrecord.read.source import Names
from onrecord.read.tape import CHUNK, Tape

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
HIDDEN = (".", "__MACOSX")
MOST_ENTRIES = 100_000
MOST_LIST_BYTES = 16_000_000
MOST_UNPACKED = 100_000_000_000
# Deflate reaches 1032 to 1 on nothing but one byte; markup stays far below this.
MOST_RATIO, FREE, FREE_IN_ALL = 200, 2_000_000, 100_000_000
MOST_SPOOLED = 4_000_000_000
IN_MEMORY = 20_000_000
READ_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, struct.error, OverflowError)
# Documents that are zips inside, by an entry that each of them has.
DOCUMENTS = (
    ("[Content_Types].xml", "office document"),
    ("META-INF/manifest.xml", "office document"),
    ("META-INF/container.xml", "e-book"),
    ("META-INF/MANIFEST.MF", "program"),
)


class Entry(NamedTuple):
    """A file inside an archive, to be looked into in its turn."""

    name: str
    stream: Unpacked


class Budget:
    """What all entries of an archive may still unpack to."""

    def __init__(self, left: int) -> None:
        self.left = left


class Unpacked:
    """The content of an entry. Reading ends, with a reason, where it is damaged or grows beyond all bounds."""

    def __init__(self, stream: IO[bytes], packed: int, budget: Budget) -> None:
        self.stream = stream
        self.most = FREE + MOST_RATIO * packed
        self.budget = budget
        self.given = 0
        self.broken: str | None = None

    def read(self, size: int) -> bytes:
        """At most ``size`` bytes."""
        if self.broken:
            return b""
        try:
            data = self.stream.read(size)
        except FAULTS:
            self.broken = "damaged where it is packed in its archive"
            return b""
        self.given += len(data)
        self.budget.left -= len(data)
        if self.given > self.most:
            self.broken = "unpacks to far more than a page or archive would"
        elif self.budget.left < 0:
            self.broken = "its archive unpacks to far more than its size"
        return data


class Bounded:
    """A file that refuses to be read in at once: where the list of its entries is too long for memory."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        """As a file's read."""
        if size > MOST_LIST_BYTES:
            raise zipfile.BadZipFile("list of entries too long")
        return self.file.read(size)


def accepts(head: bytes, name: str) -> bool:
    """True for zip by its first bytes."""
    return head.startswith(MAGIC)


def entries(name: str, tape: Tape, file: IO[bytes] | None) -> Iterator[Entry | Rejected]:
    """The entries in the order of the archive, without hidden ones; refusals in their place.

    ``file``: what the tape reads, where that can be read from any place; else a copy is made, under no name.
    """
    with SpooledTemporaryFile(max_size=IN_MEMORY) as copy:
        if file is None and not _copied(tape, copy):
            yield Rejected(name, "read", tape.broken or f"zip archive too large for here: over {MOST_SPOOLED:,} bytes")
            return
        try:
            bounded = Bounded(copy if file is None else file)
            size = bounded.seek(0, 2)
            archive = zipfile.ZipFile(bounded)
        except (*FAULTS, NotImplementedError) as error:
            long = "too long" in str(error)
            yield Rejected(name, "read", "zip archive with too many entries" if long else "damaged zip archive")
            return
        with archive:
            yield from _entries(name, archive, size)


def _entries(name: str, archive: zipfile.ZipFile, size: int) -> Iterator[Entry | Rejected]:
    found = [one for one in archive.infolist() if not one.is_dir() and not _is_hidden(one.filename)]
    inside = {one.filename for one in found}
    kind = next((kind for mark, kind in DOCUMENTS if mark in inside), None)
    if kind or not found:
        yield Rejected(name, "read", f"{kind}: not read" if kind else "zip archive without files")
        return
    files = [one for one in found if wacz.is_warc(one.filename)] if wacz.accepts(inside) else found
    names, budget = Names(name), Budget(min(MOST_UNPACKED, FREE_IN_ALL + MOST_RATIO * size))
    for number, one in enumerate(files[:MOST_ENTRIES], 1):
        yield _entry(archive, one, names.name(one.filename, number), budget)
        if budget.left < 0:
            yield Rejected(name, "read", "zip archive that unpacks to far more than its size: the rest is not read")
            return
    if len(files) > MOST_ENTRIES:
        more = len(files) - MOST_ENTRIES
        yield Rejected(name, "read", f"{more:,} files beyond the first {MOST_ENTRIES:,} are not read")


def _entry(archive: zipfile.ZipFile, one: zipfile.ZipInfo, name: str, budget: Budget) -> Entry | Rejected:
    if one.flag_bits & 0x41:
        return Rejected(name, "read", "encrypted: unpack it with its password first")
    if one.compress_type not in READ_WAYS:
        return Rejected(name, "read", "packed in a way not read: pack it again as an ordinary zip")
    try:
        return Entry(name, Unpacked(archive.open(one), one.compress_size, budget))
    except (*FAULTS, NotImplementedError):
        return Rejected(name, "read", "damaged where it is packed in its archive")


def _is_hidden(path: str) -> bool:
    return any(part.startswith(HIDDEN) and part.strip(".") for part in path.split("/"))


def _copied(tape: Tape, copy: IO[bytes]) -> bool:
    size = 0
    while data := tape.read(CHUNK):
        size += len(data)
        if size > MOST_SPOOLED:
            return False
        copy.write(data)
    return tape.broken is None
