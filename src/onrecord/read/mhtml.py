"""MHTML (RFC 2557): a page as a browser saved it, with its pictures and styles, in one file. Its root is the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from email.utils import parsedate_to_datetime

from onrecord.model import Capture, Page, Rejected
from onrecord.read.mime import Part, leaves, part_of
from onrecord.read.source import Source

HEAD = 4096
MARKUP = ("text/html", "application/xhtml+xml")
SAVED = "snapshot-content-location"


def accepts(head: bytes, name: str) -> bool:
    """True for a file of related parts that says by its name or its headers that a browser saved it."""
    if b":" not in head[:100]:
        return False
    first = part_of(head)
    named = name.endswith((".mht", ".mhtml"))
    saved = bool(first.header(SAVED)) or "saved by" in first.header("from").lower()
    return (named or saved) and first.kind in ("multipart/related", *MARKUP)


def saved(name: str, data: bytes) -> Capture | None:
    """Where and when a browser saved the page; None for bytes that are no saved page. Never raises for bad bytes."""
    if not accepts(data[:HEAD], name.lower()):
        return None
    whole = part_of(data)
    parts = [one for one in leaves(whole) if one.kind in MARKUP]
    return _saved(whole, _root(whole, parts)) if parts else None


def read(source: Source) -> Iterator[Page | Rejected]:
    """One page of form "html", with where and when it was saved."""
    whole = part_of(source.data)
    parts = [one for one in leaves(whole) if one.kind in MARKUP]
    if not parts:
        yield source.refuse("saved page without its markup")
        return
    root = _root(whole, parts)
    found = _saved(whole, root)
    yield replace(source, capture=source.capture or found).page("html", root.text(), url=found.url)


def _saved(whole: Part, root: Part) -> Capture:
    url = next((one for one in _addresses(whole, root) if one.startswith(("http://", "https://"))), None)
    return Capture(url, moment(whole.header("date")))


def _root(whole: Part, parts: list[Part]) -> Part:
    """The part that the file says is the first to be shown; others may be frames in it."""
    start, address = whole.parameter("start"), whole.header(SAVED)
    for one in parts:
        if start and one.header("content-id").strip("<> ") == start.strip("<> "):
            return one
    return next((one for one in parts if address and one.header("content-location") == address), parts[0])


def _addresses(whole: Part, root: Part) -> tuple[str, ...]:
    return whole.header(SAVED), root.header("content-location"), whole.header("content-location")


def moment(date: str) -> str | None:
    """The date of a header as UTC, ISO 8601; None where it is none."""
    try:
        when = parsedate_to_datetime(date[:100])
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
