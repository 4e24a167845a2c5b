"""The sample newsroom that comes with the source."""

from __future__ import annotations

from pathlib import Path

MISSING = "samples/newsroom is not here; it comes with the source: run onrecord in a checkout of it"


def sample_pages() -> Path | None:
    """The folder of its pages, in this checkout or below the current folder; None where it is in neither."""
    for root in (Path(__file__).parents[3], Path.cwd()):
        pages = root / "samples" / "newsroom" / "pages"
        if pages.is_dir():
            return pages
    return None


def how_many(pages: Path) -> int:
    """How many files of pages a folder has."""
    return sum(1 for one in pages.rglob("*") if one.is_file() and not one.name.startswith("."))
