"""Where the words of a gold row stand in a text, and how far two sets of places agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from bench.newsroom.values import Row
from bench.newsroom.words import Placed, iou

Span = tuple[int, int]
Place = int | tuple[str, int]  # the index of a gold word, or ("extra", index of an exported word)


def places(text: str, piece: str | None) -> list[Span]:
    """Every (start, end) of a piece in the text; whole words if there are any."""
    found = [m.start() for m in re.finditer(re.escape(piece), text)] if piece else []
    spans = [(start, start + len(piece or "")) for start in found]
    return [span for span in spans if not glued(text, *span)] or spans


def glued(text: str, start: int, end: int) -> bool:
    """True where the piece begins or ends inside a word."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return before or after


def gap(one: Span, other: Span) -> int:
    """Characters between two spans."""
    return max(0, one[0] - other[1], other[0] - one[1])


def locate(text: str, pieces: Sequence[str], hints: Iterable[str | None]) -> list[Span]:
    """Spans of the pieces in order; of several places, the one nearest the hints (the cue and the source)."""
    near = [places(text, hint) for hint in hints if hint]
    best: tuple[int, list[Span]] | None = None
    for first in places(text, pieces[0]):
        spans = in_order(text, first, pieces[1:])
        if len(spans) == len(pieces):
            cost = sum(min(gap(span, place) for span in spans for place in found) for found in near if found)
            best = (cost, spans) if best is None or cost < best[0] else best
    return best[1] if best else []


def in_order(text: str, first: Span, pieces: Iterable[str]) -> list[Span]:
    """The first span and, for each further piece, its first place after the one before."""
    spans = [first]
    for piece in pieces:
        spans += [place for place in places(text, piece) if place[0] >= spans[-1][1]][:1]
    return spans


def gold_spans(text: str, row: Row) -> dict[str, list[Span]]:
    """Where a gold statement's content, cue and source stand in the text."""
    content = locate(text, row["content"], (row.get("cue"), row.get("source")))
    shown = [text[start:end] for start, end in content]
    cue = locate(text, [row["cue"]], shown) if row.get("cue") else []
    source = locate(text, [row["source"]], [row.get("cue"), *shown]) if row.get("source") else []
    return {"content": content, "cue": cue, "source": source}


def within(spans: Iterable[Sequence[int]], placed: Sequence[Placed]) -> set[int]:
    """Indexes of the words that the spans touch."""
    spans = list(spans)
    return {at for at, word in enumerate(placed) if any(word.start < end and word.end > start for start, end in spans)}


def align(gold: Sequence[str], exported: Sequence[str]) -> list[Place]:
    """For each exported word the gold word it is, or ('extra', i): lets offsets into two texts be compared."""
    if gold == exported:
        return list(range(len(gold)))
    to: list[Place] = [("extra", at) for at in range(len(exported))]
    for block in SequenceMatcher(None, gold, exported, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            to[block.b + step] = block.a + step
    return to


def overlap(gold: tuple[set[int], list[str]], exported: tuple[set[Place], list[str]]) -> float:
    """IoU of word places; words alone count (a little less) where the export's words stand outside the gold text."""
    union = gold[0] | exported[0]
    shared = len(gold[0] & exported[0]) / len(union) if union else 0.0
    outside = sum(isinstance(place, tuple) for place in exported[0])
    if exported[0] and outside > len(exported[0]) / 2:
        shared = max(shared, 0.99 * iou(gold[1], exported[1]))
    return shared
