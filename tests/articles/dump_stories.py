"""Stories written for the tests, in several languages: headline, byline, paragraphs; under a rule other headlines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "dumps"


@dataclass(frozen=True, slots=True)
class Story:
    headline: str
    byline: str
    paragraphs: tuple[str, ...]
    others: tuple[str, ...]


def _story(text: str) -> Story:
    told, others = text.strip().split("\n\n----\n\n")
    headline, byline, *paragraphs = told.split("\n\n")
    return Story(headline, byline, tuple(paragraphs), tuple(others.split("\n\n")))


STORIES = {path.stem: _story(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt"))}
