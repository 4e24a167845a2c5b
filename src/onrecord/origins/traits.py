"""What is compared of an article to find its copies and versions: pure, and small enough for an index to keep."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from onrecord.model import Article
from onrecord.text.addresses import address_key
from onrecord.text.likeness import words
from onrecord.text.runs import Runs, prints, runs

RUN = 5  # words in a run; five seldom agree by chance, and survive the edits of a desk
QUOTED = re.compile(r"[“\"][^“”\"]{12,}[”\"]")
CORRECTED = re.compile(
    r"(?im)^\W*(?:correction|clarification|editor.s note|update|retraction|this article (?:has been|was)|"
    r"an earlier version|the report (?:has been|is) withdrawn)\b"
)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What an index keeps of an article: the prints of its words, its addresses, its place among its versions.

    ``address`` is where it was found, ``home`` where its outlet says it belongs; empty where unknown. ``late`` orders
    versions: by day, then a note of correction, then length (texts grow), then id.
    """

    article: str
    prints: tuple[int, ...]
    address: str
    home: str
    late: tuple[str, int, int, str]


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """What two articles are compared by: all their runs of words, and those left when quotations are taken out."""

    article: Article
    runs: Runs
    own: Runs
    home: str


def sketch(article: Article) -> Sketch:
    """What stands for an article in an index."""
    late = (article.published.value or "", int(bool(CORRECTED.search(article.text))), len(article.text), article.id)
    address = _address(article.url)
    home = _address(article.canonical) or address
    return Sketch(article.id, prints(runs(words(article.text), RUN)), address, home, late)


def traits(article: Article) -> Traits:
    """What an article is compared by."""
    return Traits(
        article,
        np.unique(runs(words(article.text), RUN)),
        np.unique(runs(words(QUOTED.sub(" ", article.text)), RUN)),
        _address(article.canonical) or _address(article.url),
    )


def _address(url: str | None) -> str:
    """What is the same for versions of a page; empty for a host alone, which is where any page may be shown."""
    key = address_key(url) or ""
    return key if re.search(r"[/?]", key) else ""
