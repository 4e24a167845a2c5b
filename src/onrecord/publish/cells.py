"""Cells of a table that no spreadsheet takes for a formula, after OWASP's advice on CSV injection, and back again.

Text that begins, after any blanks, with a sign that begins a formula gets an apostrophe before it; so does text that
begins with an apostrophe, so that taking one off gives back what was there. Numbers are no text: -5 stays -5.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from onrecord.model.moments import STAMP

SIGN = "'"
EXACT = 1e15  # whole numbers below it are the same in every spreadsheet
_FORMULA = frozenset("=+-@|%'")  # | and % in older spreadsheets; the apostrophe for the way back
_CONTROL = frozenset("\t\r\n\0\v\f")


def cell(value: Any) -> str | int | float:
    """A value as a cell: unknown is empty, what has parts is JSON, a moment is ISO 8601 in UTC."""
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT:
        return int(value)
    if isinstance(value, datetime):
        return value.strftime(STAMP)
    if isinstance(value, date):
        return value.isoformat()
    return _OTHERS.get(type(value), _as_json)(value)


def _as_json(value: Any) -> str:
    return safe(json.dumps(value, ensure_ascii=False, allow_nan=False))


_OTHERS: Mapping[type, Callable[[Any], str | int | float]] = {
    type(None): lambda _: "",
    bool: lambda value: "true" if value else "false",
    int: lambda value: value,
    float: lambda value: value,
}


def safe(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet could take it for a formula."""
    return SIGN + text if risky(text) else text


def plain(text: str) -> str:
    """The text as it was before it was made safe."""
    return text[1:] if text[:1] == SIGN else text


def risky(text: str) -> bool:
    """True where the first thing in the text that is seen begins a formula, be it full width, or a control leads it."""
    if not text or text[0].isalnum():
        return False
    if text[0] in _CONTROL:
        return True
    first = next((letter for letter in text if not _unseen(letter)), "")
    return bool(first) and unicodedata.normalize("NFKC", first)[:1] in _FORMULA


def _unseen(letter: str) -> bool:
    """Blanks, controls, and letters without width, which programs drop before they look."""
    return letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf")
