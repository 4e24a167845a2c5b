"""A heading as its reader sees it: without the kicker that stands above it inside the same element."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set
from dataclasses import dataclass

from lxml import etree, html

from onrecord.articles.markup import BLOCKS, SILENT, squeezed

KICKER = re.compile(
    r"kicker|overline|over-?title|top-?line|roof-?line|dachzeile|spitzmarke|vorspann|eyebrow|surtitle|super-?title|"
    r"pre-?title|pre-?headline|sub-?title|sub-?headline|sub-?head|topic|rubrik|section|categor|label|badge|flag|"
    r"title-?header|catch-?line|strap-?line|slug|theme|ribbon",
    re.I,
)
HEADLINE = re.compile(r"(?:^|[-_\s])(?:headline|title|heading|text|hed)(?:$|[-_\s])", re.I)
HIDDEN = re.compile(r"hidden|off-?screen|sr-only|screen-?reader|invisible|colon|dash|separator|divider", re.I)
FOLDED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"})
WORD = re.compile(r"\w+")
NO_WORD = re.compile(r"[\W_]*")
EDGE = re.compile(r"^[\s|:–—•·/-]+|[\s|–—•·/-]+$")  # a colon that ends is the headline's own
SOFT_HYPHEN = "\u00ad"  # where a line may break: nothing a reader sees
MOST_LEVELS = 6
MOST_PIECES = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a heading with the words of its class; both empty for bare text."""

    text: str
    marks: str = ""


def line_of(element: html.HtmlElement) -> str:
    """The words of an element as one line, with a space where a new block or a break begins."""
    pieces: list[str] = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        tag = one.tag if isinstance(one.tag, str) else ""
        pieces.append(" " if tag in BLOCKS or tag == "br" else "")
        if event == "start":
            pieces.append((one.text or "") if tag not in SILENT else "")
        elif one is not element:
            pieces.append(one.tail or "")
    return squeezed("".join(pieces).replace(SOFT_HYPHEN, ""))


def folded(line: str) -> str:
    """A line as comparison sees it: one kind of quotes and dashes, small letters, single spaces."""
    return squeezed(line.translate(FOLDED)).casefold()


def likeness(one: str, other: str) -> float:
    """F1 of the words of two lines."""
    a, b = (Counter(WORD.findall(folded(line))) for line in (one, other))
    both = (a & b).total()
    return 2 * both / (a.total() + b.total()) if both else 0.0


def heading_of(element: html.HtmlElement, *, known: Set[str] = frozenset()) -> str:
    """The heading without kicker; the whole of it where its parts do not tell. ``known``: folded headlines."""
    pieces = _pieces(element)
    if len(pieces) < 2:
        return line_of(element)
    named = [one for one in pieces if folded(one.text) in known] or [one for one in pieces if _is_headline(one)]
    if len(named) == 1:
        return named[0].text
    first = next((at for at in range(len(pieces)) if not _is_kicker(pieces, at)), 0)
    kept = EDGE.sub("", " ".join(one.text for one in pieces[first:])) if first else ""
    return squeezed(kept) or line_of(element)


def _pieces(element: html.HtmlElement) -> list[Piece]:
    """The parts of the innermost element that has more than one, each with text."""
    for _ in range(MOST_LEVELS):
        parts = [Piece(squeezed(element.text))]
        for one in list(element)[:MOST_PIECES]:
            marks = " ".join(one.get(name) or "" for name in ("class", "data-test-id", "data-testid", "itemprop"))
            hidden = " hidden" if one.get("aria-hidden") == "true" else ""
            parts += [Piece(line_of(one), marks + hidden), Piece(squeezed(one.tail))]
        parts = [part for part in parts if part.text]
        inner = [one for one in element if line_of(one)]
        if len(parts) != 1 or len(inner) != 1:
            return parts
        element = inner[0]
    return []


def _is_headline(piece: Piece) -> bool:
    return bool(HEADLINE.search(piece.marks)) and not KICKER.search(piece.marks) and not HIDDEN.search(piece.marks)


def _is_kicker(pieces: list[Piece], at: int) -> bool:
    """Whether a part above the rest is marked as a kicker, or set off by a mark that only machines read."""
    piece, after = pieces[at], pieces[at + 1 : at + 2]
    if not after:
        return False
    if NO_WORD.fullmatch(piece.text):
        return at > 0
    if KICKER.search(piece.marks):
        return True
    return bool(piece.marks) and bool(NO_WORD.fullmatch(after[0].text)) and bool(HIDDEN.search(after[0].marks))
