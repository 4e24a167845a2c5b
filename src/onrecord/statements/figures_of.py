"""What a figure counts, in the words of the text: those after its noun, or where there are none those before it."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.statements.figures_counted import Counted
from onrecord.text.numbers import without_bound

OF_WORDS = 8
LOOK = 200
# Words that announce another: a phrase cut behind one of them would end in the air.
OPEN = re.compile(
    r"(?:an?|the|th(?:is|at|ese|ose)|of|in(?:to)?|on|at|to|for|by|with|from|as|than|and|n?or|but|wh(?:ich|ose?)|its|h(?:is|er)"
    r"|their|our|is|are|was|were|be(?:en|ing)?|ha[sd]|have|will|would|some|about|only|not?)",
    re.I,
)
SENTENCE_END = re.compile(r"[.;:!?\n\"“”]")
CLAUSE_END = re.compile(r"[;:!?\n\"“”]|[.,](?![0-9])")
SIGN_LAST = re.compile(r"(?:[A-Z]{0,3}[$€£¥₩₹]|\b[A-Z]{3})\s?\Z")


def what_is_counted(text: str, one: Counted, span: Span) -> str:
    """The words after the counted noun up to a mark, a few at most; where there are none, those before the number."""
    start, end = one.number.span.start, max(one.end, one.number.span.end)
    rest = CLAUSE_END.split(text[end : min(span.end, end + LOOK)], maxsplit=1)[0].split()
    while rest and not any(char.isalnum() for char in rest[0]):
        rest = rest[1:]
    if rest:
        return _closed(rest[:OF_WORDS])
    lead = SIGN_LAST.sub("", text[max(span.start, start - LOOK) : start])
    before = SENTENCE_END.split(without_bound(lead))[-1].split()
    return _closed(before[-OF_WORDS:])


def _closed(words: list[str]) -> str:
    """The words up to the last that may end a phrase."""
    while words and OPEN.fullmatch(words[-1].strip(",;:")):
        words = words[:-1]
    return " ".join(words).rstrip(",;:")
