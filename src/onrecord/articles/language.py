"""Which language a text is in, by its commonest words; unsure is None."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from onrecord.knowledge.tables import table

LOOK_AT = 4000
LEAST_SHARE = 0.08
WORD = re.compile(r"[^\W\d_]+")


@cache
def _common() -> dict[str, frozenset[str]]:
    return {row["language"]: frozenset(row["words"].split()) for row in table("languages")}


def language_of(text: str) -> str | None:
    """The two-letter code of the language whose common words make up most of the text's beginning."""
    words = Counter(word.casefold() for word in WORD.findall(text[:LOOK_AT]))
    total = words.total()
    shares = sorted(((sum(words[one] for one in common), code) for code, common in _common().items()), reverse=True)
    if not total or shares[0][0] < max(3, total * LEAST_SHARE) or shares[0][0] == shares[1][0]:
        return None
    return shares[0][1]
