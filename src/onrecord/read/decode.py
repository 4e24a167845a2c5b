"""Bytes to text: byte order mark, then UTF-8 where it holds, then what the page declares, then a guess."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.+-]{2,30})""")
DECLARED_WITHIN = 4096
GUESS_FROM = 32_768
# What browsers do: pages that say Latin-1 or ASCII mean Windows-1252.
MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
# Damage in a few places of an otherwise UTF-8 page is damage, not another encoding.
BROKEN_UTF8 = re.compile("\ufffd")


def text_of(data: bytes) -> str:
    """``data`` as text. Never fails: bytes that make no sense become U+FFFD."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := _wide(data[:64]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _other(data)


def _wide(head: bytes) -> str | None:
    if head[1::2].count(0) > len(head) // 3 and not head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) > len(head) // 3 and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _other(data: bytes) -> str:
    loose = data.decode("utf-8", "replace")
    high = sum(byte > 127 for byte in data[:GUESS_FROM])
    if len(BROKEN_UTF8.findall(loose[:GUESS_FROM])) * 10 < high:
        return loose
    declared = DECLARED.search(data[:DECLARED_WITHIN])
    named = declared.group(1).decode("ascii").lower() if declared else ""
    for encoding in (MEANT.get(named, named), _guess(data), "cp1252"):
        if encoding and encoding.replace("_", "-") != "utf-8" and _is_text_encoding(encoding):
            return data.decode(encoding, "replace")
    return loose


def _is_text_encoding(encoding: str) -> bool:
    try:
        return isinstance(b"a".decode(encoding), str)
    except (LookupError, UnicodeError):
        return False


def _guess(data: bytes) -> str | None:
    best = from_bytes(data[:GUESS_FROM], steps=3, chunk_size=512).best()
    return best.encoding if best else None
