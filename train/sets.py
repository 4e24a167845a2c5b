"""The gold sets and our own texts as training examples: windows of word pieces with their tags and links."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bench.gold import gold_readings
from onrecord.model import Statement
from onrecord.statements.tagger_links import ANCHOR, BEGINS, CONTENT, GOES_ON, NEITHER, OUTSIDE, SOURCE
from onrecord.statements.tagger_network import CONVENTIONS
from onrecord.text.windows import Window, windows
from train.marks import marked_texts

Row = dict[str, Any]

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Link:
    """One cue of a window: tokens ``[start, end)`` of it, and the part each token of the window plays, [T]."""

    start: int
    end: int
    parts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its gold: ``tags`` [T], ``inside`` [T, 2] (in some source, in some content), and its links."""

    window: Window
    convention: int
    tags: NDArray[np.int64]
    inside: NDArray[np.float32]
    links: tuple[Link, ...]


def read_rows(path: Path) -> list[Row]:
    """The documents of one gold file."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    return [json.loads(line) for line in text.split("\n") if line]


HELD_OUT = 8
"""Every so many-th of our own texts is not trained on: bounds and sureness are set on these."""


def own_rows(folder: Path, *, held_out: bool = False) -> list[Row]:
    """The documents written for training, or those of them that are held out."""
    rows = (row for path in sorted(folder.glob("*.txt")) for row in enumerate(marked_texts(path)))
    return [_with_inner_cues(row) for number, row in rows if (number % HELD_OUT == 0) == held_out]


def _with_inner_cues(row: Row) -> Row:
    """The same with one way of marking a cue that has no source and stands amid its content: inside it."""
    return row | {"attributions": [_with_inner_cue(one) for one in row["attributions"]]}


def _with_inner_cue(row: Row) -> Row:
    if row["source"] or not row["cue"]:
        return row
    (start, end), pieces = row["cue"][0], sorted(row["content"])
    before = next((piece for piece in pieces if 0 <= start - piece[1] <= 4), None)
    after = next((piece for piece in pieces if 0 <= piece[0] - end <= 1), None)
    if before is None or after is None:
        return row
    whole = [piece for piece in pieces if piece not in (before, after)]
    return row | {"content": sorted([*whole, [before[0], after[1]]])}


def examples(rows: Iterable[Row], convention: str, tokenizer: Tokenizer, *, most: int) -> list[Example]:
    """The examples of some documents, all annotated by one convention."""
    return [
        example(window, row["attributions"], CONVENTIONS.index(convention), row.get("ignore") or ())
        for row in rows
        for window in windows(row["text"], tokenizer, most=most)
    ]


def example(window: Window, rows: Sequence[Row], convention: int, ignored: Sequence[Sequence[int]]) -> Example:
    """A window with what of the gold attributions lies in it."""
    size = len(window.ids)
    tags = np.full(size, OUTSIDE, dtype=np.int64)
    inside = np.zeros((size, 2), dtype=np.float32)
    links = []
    for row in rows:
        parts = np.full(size, NEITHER, dtype=np.int64)
        parts[covered(window, row["content"])] = CONTENT
        parts[covered(window, row["source"])] = SOURCE
        inside[parts == SOURCE, 0] = inside[parts == CONTENT, 1] = 1.0
        place = _cue(window, row, parts)
        if place is None:
            continue
        start, end, first = place
        if not (parts == CONTENT).any():  # the content stands in another window
            tags[start:end] = IGNORED
            continue
        tags[start:end] = GOES_ON
        tags[start] = first
        links.append(Link(start, end, parts))
    if len(ignored):
        tags[covered(window, ignored) & (tags == OUTSIDE)] = IGNORED
    return Example(window, convention, tags, inside, tuple(links))


def _cue(window: Window, row: Row, parts: NDArray[np.int64]) -> tuple[int, int, int] | None:
    """Where the cue stands, and with which tag it begins; where the gold has none, the content's first token."""
    if not row["cue"]:
        held = np.flatnonzero(covered(window, row["content"][:1]))
        return (int(held[0]), int(held[0]) + 1, ANCHOR) if len(held) else None
    held = np.flatnonzero(covered(window, row["cue"][:1]))
    return (int(held[0]), int(held[-1]) + 1, BEGINS) if len(held) else None


def covered(window: Window, spans: Sequence[Sequence[int]]) -> NDArray[np.bool_]:
    """Which tokens lie in the spans, [T]."""
    found = np.zeros(len(window.ids), dtype=bool)
    for start, end in spans:
        found |= (window.starts < end) & (window.ends > start) & (window.ends > window.starts)
    return found


def newsroom_rows(folder: Path) -> list[Row]:
    """The articles of a gold newsroom as documents: to set bounds on, never to train on."""
    return [
        {
            "id": reading.article.id,
            "text": reading.article.text,
            "attributions": [_as_row(one) for one in reading.statements],
        }
        for reading in gold_readings(folder)
    ]


def _as_row(one: Statement) -> Row:
    parts = {"source": one.source, "cue": one.cue, "content": one.content}
    spans = {name: [list(span) for span in part.spans] if part else [] for name, part in parts.items()}
    return spans | {"kind": one.kind}
