"""One frozen object of settings, read once by the command line and handed down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MAX_PAGE_BYTES = 20_000_000
MAX_TEXT_CHARACTERS = 400_000


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one run. ``as_of``: the day on which the pages were looked at, YYYY-MM-DD, or None."""

    record: Path = Path("onrecord.db")
    as_of: str | None = None
    body: bool = False
    max_page_bytes: int = MAX_PAGE_BYTES
    max_text_characters: int = MAX_TEXT_CHARACTERS
