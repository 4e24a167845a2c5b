"""Where a content begins and ends in the text: whole quotations, no marks around them, no stops at the ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.model import Span
from onrecord.text.quotes import Quote, quotes_in
from onrecord.text.sentences import paragraphs, paragraphs_within

_OPENS = re.compile(r"[\s,;:.!?—–\-)\]]+")
_ENDS = re.compile(r"[\s,;:—–(\[\-]+$")
_STOPS = re.compile(r"[\s,;:.—–(\[\-]+$")
_WORD = re.compile(r"\w+")
_THAT = re.compile(r"that\b,?\s+(?=\S)", re.IGNORECASE)

_JOINED = re.compile(r"\w\w|\w[-.&]\w|\w['’](?!s\b)\w")
_MARKED = re.compile(r"\w[-.&]\w|\w['’](?!s\b)\w")
_LONGEST_WORD = 60  # characters
_BESIDE = 5  # characters between a content and the cue inside it: an auxiliary at most
_LOOSE = " \n\t,;:—–-"

_LAST_THAT = re.compile(r"\s+that$", re.IGNORECASE)

_WHOLE_FROM = 0.6
"""Share of a quotation's words from which the whole of it is taken."""


def shaped(text: str, pieces: Sequence[Span], *, taken: Iterable[Span] = ()) -> tuple[Span, ...]:
    """The pieces of a content with their edges set; those of nothing but marks are left out.

    ``taken``: the cue and the source, which a quotation must not bring in.
    """
    barred = list(taken)
    made: list[Span] = []
    for piece in pieces:
        for part in paragraphs_within(text, piece):
            quotes = _quotes_at(text, part)
            made += _edged(text, _snapped(text, part, quotes, barred), quotes)
    made = _without_scraps(text, _merged(made))
    if len(made) > 1 and not all(_is_quoted(text, one) for one in made):
        made = [_with_own_marks(text, one) for one in made]
    return tuple(made)


def source_apart(
    text: str, cue: Span | None, source: Span | None, pieces: list[Span]
) -> tuple[Span | None, list[Span]]:
    """The source of an "according to" cut at its last comma where the content goes on with no mark between them.

    "According to the Post, Ada | Kell left the hall" is the Post's: the name behind the comma belongs to the content.
    """
    if cue is None or source is None or not pieces or text[slice(*cue)].lower() != "according to":
        return source, pieces
    comma = text.rfind(",", source.start, source.end)
    if (
        comma < 0
        or not cue.end <= source.start < source.end <= pieces[0].start
        or text[source.end : pieces[0].start].strip()
    ):
        return source, pieces
    return Span(source.start, comma), [Span(comma + 1, pieces[0].end), *pieces[1:]]


def with_inner_cue(pieces: Sequence[Span], cue: Span) -> list[Span]:
    """The pieces, with the cue taken in where it stands between two of them: "Trains have reportedly passed".

    For cues that name no source: without the cue the words would not be a sentence that anybody has written.
    """
    before = next((one for one in pieces if 0 <= cue.start - one.end <= _BESIDE), None)
    after = next((one for one in pieces if 0 <= one.start - cue.end <= 1), None)
    if before is None or after is None:
        return list(pieces)
    return sorted([*(one for one in pieces if one not in (before, after)), Span(before.start, after.end)])


def whole_words(text: str, span: Span) -> Span:
    """The span grown to the ends of the words at its edges: "U" to "U.S", "operate" to "co-operate"."""
    start, end = span
    while start > max(0, span.start - _LONGEST_WORD) and _inside_word(text, start):
        start -= 1
    while end < min(len(text), span.end + _LONGEST_WORD) and _inside_word(text, end):
        end += 1
    return Span(start, end)


def _inside_word(text: str, at: int) -> bool:
    """Whether no word ends between a character and the one before it."""
    return 0 < at < len(text) and bool(_JOINED.match(text, at - 1) or (at > 1 and _MARKED.match(text, at - 2)))


def without_that(text: str, span: Span | None) -> Span | None:
    """A cue without the "that" that leads into the content."""
    found = _LAST_THAT.search(text[slice(*span)]) if span else None
    return Span(span.start, span.start + found.start()) if span and found and found.start() else span


def trimmed(text: str, span: Span) -> Span | None:
    """The span without the stops and white space at its ends; None where nothing is left."""
    piece = text[slice(*span)]
    start = span.start + len(piece) - len(piece.lstrip(_LOOSE))
    end = span.end - len(piece) + len(piece.rstrip(_LOOSE))
    return Span(start, end) if start < end else None


def _quotes_at(text: str, span: Span) -> list[Quote]:
    """The quotations of the span's paragraph that touch it."""
    around = _paragraphs(text)
    at = bisect_right(around, span.start, key=lambda one: one.end)
    found = quotes_in(text, *around[at]) if at < len(around) else ()
    return [one for one in found if one.outer.start < span.end and one.outer.end > span.start]


@lru_cache(maxsize=4)  # asked for every piece of a text
def _paragraphs(text: str) -> tuple[Span, ...]:
    return tuple(paragraphs(text))


def _snapped(text: str, span: Span, quotes: Sequence[Quote], barred: Sequence[Span]) -> Span:
    """The span with each quotation at its edges taken whole, or left out where only a little of it is in."""
    start, end = span
    for quote in quotes:
        if quote.outer.start >= start and quote.outer.end <= end:
            continue
        if any(one.start < quote.outer.end and one.end > quote.outer.start for one in barred):
            continue
        if quote.inner.start <= start and end <= quote.inner.end and not _most_of(text, quote, start, end):
            continue
        if _most_of(text, quote, start, end):
            start, end = min(start, quote.outer.start), max(end, quote.outer.end)
        elif start < quote.outer.start:
            end = min(end, quote.outer.start)
        elif end > quote.outer.end:
            start = max(start, quote.outer.end)
    return Span(start, max(start, end))


def _most_of(text: str, quote: Quote, start: int, end: int) -> bool:
    whole = len(_WORD.findall(text, quote.inner.start, quote.inner.end))
    held = len(_WORD.findall(text, max(start, quote.inner.start), max(start, min(end, quote.inner.end))))
    return held >= _WHOLE_FROM * whole


def _edged(text: str, span: Span, quotes: Sequence[Quote]) -> list[Span]:
    """The span without stops at its ends, and without marks where it is one whole quotation."""
    start, end = span
    opens = _OPENS.match(text, start, end)
    start = opens.end() if opens else start
    for quote in quotes:
        if start >= quote.outer.start and end <= _past_stop(text, quote.outer.end):
            start, end = max(start, quote.inner.start), min(end, quote.inner.end)
            start = end - len(text[start:end].lstrip())
            closing = _ENDS.search(text[start:end])
            return _if_words(text, start, start + closing.start() if closing else end)
    inside = any(quote.outer.start <= end <= quote.outer.end for quote in quotes)
    closing = (_ENDS if inside else _STOPS).search(text[start:end])
    end = start + closing.start() if closing else end
    that = _THAT.match(text, start, end)
    return _if_words(text, that.end() if that else start, end)


def _past_stop(text: str, end: int) -> int:
    return end + len(text[end : end + 2]) - len(text[end : end + 2].lstrip(".,"))


def _if_words(text: str, start: int, end: int) -> list[Span]:
    return [Span(start, end)] if _WORD.search(text, start, end) else []


def _merged(spans: Sequence[Span]) -> list[Span]:
    """In order, those that overlap made one."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start <= made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return made


def _without_scraps(text: str, spans: list[Span]) -> list[Span]:
    """Without the words from the middle of a quotation that stand beside other pieces: the end of somebody else's."""
    kept = [one for one in spans if not any(_is_scrap(text, one, quote) for quote in _quotes_at(text, one))]
    return kept or spans


def _is_scrap(text: str, span: Span, quote: Quote) -> bool:
    inside = quote.inner.start < span.start and span.end <= quote.outer.end
    return inside and not _most_of(text, quote, *span)


def _is_quoted(text: str, span: Span) -> bool:
    return text[max(0, span.start - 1) : span.start] in ("“", '"', "„", "«", "‘")


def _with_own_marks(text: str, span: Span) -> Span:
    """A quoted piece beside one that is not quoted keeps its marks: whose words they are must show."""
    closed = text[span.end : span.end + 2].rstrip(" .,")
    if not _is_quoted(text, span) or closed[-1:] not in ("”", '"', "»", "’"):
        return span
    return Span(span.start - 1, span.end + len(closed))
