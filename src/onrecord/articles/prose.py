"""Tells running text from the short lines around it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.knowledge.tables import table

# Closing marks by country: ” here is “ in German, » is « in Danish, and the French put a space before it.
CLOSING = r"(?:[\"”“’‘»«›‹')\]」』]|[ \u00a0\u202f][»›])"
SENTENCE_END = re.compile(rf"[.!?…。！？।؟]{CLOSING}{{0,6}}$|[.!?]\s{{0,9}}[\"”’»]?\s{{0,9}}\[\d+\]$")
REACH = 16  # signs: the longest end of a sentence, but for a note's number
INNER_END = re.compile(rf"[.!?…]{CLOSING}{{0,6}}\s+[\"“‘«„(\[]?[^\W\d_]")
# Scripts that write without spaces: a word is counted for every two signs.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
LONG = 25
SHORT = 8
LONGEST_KNOWN = 300  # letters: a line is asked about several times, and short ones stand on many pages
SHORTEST = 5
QUESTION = 20  # a lone question that is shorter is a headline more often than a paragraph


def word_count(line: str) -> int:
    """Words of a line, also in scripts without spaces."""
    words = len(line.split())
    return words if line.isascii() else words + len(UNSPACED.findall(line)) // 2


def is_prose(line: str, *, counted: int | None = None) -> bool:
    """True for a line of running text: a sentence that ends, or a line too long for a headline.

    ``counted``: its words, where they are known.
    """
    words = word_count(line) if counted is None else counted
    if words >= LONG:
        return True
    if not is_sentence(line) or (line.endswith("?") and words < QUESTION):
        return False
    return words >= SHORT or (words >= SHORTEST and bool(INNER_END.search(line)))


def is_sentence(line: str) -> bool:
    """True for anything that ends as a sentence does, however short."""
    return bool(SENTENCE_END.search(line if line.endswith(("]", "]\n")) else line[-REACH:]))


@cache
def _asides() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in table("asides")), re.I)


def is_aside(line: str) -> bool:
    """True for a line that stands among the paragraphs and is none: read-also, credits, appeals, bios."""
    return _known_aside(line) if len(line) <= LONGEST_KNOWN else bool(_asides().match(line))


@lru_cache(maxsize=4096)
def _known_aside(line: str) -> bool:
    return bool(_asides().match(line))
