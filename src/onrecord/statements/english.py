"""Whether a text is English prose: the network reads no other language, and what it gives of one is noise."""

from __future__ import annotations

from onrecord.text.languages import is_in

_LEAST_WORDS = 40  # of fewer nothing can be told


def is_english(text: str) -> bool:
    """True where a text's common words are English, or there are too few words to tell."""
    return is_in(text, "en", least_words=_LEAST_WORDS)
