"""The sentence a place in a text stands in."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.model import Span
from onrecord.text.sentences import sentences

REACH = 1_500  # characters of a sentence on either side: a page without a full stop must not cost more than one with


def sentence_around(text: str, at: int) -> Span:
    """The sentence there, cut to ``REACH`` on either side; an empty span between two sentences."""
    every = sentences(text, Span(0, len(text)))
    place = bisect_right(every, at, key=lambda one: one.start) - 1
    if place < 0 or at >= every[place].end:
        return Span(at, at)
    return Span(max(every[place].start, at - REACH), min(every[place].end, at + REACH))
