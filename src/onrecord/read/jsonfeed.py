"""JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1): a page of form "entry" for each item."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from onrecord.model import Given, Page, Rejected
from onrecord.read.address import joined
from onrecord.read.feed import WHOLE, with_change
from onrecord.read.jsonl import FEED, LONE, one_line
from onrecord.read.source import Source, digest_of

MOST_ENTRIES = 2000
PARAGRAPH = re.compile(r"\n\s*\n")


def accepts(head: bytes, name: str) -> bool:
    """True for a JSON object that names the JSON Feed version, or a .json file that may be one."""
    opened = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    return opened and (bool(FEED.search(head)) or name.endswith(".json"))


def read(source: Source) -> Iterator[Page | Rejected]:
    """An entry for each item, in the order of the feed."""
    try:
        feed = json.loads(source.data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        yield source.refuse("damaged JSON")
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        yield source.refuse("JSON without feed items")
        return
    outlet = _line(feed, "title")
    entries = [item for item in items if isinstance(item, dict)]
    for item in entries[:MOST_ENTRIES]:
        yield _entry(source, item, outlet)
    if len(entries) > MOST_ENTRIES:
        yield source.refuse(f"{len(entries) - MOST_ENTRIES:,} entries beyond the first {MOST_ENTRIES:,} are not read")
    if len(entries) < len(items):
        yield source.refuse(f"{len(items) - len(entries):,} feed items that are no objects")


def _entry(source: Source, item: dict[str, Any], outlet: str | None) -> Page:
    published = _line(item, "date_published")
    content = with_change(_content(item), None if published else _line(item, "date_modified"))
    given = Given(_line(item, "title"), published, _authors(item), outlet)
    url = _said(item, "url") or _said(item, "external_url")
    digest = digest_of(json.dumps(item, sort_keys=True).encode())
    base = source.capture.url if source.capture else None
    return Page(source.name, "entry", content, digest, url and (joined(base, url) or url), given, source.capture)


def _content(item: dict[str, Any]) -> str:
    if marked := _said(item, "content_html"):
        return WHOLE + marked
    plain = _said(item, "content_text")
    parts = PARAGRAPH.split(plain or _said(item, "summary") or "")
    marked = "".join(f"<p>{html.escape(part, quote=False)}</p>" for part in parts if part.strip())
    return WHOLE + marked if plain else marked


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    found = item.get("authors") or [item.get("author")]
    rows = [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
    return tuple(name for row in rows if (name := _line(row, "name")))


def _line(row: dict[str, Any], key: str) -> str | None:
    said = _said(row, key)
    return one_line(said) if said else None


def _said(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    return LONE.sub("\ufffd", value.strip()) if isinstance(value, str) and value.strip() else None
