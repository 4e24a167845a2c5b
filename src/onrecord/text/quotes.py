"""Quotation marks in a paragraph: where each quotation begins and ends, nested ones left inside their outer one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import Span

OPENING = {"“": "”", "„": "“”", "«": "»", '"': '"', "‟": "”"}
_MARKS = re.compile(r"[“”„«»\"‟]|''|``")
_WORD = re.compile(r"\w")
_SINGLE = re.compile(r"(?<![\w’])[‘'](?=[\w…])(?:[^‘’'\n]|(?<=\w)[’'](?=\w)){2,400}?[’'](?!\w)")
MAX_QUOTE = 3_000  # characters
MAX_QUOTES = 300  # in one paragraph


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: ``outer`` with its marks, ``inner`` without; ``closed``: a closing mark was found."""

    outer: Span
    inner: Span
    closed: bool = True


@lru_cache(maxsize=256)  # asked again for every statement of a paragraph
def quotes_in(text: str, start: int, end: int) -> tuple[Quote, ...]:
    """The quotations of one paragraph, ``text[start:end]``, in order; none overlap.

    A quotation that is not closed runs to the end of the paragraph: the way a quotation over several paragraphs is set.
    Single marks count only in a paragraph without double ones, where they cannot be apostrophes.
    """
    double = tuple(_doubles(text, start, end))
    return double[:MAX_QUOTES] or tuple(
        Quote(Span(*found.span()), Span(found.start() + 1, found.end() - 1))
        for found in _SINGLE.finditer(text, start, end)
    )


def _doubles(text: str, start: int, end: int) -> list[Quote]:
    quotes: list[Quote] = []
    opened: re.Match[str] | None = None
    for mark in _MARKS.finditer(text, start, end):
        if opened is None:
            opened = mark if _opens(text, mark, start) else None
        elif _closes(opened.group(), mark.group()):
            quotes.append(_quote(opened, mark.start(), mark.end(), closed=True))
            opened = None
    if opened is not None and opened.end() < end:
        quotes.append(_quote(opened, end, end, closed=False))
    return [quote for quote in quotes if _says_something(text, quote.inner)]


def _says_something(text: str, inner: Span) -> bool:
    """Whether there is a word between the marks: a comma in marks is code or a slip, nobody's words."""
    return inner.end - inner.start <= MAX_QUOTE and _WORD.search(text, inner.start, inner.end) is not None


def _quote(opened: re.Match[str], inner_end: int, outer_end: int, *, closed: bool) -> Quote:
    return Quote(Span(opened.start(), outer_end), Span(opened.end(), inner_end), closed)


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    if mark.group() in "”»":
        return False
    if mark.group() not in ('"', "''", "``"):
        return True
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1]
    return not before.isdigit() and not after.isspace()


def _closes(opening: str, mark: str) -> bool:
    if opening in ("''", "``"):
        return mark in ("''", '"')
    return mark in OPENING.get(opening, opening) or (opening in '“"' and mark in '”"')
