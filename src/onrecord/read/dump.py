"""Plain text: what naive extraction leaves of a whole page."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Page, Rejected
from onrecord.read.decode import text_in
from onrecord.read.source import Source


def accepts(head: bytes, name: str) -> bool:
    """Whatever nobody else took is text."""
    return True


def read(source: Source) -> Iterator[Page | Rejected]:
    """One page of form "dump"."""
    yield source.page("dump", text_in(source))
