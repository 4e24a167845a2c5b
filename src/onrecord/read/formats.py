"""Finds the reader for some bytes. One file a format, each with ``accepts(head, name)`` and ``read(source)``."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from types import ModuleType

from onrecord.config import Config
from onrecord.model import Capture, Page, Rejected
from onrecord.read import (
    binary,
    body,
    dump,
    feed,
    gz,
    html,
    jsonfeed,
    jsonl,
    mail,
    markdown,
    mhtml,
    pdf,
    sitemap,
    unpack,
    xhtml,
)
from onrecord.read.source import Source

HEAD = 4096

# The order decides: what is sure by its first bytes comes before what is only likely.
READERS: tuple[ModuleType, ...] = (mhtml, mail, jsonl, jsonfeed, sitemap, feed, xhtml, markdown, html, binary, dump)


def read_bytes(name: str, data: bytes, config: Config, *, capture: Capture | None = None) -> Iterator[Page | Rejected]:
    """The pages in ``data``, the bytes of the input ``name``; refusals in their place. Never raises for bad bytes."""
    if config.body or not unpack.is_archive(data, name):
        yield from _read(name, data, config, capture)
        return
    for piece in unpack.pieces(name, io.BytesIO(data), config.max_page_bytes):
        if isinstance(piece, Rejected):
            yield piece
        else:
            yield from _read(piece.name, piece.data, config, piece.capture)


def _read(name: str, data: bytes, config: Config, capture: Capture | None) -> Iterator[Page | Rejected]:
    if gz.accepts(data):
        try:
            data = gz.unpacked(data, config.max_page_bytes)
        except zlib.error:
            yield Source(name, data, config).refuse("damaged gzip file")
            return
    source = Source(name, data, config, capture)
    if len(data) > config.max_page_bytes:
        yield source.refuse(f"too large: over {config.max_page_bytes:,} bytes")
    elif not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        yield source.refuse("empty file")
    else:
        yield from _reader(source).read(source)


def _reader(source: Source) -> ModuleType:
    head, name = source.data[:HEAD], gz.plain_name(source.name).lower()
    if isinstance(source.data, jsonl.Row) and not source.config.body:
        return jsonl
    if pdf.accepts(head, name):
        return pdf
    if binary.is_noise(source.data):
        return binary
    if source.config.body and not jsonl.named(name):
        return binary if binary.accepts(head, name) else body
    return next(reader for reader in READERS if reader.accepts(head, name))
