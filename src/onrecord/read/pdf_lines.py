"""Lines of a PDF to paragraphs: by their places and sizes, as there is nothing else to go by.

Order is that of the file, which programs write column by column; what is repeated at the edges of pages is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

EDGE = 3  # lines at the top and at the bottom of a page that may be a header or footer
APART = 1.3  # of the usual distance of lines
LARGER = 1.12
NUMBER = re.compile(r"[\W_]*(?:page|seite|p\.)?\s*\d{1,4}(?:\s*(?:of|von|/)\s*\d{1,4})?[\W_]*", re.I)
ENDED = re.compile(r"[.!?\u2026:][\"'\u201d\u2019\u00bb)\]]*$")
BULLET = re.compile(r"(?:[\u2022\u25aa\u25cf\u25e6\u2023\u00b7\uf0b7]|[\u2013-] |\(?\d{1,2}[.)] )")
BEGINS = re.compile(r"[\"'\u201c\u2018\u00ab(\[]?[^\W\d_a-z]")
BROKEN = re.compile(r"(\w+)[-\u2010\u00ad]$")
LOWER = re.compile(r"([^\W\d_]+)")
LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)


class Line(NamedTuple):
    """A line where it begins on its page, in points from the lower left, and the size of its letters."""

    text: str
    x: float
    y: float
    size: float


def lines_of(chunks: Iterable[tuple[str, float, float, float]]) -> Iterator[Line]:
    """Lines out of pieces of text with their places; a line break in a piece ends a line."""
    parts: list[str] = []
    place = (0.0, 0.0, 0.0)
    for text, *at in chunks:
        for number, piece in enumerate(text.split("\n")):
            if number and (line := "".join(parts).strip()):
                yield Line(_plain(line), *place)
            if number:
                parts = []
            if piece.strip() and not "".join(parts).strip():
                place = (at[0], at[1], at[2])
            parts.append(piece)
    if line := "".join(parts).strip():
        yield Line(_plain(line), *place)


def _plain(line: str) -> str:
    return " ".join(line.translate(LIGATURES).split())


def paragraphs(sheets: Sequence[Sequence[Line]]) -> list[str]:
    """The paragraphs of a document, of its pages' lines."""
    lines = [line for sheet in _without_edges(sheets) for line in sheet]
    pitch, width = _pitches(lines), _width(lines)
    words = Counter(re.findall(r"[\w-]+", " ".join(line.text for line in lines).lower()))
    found: list[str] = []
    for before, line in pairwise([None, *lines]):
        if line is None:
            continue
        if before is not None and not _breaks(before, line, pitch, width):
            found[-1] = _joined(found[-1], line.text, words)
        else:
            found.append(line.text)
    return found


def _without_edges(sheets: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without their headers and footers: what most pages have at an edge, and numbers there."""
    edges = [_edge(sheet) for sheet in sheets]
    counts = Counter(key for edge in edges for key in {_key(line.text) for line in edge})
    least = max(2, (len(sheets) + 1) // 2)

    def is_furniture(line: Line, edge: set[Line]) -> bool:
        return line in edge and (counts[_key(line.text)] >= least or bool(NUMBER.fullmatch(line.text)))

    return [[line for line in sheet if not is_furniture(line, edge)] for sheet, edge in zip(sheets, edges, strict=True)]


def _edge(sheet: Sequence[Line]) -> set[Line]:
    ordered = sorted(sheet, key=lambda line: -line.y)
    return {*ordered[:EDGE], *ordered[-EDGE:]}


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", text.lower())


def _pitches(lines: Sequence[Line]) -> dict[int, float]:
    """The usual distance of lines of each size, in points."""
    gaps: dict[int, Counter[float]] = {}
    for one, two in pairwise(lines):
        gap = one.y - two.y
        if _same_size(one, two) and 0 < gap < 3 * max(one.size, 1):
            gaps.setdefault(round(two.size), Counter())[round(gap * 2) / 2] += 1
    return {size: counter.most_common(1)[0][0] for size, counter in gaps.items()}


def _width(lines: Sequence[Line]) -> int:
    """How many characters a full line has."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[len(lengths) * 3 // 4] if lengths else 0


def _same_size(one: Line, two: Line) -> bool:
    small, large = sorted((one.size, two.size))
    return large <= small * LARGER


def _breaks(before: Line, line: Line, pitch: dict[int, float], width: int) -> bool:
    """True where a paragraph begins at the line."""
    ended = bool(ENDED.search(before.text))
    if not _same_size(before, line) or BULLET.match(line.text):
        return True
    gap = before.y - line.y
    if gap < -line.size or gap > 10 * line.size:  # the next column, or the next page
        return ended or not _goes_on(before, line, width)
    if gap > APART * pitch.get(round(line.size), line.size * 1.3):
        return True
    if line.x > before.x + 0.8 * line.size and ended:
        return True
    short = len(before.text) < 0.7 * width
    return short and bool(BEGINS.match(line.text)) and (ended or len(before.text) < 0.5 * width)


def _goes_on(before: Line, line: Line, width: int) -> bool:
    return len(before.text) > 0.6 * width or not BEGINS.match(line.text)


def _joined(text: str, more: str, words: Counter[str]) -> str:
    """Two lines as one; a hyphen at the end goes where the document has the word without it, or nowhere with it."""
    first, second = BROKEN.search(text), LOWER.match(more)
    if not first or not second or not second.group()[0].islower():
        return f"{text} {more}"
    one, two = first.group(1).lower(), second.group().lower()
    kept = words[f"{one}-{two}"] > words[one + two] and not text.endswith("\u00ad")
    return text[:-1] + ("-" if kept else "") + more
