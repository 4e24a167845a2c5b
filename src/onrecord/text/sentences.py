"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.model import Span
from onrecord.text.quotes import quotes_in

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_END = re.compile(r"[.!?…]+[\"”’')\]»]*(?=\s+[\"“‘'«„(\[]?[A-Z0-9ÀÖ-Þ]|\s*$)")
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Adm|Sgt|Cpl|Brig|Cmdr|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|No|vs|Jan|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Bros|Mt|Fr|Insp|Supt|Pres|Sec|Amb)|\b[A-Z](?:\.[A-Z])*"
    r"|\b[ap]\.m|\be\.g|\bi\.e)\.$"
)
_ALWAYS_END = re.compile(r"\b[ap]\.m\.$|(?:[A-Z]\.){2,}$")
_NEW_SENTENCE = re.compile(r"\s+[\"“]?(?:The|A|An|He|She|It|They|We|In|On|At|But|And|His|Her|Its|Their|This|That)\b")


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text: runs of lines without an empty line between them."""
    return [_trimmed(text, *found.span()) for found in _PARAGRAPH.finditer(text) if found.group().strip()]


@lru_cache(maxsize=256)  # asked again for every statement of a paragraph
def sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of a part of a text; a quotation is never cut, whatever stands in it."""
    return tuple(
        sentence
        for paragraph in paragraphs_within(text, within)
        for sentence in split(text, paragraph, [quote.outer for quote in quotes_in(text, *paragraph)])
    )


def paragraphs_within(text: str, within: Span) -> list[Span]:
    """The paragraphs that begin in a part of the text, cut to it."""
    return [Span(*found.span()) for found in _PARAGRAPH.finditer(text, within.start, within.end)]


def split(text: str, paragraph: Span, quotes: Sequence[Span]) -> list[Span]:
    """The sentences of one paragraph, never cut inside any of its quotes (in order, not overlapping)."""
    starts, ends = [paragraph.start], []
    for end in _breaks(text, paragraph, quotes):
        ends.append(end)
        starts.append(end)
    ends.append(paragraph.end)
    return [
        span for span in (_trimmed(text, *pair) for pair in zip(starts, ends, strict=True)) if span.end > span.start
    ]


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _breaks(text: str, paragraph: Span, quotes: Sequence[Span]) -> Iterator[int]:
    """Where sentences end: behind a stop, and behind a quotation without one that another sentence follows."""
    unstopped = [quote.end for quote in quotes if _unstopped(text, quote)]
    yield from sorted({*_stops(text, paragraph, quotes), *(end for end in unstopped if end < paragraph.end)})


def _unstopped(text: str, quote: Span) -> bool:
    led_in = re.search(r"[,:]\s*$", text[max(0, quote.start - 3) : quote.start]) is not None
    whole = text[quote.start + 1 : quote.start + 2].isupper()
    return (
        led_in
        and whole
        and re.match(r"\s+(?:He|She|It|They|The|In|On|At|But|Asked)\b", text[quote.end : quote.end + 12]) is not None
    )


def _stops(text: str, paragraph: Span, quotes: Sequence[Span]) -> Iterator[int]:
    at = 0
    for found in _END.finditer(text, *paragraph):
        while at < len(quotes) and quotes[at].end < found.end():
            at += 1
        inside = at < len(quotes) and quotes[at].start < found.end() < quotes[at].end
        if not inside and found.end() < paragraph.end and _ends(text, found):
            yield found.end()


def _ends(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 12) : found.end()]
    if found.group()[0] != "." or not _NO_END.search(before):
        return True
    return bool(_ALWAYS_END.search(before) and _NEW_SENTENCE.match(text, found.end()))
