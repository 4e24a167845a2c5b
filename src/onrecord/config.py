"""One frozen object of settings, read once by the command line and handed down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MAX_PAGE_BYTES = 20_000_000
MAX_TEXT_CHARACTERS = 400_000


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one run. ``as_of``: the day on which the pages were looked at, YYYY-MM-DD, or None.

    ``allow_private``: hosts that may be fetched though their addresses are not of the public network.
    ``familiar``: {host: keys of lines that earlier pages of it have shown to be furniture}; no setting of a user's.
    """

    record: Path = Path("onrecord.db")
    as_of: str | None = None
    body: bool = False
    max_page_bytes: int = MAX_PAGE_BYTES
    max_text_characters: int = MAX_TEXT_CHARACTERS
    allow_private: tuple[str, ...] = ()
    familiar: Mapping[str, frozenset[str]] = field(default_factory=dict)
