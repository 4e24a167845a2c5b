"""WARC (ISO 28500): what crawlers keep. Read record by record; each that is a page becomes a piece of its own.

Pages are answers with status 200, resources and conversions of a type that we read. Requests, metadata, pictures,
scripts and the like are no pages and no refusals. Damage costs the record it is in, where the next can be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.model import Capture, Rejected
from onrecord.read import jsonfeed
from onrecord.read.answer import Answer, Headers, begun, content, headers_of
from onrecord.read.gz import Members
from onrecord.read.source import Names, Piece
from onrecord.read.tape import Tape

MAGIC = b"WARC/"
VERSION = re.compile(rb"WARC/\d\.\d{1,2}[ \t]*\r?\n")
END = re.compile(rb"\r\n\r\n|[\r\n]{0,8}(?:WARC/|\Z)")
NEXT = b"\nWARC/1."
BEGINNING = re.compile(rb"WARC/1\.\d\r\n(?=WARC-|Content-)")
MOST_BETWEEN = 64
LONGEST = 10**15
MOST_DAMAGED = 1000
SCHEMES = ("", "http", "https", "ftp", "file")
PAGES = (
    *("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/xml", "application/xml"),
    *("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"),
    *("application/pdf", "multipart/related", "message/rfc822"),
)
MAYBE = ("", "application/json", "application/octet-stream", "unk")
BEGINS = re.compile(rb"\s{0,99}(?:\xef\xbb\xbf)?\s{0,99}<(?:!doctype\s+html|html|\?xml|rss|feed)\b", re.I)
DATE = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?Z")


def accepts(head: bytes, name: str) -> bool:
    """True for a first line that is a WARC version."""
    return bool(VERSION.match(head))


def pieces(name: str, tape: Tape, max_bytes: int) -> Iterator[Piece | Rejected]:
    """The pages of an archive, and a refusal for every page that cannot be read. Nothing else is kept in memory."""
    archive = Archive(name, tape, max_bytes)
    while archive.next_record():
        record = archive.record()
        found = archive.damage() if record is None else archive.page(record)
        if found is not None:
            yield found
        if archive.damaged > MOST_DAMAGED:
            yield Rejected(name, "read", f"over {MOST_DAMAGED:,} damaged records: the rest is not read")
            return


@dataclass(frozen=True, slots=True)
class Record:
    """The headers of a record, and which one it is."""

    number: int
    headers: Headers
    length: int

    def header(self, name: str) -> str:
        """The value of a header by its name in lower case, "" where there is none."""
        return next((value for one, value in self.headers if one == name), "")

    @property
    def kind(self) -> str:
        """The type of the record."""
        return self.header("warc-type").lower()

    @property
    def url(self) -> str | None:
        """What it is a capture of."""
        return self.header("warc-target-uri").removeprefix("<").removesuffix(">").strip() or None

    def capture(self, answer: Answer | None) -> Capture:
        """How and when it was fetched. That the crawler cut it is told as a header."""
        fetched = DATE.fullmatch(self.header("warc-date"))
        headers = answer.headers if answer else tuple(one for one in self.headers if one[0] == "content-type")
        if cut := self.header("warc-truncated"):
            headers = (*headers, ("warc-truncated", cut))
        status = answer.status if answer else None
        return Capture(self.url, f"{fetched.group(1)}Z" if fetched else None, status, headers)


class Block:
    """The bytes of one record, no more of them than it says; a Stream."""

    def __init__(self, tape: Tape, length: int) -> None:
        self.tape = tape
        self.left = length

    def read(self, size: int) -> bytes:
        """At most ``size`` bytes."""
        data = self.tape.read(min(size, self.left))
        self.left -= len(data)
        return data

    def pass_by(self) -> int:
        """Goes to the end of the record; how many bytes are missing there."""
        self.left -= self.tape.skip(self.left)
        return self.left


class Archive:
    """Where the reading of an archive has come to."""

    def __init__(self, name: str, tape: Tape, max_bytes: int) -> None:
        self.tape = tape
        self.max_bytes = max_bytes
        self.names = Names(name)
        self.number = 0
        self.damaged = 0
        self.told = False  # of where the stream broke

    def next_record(self) -> bool:
        """Goes to where the next record begins, or should; False at the end."""
        while True:
            head = self.tape.peek(MOST_BETWEEN)
            self.tape.skip(len(head) - len(head.lstrip(b"\r\n")))
            if head.strip(b"\r\n") or (not head and self.tape.broken and not self.told):
                self.number += 1
                return True
            if not head and not self._resume():
                return False

    def record(self) -> Record | None:
        """The headers of the record that begins here; None, and on to the next, where this is none."""
        first = self.tape.readline(MOST_BETWEEN)
        headers = headers_of(self.tape) if VERSION.match(first) else ()
        record = Record(self.number, headers, 0)
        length = record.header("content-length")
        if not (record.kind and length.isascii() and length.isdigit() and int(length[:20]) < LONGEST):
            return None
        return Record(self.number, headers, int(length))

    def page(self, record: Record) -> Piece | Rejected | None:
        """The record as a piece or a refusal; None for what is no page. The tape is at the next record after it."""
        block = Block(self.tape, record.length)
        inner = Tape(block)
        answer = begun(inner) if record.kind in ("response", "revisit") else None
        if not is_page(record, answer, inner):
            return self._past(record, block)
        refused = self._refused(record, answer, inner)
        data = b"" if refused else inner.read(self.max_bytes + 1)
        if len(data) > self.max_bytes:
            refused = f"too large: over {self.max_bytes:,} bytes"
        if lost := self._past(record, block, data=data):
            return lost
        plain = content(data, answer, self.max_bytes) if answer and not refused else data
        if refused or isinstance(plain, str):
            return self._refuse(record, refused or str(plain))
        if len(plain) > self.max_bytes:
            return self._refuse(record, f"too large: over {self.max_bytes:,} bytes")
        return Piece(self.names.name(record.url, record.number), plain, record.capture(answer))

    def damage(self) -> Rejected:
        """A refusal of what is here instead of a record; on to where the next begins."""
        refused = self._damaged(None, "its headers make no sense")
        self.tape.put_back(b"\n")  # the next may begin right here
        self.tape.skip_to(NEXT)
        self.tape.skip(1)
        return refused

    def _refused(self, record: Record, answer: Answer | None, inner: Tape) -> str | None:
        if record.kind == "revisit":
            since = record.header("warc-refers-to-date")
            return f"unchanged since {since[:40] or 'an earlier capture'}: the page is in the record of that capture"
        return f"HTTP {answer.status}" if answer and answer.status != 200 else None

    def _past(self, record: Record, block: Block, *, data: bytes = b"") -> Rejected | None:
        """Goes past the end of the record; a refusal where it has no right end."""
        missing = block.pass_by()
        after = self.tape.peek(16)
        if self.tape.broken and self.tape.position > self._verified():
            return self._damaged(record.url, "")
        if not missing and END.match(after):
            return None
        if (inside := BEGINNING.search(data + self.tape.peek(MOST_BETWEEN))) and inside.start() < len(data):
            self.tape.put_back(data[inside.start() :])
        elif not missing:
            self.tape.skip_to(NEXT)
        return self._damaged(record.url, "cut off, or not as long as it says")

    def _damaged(self, url: str | None, how: str) -> Rejected:
        self.damaged += 1
        self.told = bool(self.tape.broken)
        name = self.names.name(url, self.number)
        return Rejected(name, "read", f"damaged record: {self.tape.broken or how}", url)

    def _refuse(self, record: Record, reason: str) -> Rejected:
        return Rejected(self.names.name(record.url, record.number), "read", reason, record.url)

    def _verified(self) -> int:
        return self.tape.stream.verified if isinstance(self.tape.stream, Members) else self.tape.position

    def _resume(self) -> bool:
        """On with the next member of a gzip file after a damaged one."""
        members = self.tape.stream
        if isinstance(members, Members) and members.broken:
            self.tape.drop()
            self.told = False
            return members.resume()
        return False


def is_page(record: Record, answer: Answer | None, inner: Tape) -> bool:
    """True for what is, or by its type would be, a page."""
    if record.kind not in ("response", "resource", "conversion", "revisit") or not _is_place(record.url or ""):
        return False
    if record.kind in ("response", "revisit") and answer is None:
        return False
    said = answer.header("content-type") if answer else record.header("content-type")
    kind = said.partition(";")[0].strip().lower()
    if kind in PAGES:
        return True
    if record.kind == "revisit" or (answer and answer.status != 200):
        return not kind
    return kind in MAYBE and _begins_like_page(inner.peek(4096))


def _begins_like_page(head: bytes) -> bool:
    return bool(BEGINS.match(head)) or head.startswith(b"%PDF-") or jsonfeed.accepts(head, "")


def _is_place(url: str) -> bool:
    """False for what crawlers keep about themselves under addresses of no place (urn:, metadata:), and robots.txt."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return parts.scheme.lower() in SCHEMES and parts.path != "/robots.txt"
