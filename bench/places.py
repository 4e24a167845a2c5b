"""Where the data of the measurements lie: in the repository, and beside the checkout on machines that have it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"  # ../shared: newsrooms, gold sets and the seed page; optional
FLOORS = ROOT / "bench" / "floors.json"
SAMPLE = ROOT / "samples" / "newsroom"


def sample_newsroom() -> Path | None:
    """The newsroom of the demo; the one it is a copy of while it is missing."""
    return next((path for path in (SAMPLE, SHARED / "bench" / "newsroom_A") if (path / "gold.json").is_file()), None)


def beside(*parts: str) -> Path | None:
    """A path beside the checkout, or None where there is none."""
    path = SHARED.joinpath(*parts)
    return path if path.exists() else None


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file. Text may hold other line ends than the newline that ends a row."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
