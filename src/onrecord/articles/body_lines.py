"""The lines of a page with where they stand in its tree: what a reader of the body decides on.

A line is a run of text between two block boundaries. One pass over the tree, whatever the page looks like.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from onrecord.articles.markup import BREAKS, SILENT, squeezed

BOLD = frozenset(("b", "strong"))
SLANTED = frozenset(("i", "em", "cite"))
INLINE = BOLD | SLANTED | {"a"}
MOST_LINES = 5000


@dataclass(frozen=True, slots=True)
class Line:
    """``linked``, ``bold`` and ``slanted``: the share of its letters that stand in links, bold or italic type."""

    text: str
    holder: html.HtmlElement
    linked: float
    bold: float
    slanted: float


class _Open:
    """How many letters of the line so far stand inside each kind of inline element."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.inside = [0, 0, 0]
        self.letters = [0, 0, 0]

    def add(self, words: str) -> None:
        self.pieces.append(words)
        if any(self.inside):
            size = len(squeezed(words))
            for at, open_ones in enumerate(self.inside):
                self.letters[at] += size if open_ones else 0

    def turn(self, tag: str, step: int) -> None:
        self.inside[0 if tag == "a" else 1 if tag in BOLD else 2] += step

    def close(self, holder: html.HtmlElement) -> Line | None:
        text = squeezed("".join(self.pieces))
        letters = self.letters
        self.pieces, self.letters = [], [0, 0, 0]
        if not text:
            return None
        return Line(text, holder, *(min(1.0, some / len(text)) if some else 0.0 for some in letters))


def lines_of(root: html.HtmlElement) -> list[Line]:
    """The first thousands of lines below an element, in order."""
    found: list[Line] = []
    for line in _lines(root):
        found.append(line)
        if len(found) >= MOST_LINES:
            break
    return found


def _lines(root: html.HtmlElement) -> Iterator[Line]:
    now, holder = _Open(), root
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag, start = element.tag, event == "start"
        if tag in BREAKS:
            if now.pieces and (line := now.close(holder)):
                yield line
            holder = element if start else _around(element)
        elif tag in INLINE:
            now.turn(tag, 1 if start else -1)
        words = (None if tag in SILENT else element.text) if start else None if element is root else element.tail
        if words:
            now.add(words)
    if line := now.close(holder):
        yield line


def _around(element: html.HtmlElement) -> html.HtmlElement:
    parent = element.getparent()
    return element if parent is None else parent
