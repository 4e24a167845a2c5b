"""The lines of a text: what holds anything, with the lines of a hard-wrapped paragraph made one again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.articles.markup import BAD, MOST_CHARACTERS, squeezed
from onrecord.articles.prose import is_sentence

MOST_LINES = 40_000
WRAPPED = (45, 100)
BLANK = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a dump. ``gap``: a blank line stands before it."""

    text: str
    gap: bool


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything, at most ``MOST_LINES`` of them."""
    lines: list[Line] = []
    text = BAD.sub(" ", text[:MOST_CHARACTERS]).replace("\r\n", "\n").replace("\r", "\n")
    width = max(map(len, text.split("\n")))
    for block in BLANK.split(text):
        inner = [line for one in block.split("\n") if (line := squeezed(one))]
        if _is_wrapped(inner) or _fills(inner, width):
            inner = [" ".join(inner)]
        lines += [Line(line, at == 0) for at, line in enumerate(inner)]
        if len(lines) > MOST_LINES:
            break
    return lines[:MOST_LINES]


def _is_wrapped(lines: list[str]) -> bool:
    full = lines[:-1]
    if len(full) < 2 or not all(WRAPPED[0] <= len(line) <= WRAPPED[1] for line in full):
        return False
    return (
        sum(not is_sentence(line) for line in full) * 2 > len(full) and max(map(len, full)) - min(map(len, full)) < 30
    )


def _fills(lines: list[str], width: int) -> bool:
    """Whether every line breaks only where the next word would not fit on a page that is nowhere wider."""
    if len(lines) < 2 or not WRAPPED[0] <= width <= WRAPPED[1]:
        return False
    return all(len(one) + 1 + len(two.split(" ", 1)[0]) > width for one, two in pairwise(lines))
