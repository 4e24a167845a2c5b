"""The lines of a page with where they stand in its tree: what a reader of the body decides on.

A line is a run of text between two block boundaries. One pass over the tree, whatever the page looks like.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from onrecord.articles.markup import BLOCKS, SILENT, squeezed

BOLD = frozenset(("b", "strong"))
SLANTED = frozenset(("i", "em", "cite"))
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

    def add(self, words: str | None) -> None:
        if not words:
            return
        self.pieces.append(words)
        if any(self.inside):
            size = len(squeezed(words))
            for at, open_ones in enumerate(self.inside):
                self.letters[at] += size if open_ones else 0

    def turn(self, tag: str, step: int) -> None:
        at = 0 if tag == "a" else 1 if tag in BOLD else 2 if tag in SLANTED else None
        if at is not None:
            self.inside[at] += step

    def close(self, holder: html.HtmlElement) -> Line | None:
        text = squeezed("".join(self.pieces))
        shares = [min(1.0, letters / len(text)) for letters in self.letters] if text else [0.0] * 3
        self.pieces, self.letters = [], [0, 0, 0]
        return Line(text, holder, shares[0], shares[1], shares[2]) if text else None


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
        tag = element.tag if isinstance(element.tag, str) else ""
        start = event == "start"
        if tag in BLOCKS or tag == "br":
            if line := now.close(holder):
                yield line
            holder = element if start else _around(element)
        now.turn(tag, 1 if start else -1)
        if start:
            now.add(element.text if tag not in SILENT else None)
        elif element is not root:
            now.add(element.tail)
    if line := now.close(holder):
        yield line


def _around(element: html.HtmlElement) -> html.HtmlElement:
    parent = element.getparent()
    return element if parent is None else parent
