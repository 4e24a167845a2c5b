"""How a sentence holds what it tells: words of debunking, doubt, hearsay and confirmation, as a table has them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.knowledge.tables import table

KINDS = ("debunks", "doubts", "hearsay", "confirms", "corrects", "tells")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(
            rf"\b(?:{'|'.join(row['pattern'] for row in table('claim_marks') if row['kind'] == kind)})\b", re.I
        )
        for kind in KINDS
    }


@lru_cache(maxsize=8_192)  # asked twice for every sentence of an article
def marks_in(text: str, kind: str) -> tuple[str, ...]:
    """The words of one kind in a text, as written, in order."""
    return tuple(found.group() for found in _patterns()[kind].finditer(text))
