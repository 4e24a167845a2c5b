"""What a crawler keeps of a few pages, in the shapes that crawlers write: every coding of an answer, and no pages."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Sequence

import brotli

DAY = "2026-03-10"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


def record(url: str, block: bytes, *, kind: str = "response", more: str = "") -> bytes:
    """A WARC record around a block."""
    content = "text/plain" if kind in ("warcinfo", "resource") else f"application/http; msgtype={kind}"
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {DAY}T09:00:00Z\r\n{more}"
    return f"{head}Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def answer(page: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", coding: str = "") -> bytes:
    """An answer of HTTP, its body packed in that coding."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n"
    head += "Transfer-Encoding: chunked\r\n" if coding == "chunked" else ""
    head += f"Content-Encoding: {coding}\r\n" if coding in ("gzip", "deflate", "br") else ""
    return head.encode() + b"\r\n" + _coded(page, coding)


def crawl(pages: Sequence[bytes]) -> Iterator[bytes]:
    """The records of a crawl of these pages, each in another coding, with what else such a crawl keeps."""
    yield record("urn:crawl", b"software: a crawler\r\n", kind="warcinfo")
    for at, page in enumerate(pages):
        url = f"https://h.example/{at}"
        yield record(url, b"GET / HTTP/1.1\r\n\r\n", kind="request")
        yield record(url, answer(page, coding=("chunked", "gzip", "br", "deflate")[at % 4]))
        yield record(f"{url}.png", answer(PICTURE, kind="image/png"))
    yield record("https://h.example/gone", answer(b"<html>no", status="404 Not Found"))
    yield record("https://h.example/old", answer(b""), kind="revisit", more=f"WARC-Refers-To-Date: {DAY}T08:00:00Z\r\n")
    yield record("https://h.example/a.txt", b"Rain fell on the harbour all night.\n" * 30, kind="resource")


def _coded(page: bytes, coding: str) -> bytes:
    if coding == "chunked":
        chunks = (page[at : at + 1000] for at in range(0, len(page), 1000))
        return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"
    if coding == "gzip":
        return gzip.compress(page, mtime=0)
    if coding == "deflate":
        return zlib.compress(page)
    return brotli.compress(page, quality=1) if coding == "br" else page
