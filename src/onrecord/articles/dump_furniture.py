"""The furniture blocks of a dump: a heading that tells, and the lines under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from onrecord.articles.headings import kind_of
from onrecord.articles.prose import is_aside, is_prose
from onrecord.model import Furniture, FurnitureKind, Teaser

MOST_ITEMS = 60


class Lined(Protocol):
    """A line that knows whether a blank line stands before it."""

    @property
    def text(self) -> str: ...
    @property
    def gap(self) -> bool: ...


def furniture_in(lines: Sequence[Lined]) -> tuple[Furniture, ...]:
    """The blocks in order; one that is repeated is kept once."""
    found = []
    taken = 0
    for at, line in enumerate(lines):
        kind = kind_of(line.text) if at >= taken else None
        if kind is None:
            continue
        block = _block(lines, at + 1)
        taken = at + 1 + len(block)
        if items := tuple(_teasers(_told(block, kind), kind))[:MOST_ITEMS]:
            found.append(Furniture(kind, line.text, items))
    return tuple(dict.fromkeys(found))


def _block(lines: Sequence[Lined], start: int) -> list[str]:
    """What stands under a heading: to the next heading, or to the blank line where items stand without any between."""
    tight = start < len(lines) and not lines[start].gap
    block: list[str] = []
    for line in lines[start : start + 2 * MOST_ITEMS]:
        if line.gap if tight else kind_of(line.text):
            break
        block.append(line.text)
    return block


def _told(block: list[str], kind: FurnitureKind) -> list[str]:
    return [line for line in block if not is_aside(line) or kind == "newsletter"]


def _teasers(block: list[str], kind: FurnitureKind) -> list[Teaser]:
    """Headlines with the sentence under each, where there is one."""
    if not any(not is_prose(line) for line in block[:1]) or kind == "newsletter":
        return [Teaser(line) for line in dict.fromkeys(block)]
    items: list[Teaser] = []
    for line in block:
        if items and items[-1].teaser is None and is_prose(line):
            items[-1] = Teaser(items[-1].headline, line)
        else:
            items.append(Teaser(line))
    return list(dict.fromkeys(items))
