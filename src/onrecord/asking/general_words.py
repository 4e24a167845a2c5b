"""Words that are about nothing in particular: small words, words of attribution and those of the table of marks.

What is learned from them holds in any year and on any subject; a word for a thing, a month or a place would only recall
the pages it was learned from.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.asking.marks import KINDS, marks_in
from onrecord.knowledge.tables import table
from onrecord.text.likeness import SMALL


@cache
def _attributing() -> frozenset[str]:
    return frozenset(form for row in table("cues") for form in re.split(r"[, ]+", row["forms"]))


@lru_cache(maxsize=50_000)
def is_general(word: str) -> bool:
    """True for a word, folded, that is about nothing in particular."""
    return word in SMALL or word in _attributing() or any(marks_in(word, kind) == (word,) for kind in KINDS)
