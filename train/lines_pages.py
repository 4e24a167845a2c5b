"""The pages a line labeller learns from: dumps in several shapes, with a label for every line.

Naive dumps of the gold pages; of pages whose gold holds no text, labelled by our own reading of their markup; and dumps
in the shape of a one-column news page, whose furniture headings are put together at random so that none is learned.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.head_lines import likeness
from onrecord.articles.lines import Line
from onrecord.articles.reading import read_article
from onrecord.config import Config
from onrecord.model import Article, Page
from onrecord.read import read_bytes
from train.lines_dumps import dump_of
from train.lines_labels import body_lines

REAL, PSEUDO, SHAPED = 100.0, 50.0, 40.0  # what all lines of one page weigh together
LEAST_TEXT = 400
LIKE = 0.8
FIRST = "Most Hot Top Latest More Other Fresh New Popular Related Our Further Today Next Meist Neue Mehr Lo Más"
SECOND = "read topics stories news now week picks reports today here links headlines gelesen Themen visto leído"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A dump with labels: one number a line in each. ``shape``: "naive" (of gold pages), "read" (of pages without
    a gold text), "cut" or "column"."""

    name: str
    host: str
    lines: tuple[Line, ...]
    body: NDArray[np.float64]
    headline: NDArray[np.float64]
    weight: NDArray[np.float64]
    shape: str
    row: Mapping[str, Any]


def pages(folder: Path, rows: Sequence[Mapping[str, Any]]) -> Iterator[Labelled]:
    """The naive dumps of all pages that have a text or can be read, and those in other shapes."""
    for row in rows:
        data = gzip.decompress((folder / "pages" / f"{row['id']}.html.gz").read_bytes())
        real = bool(row.get("text")) and not row["weak_gold"]
        text = row.get("text") or _read(data)
        lines = tuple(Line(line, gap=True) for line in dump_of(data))
        if not text or not lines or (not real and len(text) < LEAST_TEXT):
            continue
        page = labelled(row, lines, text, total=REAL if real else PSEUDO, shape="naive" if real else "read")
        if page.body.any():
            yield page
            yield from other_shapes(page) if real else ()
    yield from seed_shaped([row for row in rows if row.get("text") and row.get("headline") and not row["weak_gold"]])


def _read(data: bytes) -> str:
    for page in read_bytes("page.html", data, Config()):
        if isinstance(page, Page) and isinstance(found := read_article(page, Config()), Article):
            return found.text
    return ""


def labelled(row: Mapping[str, Any], lines: tuple[Line, ...], text: str, *, total: float, shape: str) -> Labelled:
    """The lines with their labels; those that only a gold's optional part holds weigh nothing."""
    words = [line.text for line in lines]
    body = np.zeros(len(lines))
    body[list(body_lines(words, text))] = 1
    weight = np.array([1 + min(len(line.split()), 60) / 10 for line in words])
    weight *= total / weight.sum()
    for at in body_lines(words, row.get("optional") or ""):
        weight[at] *= body[at]
    title = row.get("headline") or ""
    first = int(np.argmax(body)) if body.any() else len(lines)
    headline = np.array([float(at < first and likeness(line, title) >= LIKE) for at, line in enumerate(words)])
    return Labelled(row["id"], host_of(row), lines, body, headline, weight, shape, row)


def host_of(row: Mapping[str, Any]) -> str:
    """The outlet of a page, as far as its address tells; the page's own name where it has none."""
    parts = (urlparse(row.get("url") or "").hostname or row["id"]).split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])


def other_shapes(page: Labelled) -> Iterator[Labelled]:
    """The same page cut, or without blank lines: what stands above the headline or after the story may be missing."""
    rng = random.Random(page.name)
    first, last = int(np.argmax(page.body)), len(page.body) - 1 - int(np.argmax(page.body[::-1]))
    above = np.flatnonzero(page.headline)
    start = int(above[0]) if len(above) else rng.randint(0, first)
    start = rng.choice([0, start, rng.randint(0, start)])
    end = rng.choice([len(page.lines), min(last + 1 + rng.randint(0, 30), len(page.lines))])
    kept = slice(start, end)
    tight = rng.random() < 0.6
    lines = tuple(replace(line, gap=line.gap and not tight) for line in page.lines[kept])
    weight = page.weight[kept] * SHAPED / page.weight[kept].sum()
    yield replace(page, lines=lines, body=page.body[kept], headline=page.headline[kept], weight=weight, shape="cut")


def seed_shaped(rows: Sequence[Mapping[str, Any]]) -> Iterator[Labelled]:
    """One-column dumps: day, headline, credit, story, then blocks of other pages' headlines and first sentences."""
    for row in rows:
        rng = random.Random(row["id"] + "shape")
        story = [line.strip() for line in row["text"].split("\n") if line.strip()]
        top = [f"{rng.randint(1, 28)}.{rng.randint(1, 12)}.2024"] * rng.randint(0, 1)
        credit = rng.choice([*(row.get("authors") or ()), "Reuters", "AFP", "Newsis"])
        others = rng.sample(list(rows), k=8)
        under = [line for _ in range(rng.randint(1, 3)) for line in _block(others, rng)]
        lines = [*top, row["headline"], credit, *story, *under]
        gap = rng.random() < 0.7
        labels = np.zeros((2, len(lines)))
        labels[0, len(top) + 2 : len(top) + 2 + len(story)] = 1
        labels[1, len(top)] = 1
        weight = np.array([1 + min(len(line.split()), 60) / 10 for line in lines])
        weight *= SHAPED / weight.sum()
        shown = tuple(Line(line, gap) for line in lines)
        yield Labelled(row["id"], host_of(row), shown, labels[0], labels[1], weight, "column", row)


def _block(others: Sequence[Mapping[str, Any]], rng: random.Random) -> Iterator[str]:
    yield f"{rng.choice(FIRST.split())} {rng.choice(SECOND.split())}"
    teased = rng.random() < 0.7
    for one in rng.sample(list(others), rng.randint(2, len(others))):
        if one["headline"]:
            yield one["headline"]
            if teased:
                yield one["text"].strip().split("\n")[0][:220].rsplit(". ", 1)[0] + "."
