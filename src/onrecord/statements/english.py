"""Whether a text is English prose: the network reads no other language, and what it gives of one is noise."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION = frozenset(
    ["the", "and", "of", "to", "that", "was", "for", "with", "on", "by", "it", "as", "he", "she", "has"]
)
_LEAST_SHARE = 0.08  # English news has 20 % and more, other languages 3 % and less
_LEAST_WORDS = 40  # of fewer nothing can be told
_LOOKED_AT = 20_000  # characters


def is_english(text: str) -> bool:
    """True where at least 8 % of the words are common English function words, or there are too few words to tell."""
    words = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    return len(words) < _LEAST_WORDS or sum(word in _FUNCTION for word in words) >= _LEAST_SHARE * len(words)
