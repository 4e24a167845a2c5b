"""Quotation marks in a paragraph: where each quotation begins and ends, nested ones left inside their outer one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from onrecord.model import Span
from onrecord.text.quotes_marks import CLOSED_BY, Mark, marks_in

_WORD = re.compile(r"\w")
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
MAX_QUOTE = 3_000  # characters
MAX_SINGLE = 1_200  # characters between single marks: further apart they are apostrophes
SHORTEST_SINGLE = 2
MAX_QUOTES = 300  # in one paragraph


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: ``outer`` with its marks, ``inner`` without; ``closed``: a closing mark was found."""

    outer: Span
    inner: Span
    closed: bool = True


@lru_cache(maxsize=256)  # asked again for every statement of a paragraph
def quotes_in(text: str, start: int, end: int) -> tuple[Quote, ...]:
    """The quotations of ``text[start:end]``, in order; none overlap, none crosses an empty line.

    A quotation that is not closed runs to the end of its paragraph: the way a quotation over several paragraphs is set.
    Single marks count where another one closes them; ``inner`` is without the spaces that French sets inside its marks.
    """
    places = [found.span() for found in _PARAGRAPH.finditer(text, start, end)]
    quotes = [quote for place in places for quote in _paragraph(text, place)]
    return tuple(quote for quote in quotes if _says_something(text, quote.inner))


def _paragraph(text: str, place: tuple[int, int]) -> list[Quote]:
    start, end = place
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    pairs = _pairs(marks_in(text, start, end), start)
    return [_quote(text, *pair, end) for pair in islice(pairs, MAX_QUOTES)]


def _pairs(marks: Sequence[Mark], start: int) -> Iterator[tuple[Mark, Mark | None]]:
    """Each opening mark with the mark that closes it, or with None at the end of the paragraph."""
    ahead = _look_ahead(marks)
    opened: Mark | None = None
    depth = 0
    for mark, view in zip(marks, ahead, strict=True):
        if opened is None:
            opened, depth = (mark, 1) if _begins(mark, view, start) else (None, 0)
        elif mark.glyph == opened.glyph == "“" and view.balanced:
            depth += 1
        elif _ends(opened, mark, view):
            depth -= 1
            if not depth:
                yield opened, mark
                opened = None
    if opened is not None:
        yield opened, None


@dataclass(frozen=True, slots=True)
class _View:
    """What follows a mark.

    ``closing``: the first sure mark of its family (single or double) behind it closes; ``closer``: where the next
    single mark that may close stands; ``even``: an even number of double marks stands between; ``balanced``: the
    paragraph has a closing curly mark for each opening one, so one inside another is nested, and none was forgotten.
    """

    closing: bool
    closer: int | None
    even: bool
    balanced: bool


def _look_ahead(marks: Sequence[Mark]) -> list[_View]:
    """The view from each mark, read once from the end, so that no mark is looked at twice."""
    balanced = sum(mark.glyph == "“" for mark in marks) <= sum(mark.glyph == "”" for mark in marks)
    views: list[_View] = []
    closing = {True: False, False: False}
    closer: int | None = None
    doubles = 0
    for mark in reversed(marks):
        views.append(_View(closing[mark.single], closer, doubles % 2 == 0, balanced))
        if not mark.doubtful:
            closing[mark.single] = not mark.opens
        if mark.single and mark.closes:
            closer, doubles = mark.start, 0
        doubles += not mark.single
    return views[::-1]


def _begins(mark: Mark, view: _View, start: int) -> bool:
    if not mark.opens or not mark.single:
        return mark.opens
    if view.closer is None:
        return mark.glyph == "‘" and mark.start == start
    return view.even and SHORTEST_SINGLE <= view.closer - mark.end <= MAX_SINGLE


def _ends(opened: Mark, mark: Mark, view: _View) -> bool:
    return mark.closes and mark.glyph in CLOSED_BY[opened.glyph] and not (mark.doubtful and view.closing)


def _quote(text: str, opened: Mark, closed: Mark | None, end: int) -> Quote:
    """The quotation between two marks; of three single marks in a row one belongs to a quotation inside it."""
    start = opened.start + 2 if opened.glyph == "'''" else opened.end
    stop, outer = (closed.start + (closed.glyph == "'''"), closed.end) if closed else (end, end)
    inner = text[start:stop]
    lead, tail = len(inner) - len(inner.lstrip()), len(inner) - len(inner.rstrip())
    span = Span(start + lead, stop - tail) if inner.strip() else Span(start, start)
    return Quote(Span(opened.start, outer), span, closed is not None)


def _says_something(text: str, inner: Span) -> bool:
    """Whether there is a word between the marks: a comma in marks is code or a slip, nobody's words."""
    return inner.end - inner.start <= MAX_QUOTE and _WORD.search(text, inner.start, inner.end) is not None
