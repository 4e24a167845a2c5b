"""A page as it came in, shown safely: as blocks of its own words, without its markup, or as its source text.

No markup of the page survives: a tokenizer (linear in the size of the page, no tree, so that depth costs nothing) cuts
it into plain strings, which a template escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TypeVar

from onrecord.model import Span
from onrecord.publish.finding import places_of
from onrecord.publish.runs import Run, runs
from onrecord.publish.sought import Sought, nearest, place_in
from onrecord.read.decode import text_of

MAX_BYTES = 3_000_000
MAX_BLOCKS = 2_000
MAX_BLOCK = 20_000
MAX_SOURCE = 400_000
MOST = 90_000  # characters of a portion
BLOCK = 30  # characters that the markup of a block takes

_TOKEN = re.compile(r"<!--|<[a-zA-Z/!?][^<>]*>|[^<]+|<")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]{0,30})")
_LOOKS_LIKE_HTML = re.compile(r"<(?:!doctype html|html|head|body|article|div|p|main)\b", re.I)
_LOOKS_LIKE_DATA = re.compile(r"\s*(?:<\?xml|<rss|<feed|\{|\[)", re.I)
_SILENT = {"script", "style", "template", "noscript", "svg", "iframe", "object", "textarea", "select", "math", "head"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = (
    "p div section article header footer main nav aside ul ol li table tr td th blockquote figure figcaption form "
    "button label br hr pre dl dt dd address body html fieldset summary details title option"
)
_BREAKS = _HEADINGS | set(_BLOCKS.split())


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the page: ``kind`` is heading, item or text."""

    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Archived:
    """A page as blocks, or as ``source``. ``cut``: there is more than is shown; ``found``: the wanted words are."""

    blocks: tuple[Block, ...]
    source: tuple[Run, ...] | None
    cut: bool
    found: bool


Piece = TypeVar("Piece", Run, Block)


def archived(data: bytes, wanted: Sequence[Sought], *, as_source: bool = False) -> Archived:
    """The page, with the wanted words marked; data that is no page (a feed, JSON) is shown as its source."""
    text = text_of(data[:MAX_BYTES])
    too_long = len(data) > MAX_BYTES
    html = bool(_LOOKS_LIKE_HTML.search(text[:20_000]))
    if as_source or (not html and _LOOKS_LIKE_DATA.match(text)):
        return _source(text, wanted, cut=too_long)
    lines = list(_some(_html_lines(text) if html else (("text", line) for line in text.splitlines())))
    blocks = tuple(_marked(lines[:MAX_BLOCKS], wanted))
    found = any(run.hit for block in blocks for run in block.runs)
    return Archived(blocks, None, too_long or len(lines) > MAX_BLOCKS, found)


def in_pages(shown: Archived, *, most: int = MOST) -> tuple[Archived, ...]:
    """The same in portions of about so many characters, in order."""
    if shown.source is not None:
        return tuple(_portion(shown, (), tuple(runs_)) for runs_ in _by_weight(_short_runs(shown.source), most))
    return tuple(_portion(shown, tuple(blocks), None) for blocks in _by_weight(shown.blocks, most))


def _portion(shown: Archived, blocks: tuple[Block, ...], source: tuple[Run, ...] | None) -> Archived:
    held = source if source is not None else tuple(run for block in blocks for run in block.runs)
    return Archived(blocks, source, shown.cut, any(run.hit for run in held))


def _short_runs(source: Sequence[Run]) -> Iterator[Run]:
    for run in source:
        whole = run.hit or len(run.text) <= MAX_BLOCK
        yield from [run] if whole else (Run(run.text[at : at + MAX_BLOCK]) for at in range(0, len(run.text), MAX_BLOCK))


def _by_weight(several: Iterable[Piece], most: int) -> list[list[Piece]]:
    found: list[list[Piece]] = [[]]
    held = 0
    for one in several:
        own = len(one.text) if isinstance(one, Run) else BLOCK + sum(len(run.text) for run in one.runs)
        if held and held + own > most:
            found.append([])
            held = 0
        found[-1].append(one)
        held += own
    return found


def _source(text: str, wanted: Sequence[Sought], *, cut: bool) -> Archived:
    shown = text[:MAX_SOURCE]
    places = [place for one in wanted if (place := nearest(shown, one, places_of(shown, one.words)))]
    pieces = runs(shown, Span(0, len(shown)), places)
    return Archived((), pieces, cut or len(text) > MAX_SOURCE, found=any(run.hit for run in pieces))


def _some(lines: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    kept = 0
    for kind, line in lines:
        words = " ".join(line.split())
        if words:
            yield kind, words[:MAX_BLOCK]
            kept += 1
        if kept > MAX_BLOCKS:
            return


def _html_lines(text: str) -> Iterator[tuple[str, str]]:
    """(kind, words) of every line that a reader of the page would see."""
    kind, words, at = "text", [], 0
    while found := _TOKEN.match(text, at):
        piece, at = found.group(), found.end()
        name = _tag(piece)
        if piece == "<!--":
            at = _after(text, "--!?>", at)
        elif name is None:
            words.append(unescape(piece))
        elif name in _SILENT and not piece.startswith("</"):
            at = at if piece.endswith("/>") else _after(text, rf"</{name}\b[^<>]*>?", at)
        elif name in _BREAKS:
            yield kind, "".join(words)
            kind, words = _kind(name, piece), []
    yield kind, "".join(words)


def _tag(piece: str) -> str | None:
    """The name of a tag in lower case, "" for other markup, None for text."""
    if not piece.startswith("<") or piece == "<":
        return None
    name = _NAME.match(piece)
    return name.group(1).lower() if name else ""


def _kind(name: str, piece: str) -> str:
    if piece.startswith("</"):
        return "text"
    return "heading" if name in _HEADINGS else "item" if name in ("li", "dt", "dd") else "text"


def _after(text: str, end: str, at: int) -> int:
    """Where the text goes on after the pattern ``end``, upper and lower case alike; its end where there is none."""
    found = re.compile(end, re.I).search(text, at)
    return found.end() if found else len(text)


def _marked(lines: Sequence[tuple[str, str]], wanted: Sequence[Sought]) -> Iterator[Block]:
    """The lines as blocks, the wanted words marked where they stand: once, however often they occur."""
    whole = "\n".join(line for _, line in lines)
    places = [place for one in wanted if (place := place_in(whole, one))]
    at = 0
    for kind, line in lines:
        yield Block(kind, runs(whole, Span(at, at + len(line)), places))
        at += len(line) + 1
