"""Files that are no text: refused, with the name of what they are where their first bytes tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Page, Rejected
from onrecord.read.decode import MARKS, text_of
from onrecord.read.source import Source

KINDS = (
    (b"PK\x03\x04", "zip archive"),
    (b"WARC/", "WARC archive"),
    (b"\x89PNG", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"RIFF", "sound or video file"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"\x7fELF", "program"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ", "xz archive"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"),
    (b"\x5d\x2a\x4d\x18", "zstd archive"),  # with its dictionary in front, as crawlers pack WARC
)
CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
# No text has these but in the wide encodings. NUL may be left of a wide one; 14 and 15 are the shifts of Korean mail.
STRAY = bytes(set(CONTROL) - {0, 14, 15})
SENSELESS = re.compile("[\x01-\x08\x0b\x10-\x1a\x1c-\x1f\ufffd]")
SAMPLE = 65_536
WIDE = tuple(mark for mark, _ in MARKS)


def accepts(head: bytes, name: str) -> bool:
    """True for known magic bytes, and where one byte in twenty is a control character."""
    if head.startswith(tuple(magic for magic, _ in KINDS)):
        return True
    if head.startswith(WIDE) or _looks_wide(head):
        return False
    return len(head.translate(None, CONTROL)) < len(head) * 0.95


def is_noise(data: bytes) -> bool:
    """True for bytes that make no text in their encoding, whatever they are called and however much looks like markup.

    A page in the wrong encoding has other letters, but no control characters: only those make the bytes suspect.
    """
    sample = data[:SAMPLE]
    if len(sample) - len(sample.translate(None, STRAY)) <= len(sample) * 0.02:
        return False
    text = text_of(sample).replace("\x00", "")
    return len(SENSELESS.findall(text)) > len(text) * 0.05


def _looks_wide(head: bytes) -> bool:
    even, odd = head[:64:2].count(0), head[1:64:2].count(0)
    return max(even, odd) > len(head[:64]) // 3 and not min(even, odd)


def read(source: Source) -> Iterator[Page | Rejected]:
    """One refusal."""
    kind = next((kind for magic, kind in KINDS if source.data.startswith(magic)), None)
    yield source.refuse(f"{kind}: not read" if kind else "binary file: no text in it")
