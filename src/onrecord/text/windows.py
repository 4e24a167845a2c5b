"""Cuts a text into windows of word pieces, as the trained tagger reads them: whole paragraphs as long as they fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.model import Span
from onrecord.text.sentences import paragraphs, sentences

MOST_PIECES = 256
"""Word pieces of a window, its marks between paragraphs counted."""

_FIRST, _BETWEEN = 101, 102  # [CLS] and [SEP] of the vocabulary

Piece = tuple[int, int, int]  # id, start, end


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces of consecutive paragraphs: ``ids`` [T]; ``starts`` and ``ends`` [T], characters of the text.

    A mark between paragraphs has its start equal to its end.
    """

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


def windows(text: str, tokenizer: Tokenizer, *, most: int = MOST_PIECES) -> list[Window]:
    """The windows of a text in order; every word is in exactly one."""
    made: list[Window] = []
    held: list[Piece] = []
    for block in _blocks(text, tokenizer, most - 2):
        if held and len(held) + len(block) + 2 > most:
            made.append(_window(held))
            held = []
        held += [*block, (_BETWEEN, block[-1][2], block[-1][2])]
    return [*made, _window(held)] if held else made


def _window(pieces: Sequence[Piece]) -> Window:
    ids, starts, ends = np.array([(_FIRST, pieces[0][1], pieces[0][1]), *pieces], dtype=np.int64).T
    return Window(ids, starts, ends)


def _blocks(text: str, tokenizer: Tokenizer, most: int) -> Iterator[list[Piece]]:
    for paragraph in paragraphs(text):
        pieces = _pieces(text, paragraph, tokenizer)
        yield from _cut(text, paragraph, pieces, most) if len(pieces) > most else [pieces] if pieces else []


def _pieces(text: str, span: Span, tokenizer: Tokenizer) -> list[Piece]:
    found = tokenizer.encode(text[span.start : span.end], add_special_tokens=False)
    return [
        (one, start + span.start, end + span.start)
        for one, (start, end) in zip(found.ids, found.offsets, strict=True)
        if end > start
    ]


def _cut(text: str, paragraph: Span, pieces: list[Piece], most: int) -> Iterator[list[Piece]]:
    """A paragraph that is too long, cut at the ends of sentences, or where it must be."""
    ends = iter([one.end for one in sentences(text, paragraph)])
    end, begun, last = next(ends, paragraph.end), 0, 0
    for at, piece in enumerate(pieces):
        while piece[1] >= end:
            last, end = at, next(ends, paragraph.end + 1)
        if at - begun >= most:
            stop = last if last > begun else at
            yield pieces[begun:stop]
            begun = stop
    yield pieces[begun:]
