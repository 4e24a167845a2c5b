"""One request over a wire, and its answer within bounds. The grammar of HTTP is h11's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

import h11

from onrecord.fetch.answers import FetchError
from onrecord.fetch.unpacking import Unpacker
from onrecord.fetch.wire import Wire

Headers = tuple[tuple[str, str], ...]
INTERIM = 10  # answers that only announce the answer
WITH_BODY = (200, 203)
# What the readers read, and names that say nothing; beside these any text and any XML or JSON of applications.
APPLICATIONS = frozenset(
    [
        "gzip",
        "json",
        "jsonl",
        "mbox",
        "octet-stream",
        "pdf",
        "wacz",
        "warc",
        "x-gzip",
        "x-mimearchive",
        "x-ndjson",
        "x-zip-compressed",
        "xml",
        "zip",
    ]
)
OTHERS = frozenset(["binary/octet-stream", "message/rfc822", "multipart/related"])
NO_PAGES = frozenset(["text/css", "text/csv", "text/calendar", "text/javascript", "text/vcard", "text/vtt"])


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked, and how much of it is taken.

    ``most``: bytes of the body. ``cut``: what is longer is cut there and is no refusal. ``any_type``: the type that
    the server names does not matter. ``sent``: a body to POST; without one it is a GET.
    """

    target: str
    headers: Headers
    most: int
    cut: bool = False
    any_type: bool = False
    sent: bytes | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's answer. Header names in lower case. ``body``: unpacked, and only where the status is 200 or 203."""

    status: int
    headers: Headers
    body: bytes

    def header(self, name: str) -> str | None:
        """The first value of a header, by its name in lower case; None where there is none."""
        return next((value for one, value in self.headers if one == name), None)

    @property
    def location(self) -> str:
        """Where a redirect leads; servers write it in UTF-8 though headers have another alphabet."""
        value = (self.header("location") or "").encode("latin-1")
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value.decode("latin-1")


def exchange(wire: Wire, wanted: Wanted) -> Reply:
    """Sends a request and reads what comes back. Raises FetchError, OSError, or h11.RemoteProtocolError."""
    link = h11.Connection(h11.CLIENT, max_incomplete_event_size=wire.limits.head)
    method = "GET" if wanted.sent is None else "POST"
    data = link.send(h11.Request(method=method, target=wanted.target, headers=list(wanted.headers))) or b""
    if wanted.sent is not None:
        data += link.send(h11.Data(wanted.sent)) or b""
    _send(wire, data + (link.send(h11.EndOfMessage()) or b""))
    head = _head(link, wire)
    headers = tuple((name.decode("ascii"), value.decode("latin-1")) for name, value in head.headers)
    reply = Reply(head.status_code, headers, b"")
    if reply.status not in WITH_BODY:
        return reply
    _check(reply, wanted)
    return Reply(reply.status, headers, _body(_pieces(link, wire), reply, wanted))


def _send(wire: Wire, data: bytes) -> None:
    """A server may answer and close before it has read all that it was sent: what it said then tells why."""
    with suppress(BrokenPipeError, ConnectionResetError):
        wire.send(data)


def content_type(headers: Sequence[tuple[str, str]]) -> str:
    """The type that the headers name, without its parameters; empty where they name none."""
    value = next((value for name, value in headers if name == "content-type"), "")
    return value.partition(";")[0].strip().lower()


def is_page(kind: str) -> bool:
    """True for a content type that may be read; for none at all, and for what is no type, the bytes have to tell."""
    group, slash, name = kind.partition("/")
    if group == "application":
        return name in APPLICATIONS or name.endswith(("+xml", "+json"))
    return not slash or kind in OTHERS or (group == "text" and kind not in NO_PAGES)


def _head(link: h11.Connection, wire: Wire) -> h11.Response:
    interim = 0
    while True:
        event = _event(link, wire)
        if isinstance(event, h11.Response):
            return event
        interim += 1
        if interim > INTERIM or not isinstance(event, h11.InformationalResponse):
            raise FetchError("the server never comes to its answer", retry="again")


def _check(reply: Reply, wanted: Wanted) -> None:
    """Refuses by the headers alone what would be refused in the end."""
    kind = content_type(reply.headers)
    if not is_page(kind) and not wanted.any_type:
        raise FetchError(f"no page: {kind[:60]}")
    length = reply.header("content-length") or ""
    if length.isdecimal() and int(length) > wanted.most and not wanted.cut:
        raise FetchError(f"too large: over {wanted.most:,} bytes")


def _body(pieces: Iterator[bytes], reply: Reply, wanted: Wanted) -> bytes:
    unpacker = Unpacker(reply.header("content-encoding") or "", wanted.most)
    try:
        for data in pieces:
            unpacker.feed(data)
    except FetchError:
        if wanted.cut and unpacker.size > wanted.most:
            return unpacker.begun_with()
        raise
    return unpacker.whole()


def _pieces(link: h11.Connection, wire: Wire) -> Iterator[bytes]:
    while True:
        event = _event(link, wire)
        if not isinstance(event, h11.Data):
            return
        yield bytes(event.data)


def _event(link: h11.Connection, wire: Wire) -> object:
    while True:
        event = link.next_event()
        if event is not h11.NEED_DATA:
            return event
        link.receive_data(wire.receive())
