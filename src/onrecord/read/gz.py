"""Gzip: unpacked as far as the cap on a page and no further, whatever the file claims to hold."""

from __future__ import annotations

import gzip
import io
from typing import IO

MAGIC = b"\x1f\x8b"


def accepts(data: bytes) -> bool:
    """True for gzip by its first bytes."""
    return data.startswith(MAGIC)


def unpacked(data: bytes, most: int) -> bytes:
    """At most ``most`` + 1 bytes of the content. Raises OSError, EOFError or zlib.error where the file is damaged."""
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
        return stream.read(most + 1)


def opened(stream: IO[bytes]) -> gzip.GzipFile:
    """The stream of the content of a gzip stream."""
    return gzip.GzipFile(fileobj=stream)


def plain_name(name: str) -> str:
    """The name without .gz."""
    return name[:-3] if name.lower().endswith(".gz") else name
