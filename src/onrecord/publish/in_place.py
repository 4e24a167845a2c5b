"""An article's text cut into paragraphs and pieces, so that each statement can be marked where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.model import Span, Statement

_PARAGRAPHS = re.compile(r"[^\n](?:[^\n]|\n(?=[^\n]))*")

Held = tuple[Span, Statement]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text. ``inside``: the statement it belongs to, the shortest where several cover it.

    ``begins`` and ``ends``: the statements of which this is the first, and the last, piece.
    """

    text: str
    inside: str | None = None
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, the statements whose first piece is in it, and where it stands in the text."""

    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]
    span: Span


def paragraphs(text: str, statements: Sequence[Statement]) -> tuple[Paragraph, ...]:
    """The text as paragraphs (between blank lines) with every statement marked."""
    places = [Span(found.start(), found.end()) for found in _PARAGRAPHS.finditer(text)]
    cut = [list(_pieces(text, at, here)) for at, here in zip(places, _held(places, statements), strict=True)]
    first, last = _ends(piece for pieces in cut for piece in pieces)
    n, shown = 0, []
    for at_text, pieces in zip(places, cut, strict=True):
        marked = tuple(
            replace(piece, begins=tuple(first.get(n + at, ())), ends=tuple(last.get(n + at, ())))
            for at, (piece, _) in enumerate(pieces)
        )
        n += len(pieces)
        shown.append(Paragraph(marked, tuple(id_ for piece in marked for id_ in piece.begins), at_text))
    return tuple(shown)


def _held(places: Sequence[Span], statements: Iterable[Statement]) -> list[list[Held]]:
    """For each paragraph, the spans that reach into it."""
    starts = [at.start for at in places]
    held: list[list[Held]] = [[] for _ in places]
    for one in statements:
        for span in one.content.spans:
            n = max(0, bisect_right(starts, span.start) - 1)
            while n < len(places) and starts[n] < span.end:
                held[n].append((span, one))
                n += 1
    return held


def _pieces(text: str, at: Span, here: Sequence[Held]) -> Iterator[tuple[Piece, list[str]]]:
    """The pieces of a paragraph, each with the ids of all the statements over it."""
    edges = sorted({at.start, at.end, *(edge for span, _ in here for edge in span if at.start < edge < at.end)})
    for start, end in pairwise(edges):
        over = [(span.end - span.start, one.id) for span, one in here if span.start <= start and span.end >= end]
        yield Piece(text[start:end], min(over)[1] if over else None), [id_ for _, id_ in over]


def _ends(pieces: Iterable[tuple[Piece, list[str]]]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """{number of a piece: statements that begin with it}, and the same for those that end with it."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for n, (_, over) in enumerate(pieces):
        for id_ in over:
            first.setdefault(id_, n)
            last[id_] = n
    return _turned(first), _turned(last)


def _turned(numbers: dict[str, int]) -> dict[int, list[str]]:
    turned: dict[int, list[str]] = {}
    for id_, n in numbers.items():
        turned.setdefault(n, []).append(id_)
    return turned
