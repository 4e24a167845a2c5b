"""The figures somebody gave: value, unit, what is counted, bound. Dates, times, ages, ordinals and names are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Figure, Span
from onrecord.statements.figures_names import counts_nothing
from onrecord.statements.figures_units import unit_of
from onrecord.text.dates import time_mentions
from onrecord.text.numbers import Number, find_numbers, without_bound

OF_WORDS = 8
# Words that announce another: a phrase cut behind one of them would end in the air.
OPEN = re.compile(
    r"(?:an?|the|th(?:is|at|ese|ose)|of|in(?:to)?|on|at|to|for|by|with|from|as|than|and|n?or|but|wh(?:ich|ose?)|its|h(?:is|er)"
    r"|their|our|is|are|was|were|be(?:en|ing)?|ha[sd]|have|will|would|some|about|only|not?)",
    re.I,
)
SENTENCE_END = re.compile(r"[.;:!?\n\"“”]")
CLAUSE_END = re.compile(r"[.,;:!?\n\"“”]")


def figures_in(text: str, spans: Sequence[Span]) -> tuple[Figure, ...]:
    """The figures inside ``spans`` of ``text``, in order; the whole text helps to name a unit that is not written."""
    numbers = [one for one in find_numbers(text) if any(_inside(one.span, span) for span in spans)]
    if not numbers:
        return ()
    times = [one.span for one in time_mentions(text)]
    counted = [one for one in numbers if not counts_nothing(text, one, times)]
    found: list[Figure] = []
    for one in counted:
        unit = unit_of(text, one, found)
        if unit:
            found.append(Figure(one.value, unit, _of(text, one, unit, spans), one.bound, one.span, one.high))
    return tuple(found)


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _of(text: str, number: Number, unit: str, spans: Sequence[Span]) -> str:
    """The words after the counted noun up to a mark, a few at most; where there are none, those before the number."""
    span = next(one for one in spans if _inside(number.span, one))
    after = CLAUSE_END.split(text[number.span.end : span.end], maxsplit=1)[0]
    noun = re.search(rf"{re.escape(unit)}\b", after)
    rest = (after[noun.end() :] if noun else after).split()
    if rest:
        return _closed(rest[:OF_WORDS])
    before = SENTENCE_END.split(without_bound(text[span.start : number.span.start]))[-1].split()
    return _closed(before[-OF_WORDS:])


def _closed(words: list[str]) -> str:
    """The words up to the last that may end a phrase."""
    while words and OPEN.fullmatch(words[-1].strip(",;:")):
        words = words[:-1]
    return " ".join(words).rstrip(",;:")
