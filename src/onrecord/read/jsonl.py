"""JSON Lines of one's own corpus: a row a page, ``text`` (kept to the letter), ``html`` or ``dump``."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from onrecord.model import Form, Given, Page, Rejected
from onrecord.read.source import Source, digest_of

FORMS: tuple[tuple[str, Form], ...] = (("text", "body"), ("html", "html"), ("dump", "dump"))
ROW = re.compile(rb'^\s*\{[^\n]{0,4000}?"(?:text|html|dump)"\s*:\s*(?:"|null)', re.S)
FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed')
LONGEST_LINE, MOST_NAMES = 2000, 100
LONE = re.compile("[\ud800-\udfff]")


class Row(bytes):
    """One row by itself, read from a longer file, that knows the number of its line there."""

    line: int = 1

    @classmethod
    def at(cls, line: int, data: bytes) -> Row:
        """The row ``data`` in that line."""
        row = cls(data)
        row.line = line
        return row


def named(name: str) -> bool:
    """True where the name says JSON Lines."""
    return name.endswith((".jsonl", ".ndjson"))


def accepts(head: bytes, name: str) -> bool:
    """True for a JSON Lines name, and for a first line that is such a row."""
    return named(name) or (bool(ROW.match(head.removeprefix(b"\xef\xbb\xbf"))) and not FEED.search(head))


def read(source: Source) -> Iterator[Page | Rejected]:
    """A page or a refusal for every line that is not blank."""
    first = source.data.line if isinstance(source.data, Row) else 1
    for number, line in enumerate(io.BytesIO(source.data), first):
        if line.strip():
            yield _row(Source(source.name, line, source.config), number)


def _row(source: Source, number: int) -> Page | Rejected:
    try:
        row = json.loads(source.data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return source.refuse(f"line {number}: not a JSON object")
    if not isinstance(row, dict):
        return source.refuse(f"line {number}: not a JSON object")
    input_id = _said(row, "id")
    for key, form in FORMS:
        if content := _said(row, key):
            given = Given(_line(row, "headline"), _line(row, "published"), _byline(row), _line(row, "outlet"), input_id)
            return Page(source.name, form, content, digest_of(source.data), _said(row, "url"), given)
    return source.refuse(f"line {number}: none of text, html, dump", url=_said(row, "url"), input_id=input_id)


def _said(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return LONE.sub("\ufffd", value) if isinstance(value, str) and value.strip() else None


def _line(row: dict[str, Any], key: str) -> str | None:
    said = _said(row, key)
    return one_line(said) if said else None


def one_line(said: str) -> str:
    """On one line, and no longer than anything that people print."""
    return " ".join(said.split())[:LONGEST_LINE].rstrip()


def _byline(row: dict[str, Any]) -> tuple[str, ...]:
    value = row.get("byline") or ()
    values = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    names = (one_line(LONE.sub("\ufffd", name)) for name in values[:MOST_NAMES] if isinstance(name, str))
    return tuple(name for name in names if name)
