"""Words and paragraphs, and how far two lists of words agree."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+")
PLAIN = str.maketrans("‘’“”\u00a0", "''\"\" ")


class Placed(NamedTuple):
    """A folded word and the characters it covers."""

    word: str
    start: int
    end: int


def words_at(text: str | None) -> list[Placed]:
    """Every word of the text with its place."""
    found = WORD.finditer(text or "")
    return [Placed(unicodedata.normalize("NFKC", m.group()).casefold(), m.start(), m.end()) for m in found]


def words(text: str | None) -> list[str]:
    """The words of a text, folded, in order."""
    return [placed.word for placed in words_at(text)]


def squeeze(text: str | None) -> str:
    """Text with plain quotes and single spaces: what 'exact' means here."""
    return " ".join((text or "").translate(PLAIN).split())


def paragraphs(text: str | None) -> list[str]:
    """The paragraphs of a text, squeezed."""
    return [squeeze(part) for part in re.split(r"\n\s*\n", text or "") if part.strip()]


def iou(one: Iterable[str], other: Iterable[str]) -> float:
    """Intersection over union of two lists of words, repeats counted; two empty ones agree."""
    a, b = Counter(one), Counter(other)
    union = (a | b).total()
    return (a & b).total() / union if union else 1.0


def f1(hit: int, exported: int, gold: int) -> float | None:
    """F1 from counts; None where there was nothing to find and nothing was found."""
    return 2 * hit / (exported + gold) if exported + gold else None
