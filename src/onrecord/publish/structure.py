"""An article's paragraphs as its page had them: under subheads, in lists, block quotations, entries of a live blog."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.model import Part, PartKind
from onrecord.publish.in_place import Paragraph

TEXT = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring paragraphs of one kind: "text", or that of a part other than an entry."""

    kind: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks of one entry of a live blog; ``entry`` is None for what stands outside of all of them."""

    entry: Part | None
    blocks: tuple[Block, ...]


def sections(paragraphs: Sequence[Paragraph], parts: Sequence[Part]) -> tuple[Section, ...]:
    """All paragraphs in order, in sections and blocks."""
    entries = [part for part in parts if part.kind == "entry"]
    others = [part for part in parts if part.kind != "entry"]
    placed = [(_over(one, entries), one) for one in paragraphs]
    return tuple(
        Section(entry, tuple(_blocks([one for _, one in several], others)))
        for entry, several in groupby(placed, key=lambda pair: pair[0])
    )


def _blocks(paragraphs: Sequence[Paragraph], parts: Sequence[Part]) -> Iterator[Block]:
    placed = [(_over(one, parts), one) for one in paragraphs]
    for _, several in groupby(placed, key=_together):
        held = list(several)
        part = held[0][0]
        yield Block(part.kind if part else TEXT, tuple(one for _, one in held))


def _together(placed: tuple[Part | None, Paragraph]) -> tuple[PartKind | None, Part | None]:
    """Items of a list are one block, whatever their number; each subhead and each quotation is one of its own."""
    part, _ = placed
    return (part.kind, None if part.kind == "item" else part) if part else (None, None)


def _over(paragraph: Paragraph, parts: Sequence[Part]) -> Part | None:
    """The last part to begin where the paragraph does or before, if it covers the whole paragraph."""
    at = bisect_right(parts, paragraph.span.start, key=lambda part: part.span.start) - 1
    if at >= 0 and paragraph.span.end <= parts[at].span.end:
        return parts[at]
    return None
