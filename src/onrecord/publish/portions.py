"""A long article in portions that a page can hold: paragraphs kept whole where they can be, none left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.publish.in_place import Paragraph, Piece

MOST = 56_000  # characters of a page, of which a note takes as many as its markup is long
NOTE = 1_500
MARK = 120
LONGEST = 12_000  # characters of a paragraph; a longer one is cut between two words

Portion = tuple[Paragraph, ...]


def portions(paragraphs: Iterable[Paragraph]) -> tuple[Portion, ...]:
    """All paragraphs in order; of an article without text one portion of none."""
    found: list[Portion] = []
    held: list[Paragraph] = []
    weight = 0
    for one in (part for paragraph in paragraphs for part in _cut(paragraph)):
        own = _weight(one)
        if held and weight + own > MOST:
            found.append(tuple(held))
            held, weight = [], 0
        held.append(one)
        weight += own
    return (*found, tuple(held)) if held or not found else tuple(found)


def portion_of(several: Sequence[Portion], statement: str) -> int:
    """The number, from 1, of the portion in which a statement begins; 1 where none has it."""
    for n, portion in enumerate(several, 1):
        if any(statement in paragraph.notes for paragraph in portion):
            return n
    return 1


def _weight(one: Paragraph) -> int:
    letters = sum(len(piece.text) for piece in one.pieces)
    return letters + NOTE * len(one.notes) + MARK * len(one.pieces)


def _cut(paragraph: Paragraph) -> Iterator[Paragraph]:
    if _weight(paragraph) <= LONGEST:
        yield paragraph
        return
    held: list[Piece] = []
    weight, start = 0, paragraph.span.start
    for piece in (part for whole in paragraph.pieces for part in _pieces(whole)):
        own = len(piece.text) + MARK + NOTE * len(piece.begins)
        if held and weight + own > LONGEST:
            yield _paragraph(held, start)
            start += sum(len(one.text) for one in held)
            held, weight = [], 0
        held.append(piece)
        weight += own
    yield _paragraph(held, start)


def _paragraph(pieces: Sequence[Piece], start: int) -> Paragraph:
    end = start + sum(len(one.text) for one in pieces)
    return Paragraph(tuple(pieces), tuple(id_ for one in pieces for id_ in one.begins), Span(start, end))


def _pieces(piece: Piece) -> Iterator[Piece]:
    """A piece of bearable length as it is, a longer one cut: it begins what it began first, and ends it last."""
    texts = list(_texts(piece.text))
    for n, text in enumerate(texts):
        begins = piece.begins if n == 0 else ()
        ends = piece.ends if n == len(texts) - 1 else ()
        yield replace(piece, text=text, begins=begins, ends=ends)


def _texts(text: str) -> Iterator[str]:
    at = 0
    while len(text) - at > LONGEST // 2:
        space = text.rfind(" ", at + 1, at + LONGEST // 2)
        end = space + 1 if space > at else at + LONGEST // 2
        yield text[at:end]
        at = end
    yield text[at:]
