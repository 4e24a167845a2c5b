"""WARC 1.1 (ISO 28500:2017): the bytes of the pages as they came, with their captures, for whatever reads archives.

An answer of a server is a response record: its head is rebuilt, with what told of the packing of its body renamed, as
archives do, since the body is kept unpacked. Anything else is a resource record. Ids and bytes follow from the record.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sqlite3
import uuid
import zlib
from collections.abc import Iterator
from http import HTTPStatus
from importlib.metadata import version
from pathlib import Path
from typing import IO
from urllib.parse import quote

from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.gathering import part_of
from onrecord.publish.record_json import article_json
from onrecord.publish.writing import Written
from onrecord.store import articles, pages
from onrecord.store.opening import snapshot
from onrecord.store.pages import Evidence, Kept

name = "warc"
tells = "the bytes of pages as they came, for archives (FILE.warc.gz, or FILE.warc unpacked)"
of = ("article", "claim", "story")

_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z")
_BREAKS = re.compile(r"[\x00-\x1f\x7f]+")
_PACKING = ("content-encoding", "transfer-encoding", "content-length")
_MARKUP = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|!--)", re.I)
_GZIP = 31  # zlib's number for a gzip member; its head holds no time, so the same bytes come out every time
_SUFFIXES = {".eml": "message/rfc822", ".mht": "multipart/related", ".mhtml": "multipart/related"}
Headers = list[tuple[str, str]]


class Archive:
    """A WARC file being written: each record is a member of its own where it is packed."""

    def __init__(self, file: IO[bytes], *, packed: bool) -> None:
        self.file = file
        self.packed = packed
        self.records = 0
        self.left_out: list[str] = []

    def put(self, kind: str, headers: Headers, block: bytes) -> str:
        """Writes a record and returns its id, which follows from all that is in it."""
        told = [("WARC-Type", kind), *headers]
        held = hashlib.sha256("\n".join(f"{key}: {value}" for key, value in told).encode("utf-8", "replace") + block)
        id_ = f"<urn:uuid:{uuid.UUID(bytes=held.digest()[:16], version=5)}>"
        told += [("WARC-Record-ID", id_), ("WARC-Block-Digest", digest(block)), ("Content-Length", str(len(block)))]
        data = b"WARC/1.1\r\n" + _lines(told) + b"\r\n" + block + b"\r\n\r\n"
        self.file.write(_packed(data) if self.packed else data)
        self.records += 1
        return id_


def write(conn: sqlite3.Connection, out: Path, *, only: Chosen = WHOLE) -> Written:
    """Writes every page, or those that gave the articles that are chosen, to the file ``out``. Raises OSError."""
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f".{out.name}.part")
    with snapshot(conn), beside.open("wb") as file:
        archive = Archive(file, packed=out.name.endswith(".gz"))
        wanted = pages.digests(conn, of=None if only.whole else part_of(conn, only).articles)
        _put_info(archive, out.name, _newest(conn))
        for one in wanted:
            _put_page(conn, archive, one)
    beside.replace(out)
    return Written({out: archive.records}, tuple(archive.left_out))


def digest(block: bytes) -> str:
    """A digest as WARC 1.1 has it: the name of the algorithm, and base 32."""
    return "sha256:" + base64.b32encode(hashlib.sha256(block).digest()).decode()


def _put_info(archive: Archive, called: str, on: str) -> None:
    told = [("software", f"onrecord/{version('onrecord')}"), ("format", "WARC file version 1.1")]
    headers = [("WARC-Date", on), ("WARC-Filename", _safe(called)), ("Content-Type", "application/warc-fields")]
    archive.put("warcinfo", headers, _lines(told))


def _put_page(conn: sqlite3.Connection, archive: Archive, page: str) -> None:
    """A record for each capture of a page, and one for each article that was read in it."""
    try:
        data = pages.page_bytes(conn, page)
    except zlib.error:
        data = None
    if data is None or hashlib.sha256(data).hexdigest() != page:
        archive.left_out.append(f"page {page}: its bytes are damaged")
        return
    kept = pages.evidence(conn, [page])[page]
    ids = [_put_capture(archive, one, data) for one in kept.captures]
    for row in _articles(conn, page, kept):
        headers = [("WARC-Target-URI", f"urn:onrecord:article:{row['id']}"), ("WARC-Date", _date(kept.captures[0]))]
        block = json.dumps(row, ensure_ascii=False).encode("utf-8", "replace")
        archive.put("metadata", [*headers, ("WARC-Refers-To", ids[0]), ("Content-Type", "application/json")], block)


def _put_capture(archive: Archive, one: Kept, data: bytes) -> str:
    target = one.capture.url or f"file:///{quote(one.input.lstrip('/'), safe='/#')}"
    headers = [("WARC-Target-URI", target), ("WARC-Date", _date(one)), ("WARC-Payload-Digest", digest(data))]
    if one.capture.url and one.capture.status:
        headers.append(("Content-Type", "application/http; msgtype=response"))
        return archive.put("response", headers, _head(one, data) + data)
    return archive.put("resource", [*headers, ("Content-Type", _type(one, data))], data)


def _head(one: Kept, data: bytes) -> bytes:
    """The head of the answer as it was, but for what is not true of a body that is unpacked."""
    status = one.capture.status or 0
    phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else ""
    told = [
        (f"X-Archive-Orig-{key}" if key.lower() in _PACKING else key, value)
        for key, value in one.capture.headers
        if (key.lower(), value) != ("content-length", str(len(data)))
    ]
    return f"HTTP/1.1 {status:03} {phrase}\r\n".encode() + _lines([*told, ("Content-Length", str(len(data)))]) + b"\r\n"


def _type(one: Kept, data: bytes) -> str:
    """What kind of bytes these are: as was told, else as they begin. Whoever reads them back looks at the bytes too."""
    told = one.capture.header("content-type")
    suffix = Path(one.input.partition("#")[0]).suffix.lower()
    if told or suffix in _SUFFIXES:
        return told or _SUFFIXES[suffix]
    if data.startswith(b"%PDF-"):
        return "application/pdf"
    if _MARKUP.match(data):
        return "text/html"
    return "application/xml" if data.lstrip().startswith(b"<?xml") else "text/plain"


def _articles(conn: sqlite3.Connection, page: str, kept: Evidence) -> Iterator[dict[str, object]]:
    for one in articles.of_page(conn, page):
        yield article_json(one, evidence=kept)


def _newest(conn: sqlite3.Connection) -> str:
    """When the last capture came in: the date of the archive as such, so that it is the same for the same record."""
    days = [one.added for one in pages.captures(conn) if _DATE.fullmatch(one.added)]
    return max(days, default="1970-01-01T00:00:00Z")


def _date(one: Kept) -> str:
    fetched = one.capture.fetched or ""
    return fetched if _DATE.fullmatch(fetched) else one.added


def _lines(told: Headers) -> bytes:
    return b"".join(f"{_safe(key)}: {_safe(value)}\r\n".encode("utf-8", "replace") for key, value in told)


def _safe(text: str) -> str:
    """A stranger's words cannot end a line, nor a head."""
    return _BREAKS.sub(" ", text).strip()


def _packed(data: bytes) -> bytes:
    member = zlib.compressobj(wbits=_GZIP)
    return member.compress(data) + member.flush()
