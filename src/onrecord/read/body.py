"""An article's own text, kept to the letter, so that offsets are into what was given."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Page, Rejected
from onrecord.read.decode import text_of
from onrecord.read.source import Source


def read(source: Source) -> Iterator[Page | Rejected]:
    """One page of form "body"."""
    yield source.page("body", text_of(source.data))
