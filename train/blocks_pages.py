"""Pages with known stories as examples for the line labeller: a label for every line of which the gold speaks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from bench.reading import tokens
from onrecord.articles.blocks import take_furniture
from onrecord.articles.body import looked_at
from onrecord.articles.body_features import Seen, Told
from onrecord.articles.page import sheet_of
from onrecord.articles.signals import Claimed, claimed_by
from onrecord.config import Config
from onrecord.model import Rejected
from onrecord.read import read_bytes

FOLDS = 5
ENOUGH = 0.5  # of a line's tokens in the gold: it is story
NAMES = frozenset(("co", "com", "net", "org", "gov", "edu", "ac"))


@dataclass(frozen=True, slots=True)
class Example:
    """``labels``: 1 story, 0 not, -1 the gold does not say. ``weights``: of the lines, by their length."""

    row: dict[str, Any]
    lines: list[Seen]
    told: Told
    labels: np.ndarray
    weights: np.ndarray
    host: str
    fold: int
    path: Path
    claimed: Claimed

    def markup(self) -> str:
        """The page as it came."""
        page = next(iter(read_bytes(self.path.name, self.path.read_bytes(), Config())))
        return "" if isinstance(page, Rejected) else page.content


def examples(folder: Path) -> Iterator[Example]:
    """All pages with gold text or gold snippets."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    for row in rows:
        if not row.get("weak_gold") and (row.get("text") or row.get("with")):
            example = _example(row, folder / "pages" / f"{row['id']}.html.gz")
            if example is not None and (row.get("text") or (example.labels >= 0).any()):
                yield example


def _example(row: dict[str, Any], path: Path) -> Example | None:
    page = next(iter(read_bytes(path.name, path.read_bytes(), Config())))
    if isinstance(page, Rejected):
        return None
    sheet = sheet_of(page)
    claimed = claimed_by(page, sheet.tree, headline=sheet.headline, body=sheet.head.body)
    take_furniture(sheet.tree)
    lines, told = looked_at(sheet.tree, sheet.headline, said=sheet.head.body)
    texts = [one.line.text for one in lines]
    labels = aligned(texts, row["text"]) if row.get("text") else by_snippets(texts, row)
    weights = 0.5 + np.sqrt(np.minimum([one.words for one in lines], 120))
    weights = weights / max(1.0, np.sqrt(weights[labels >= 0].sum()))
    host = host_of(row)
    return Example(row, lines, told, labels, weights, host, fold_of(host), path, claimed)


def host_of(row: dict[str, Any]) -> str:
    """The outlet of a page: the last parts of its address's host that are not the country's."""
    parts = (urlsplit(row.get("url") or "").netloc.lower() or row["id"]).split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and parts[-2] in NAMES else parts[-2:])


def fold_of(host: str) -> int:
    """Which fifth an outlet belongs to, always the same."""
    return int(hashlib.md5(host.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def aligned(texts: list[str], gold: str) -> np.ndarray:
    """Labels by the longest common runs of tokens of page and gold."""
    cut = [tokens(text) for text in texts]
    owner = [at for at, one in enumerate(cut) for _ in one]
    found = np.zeros(len(texts))
    matcher = SequenceMatcher(None, [token for one in cut for token in one], tokens(gold), autojunk=False)
    for block in matcher.get_matching_blocks():
        for at in range(block.a, block.a + block.size):
            found[owner[at]] += 1
    sizes = np.array([max(1, len(one)) for one in cut])
    return (found / sizes >= ENOUGH).astype(int)


def by_snippets(texts: list[str], row: dict[str, Any]) -> np.ndarray:
    """Labels of the lines that hold a snippet that must be in the text, or must not."""
    inside = [" ".join(one.split()) for one in row["with"]]
    outside = [" ".join(one.split()) for one in row.get("without") or []]
    return np.array([_by_snippet(text, inside, outside) for text in texts], dtype=int)


def _by_snippet(text: str, inside: list[str], outside: list[str]) -> int:
    if any(one in text for one in inside):
        return 1
    return 0 if any(one in text for one in outside) else -1
