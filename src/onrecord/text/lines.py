"""Lines that come back: a key that is equal for the same words, and the lines where a page's own words stand."""

from __future__ import annotations

import re

from onrecord.model import content_id

NO_LETTER = re.compile(r"[\W_]+")
FIRST = 2
LAST = 6


def line_key(line: str) -> str:
    """Equal for lines of the same letters and digits, whatever their case, spaces and marks."""
    return content_id("line", NO_LETTER.sub("", line).casefold())


def edges(text: str) -> tuple[str, ...]:
    """The paragraphs at the beginning and at the end of a text, where what is not the story mostly stands."""
    paragraphs = [one for one in text.split("\n\n") if one.strip()]
    return tuple(paragraphs[:FIRST] + paragraphs[max(FIRST, len(paragraphs) - LAST) :])
