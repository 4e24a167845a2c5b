"""The words that changed within a paragraph: the fewest that explain it, in as few pieces as can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from onrecord.edits.edit import Run, RunKind

STEPS = 2_000_000  # of the search for the fewest changes, in all the paragraphs of a text together
MOST_CHANGES = 400  # in one paragraph: beyond that it is told as a whole
_TOKEN = re.compile(r"\w+(?:[.,'’]\w+)*|\s+|.", re.S)
_WORD = re.compile(r"\w+")
Step = tuple[RunKind, str]


class Block(NamedTuple):
    """Neighbouring words in both versions; equal where nothing changed."""

    before: str
    after: str


def tokens(text: str) -> list[str]:
    """Words (with their inner points and apostrophes), spaces and marks; joined, they are the text."""
    return _TOKEN.findall(text)


def runs(before: str, after: str, most: int) -> tuple[Run, ...]:
    """Two versions of a paragraph as runs; ``most``: how many changes may be looked for, at most MOST_CHANGES."""
    old, new = tokens(before), tokens(after)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    steps: list[Step] = [("same", one) for one in old[:head]]
    steps += _middle(old[head : len(old) - tail], new[head : len(new) - tail], min(most, MOST_CHANGES))
    steps += [("same", one) for one in old[len(old) - tail :]]
    return _readable(steps)


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many tokens are the same from the beginning."""
    n = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        n += 1
    return n


def _middle(old: Sequence[str], new: Sequence[str], most: int) -> list[Step]:
    trail = _trail(old, new, most) if old and new else None
    if trail is None:
        return [*(("removed", one) for one in old), *(("added", one) for one in new)]
    return list(_walked(old, new, trail))[::-1]


def _trail(old: Sequence[str], new: Sequence[str], most: int) -> list[dict[int, int]] | None:
    """How far each diagonal is reached with 0, 1, 2 ... changes (Myers 1986); None where ``most`` do not suffice."""
    reached, trail = {1: 0}, []
    for changes in range(most + 1):
        trail.append(dict(reached))
        for diagonal in range(-changes, changes + 1, 2):
            x = _from(reached, diagonal, changes)
            y = x - diagonal
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            reached[diagonal] = x
            if x >= len(old) and y >= len(new):
                return trail
    return None


def _from(reached: dict[int, int], diagonal: int, changes: int) -> int:
    """Where the diagonal is entered."""
    return reached[diagonal + 1] if _is_added(reached, diagonal, changes) else reached[diagonal - 1] + 1


def _is_added(reached: dict[int, int], diagonal: int, changes: int) -> bool:
    """True where the diagonal is entered by an addition from the one above, not by a removal from the one below."""
    return diagonal == -changes or (diagonal != changes and reached[diagonal - 1] < reached[diagonal + 1])


def _walked(old: Sequence[str], new: Sequence[str], trail: Sequence[dict[int, int]]) -> Iterator[Step]:
    """The steps from the end back to the beginning."""
    x, y = len(old), len(new)
    for changes in range(len(trail) - 1, 0, -1):
        added = _is_added(trail[changes], x - y, changes)
        diagonal = x - y + (1 if added else -1)
        from_x = trail[changes][diagonal]
        from_y = from_x - diagonal
        while x > from_x and y > from_y:
            x, y = x - 1, y - 1
            yield "same", old[x]
        yield ("added", new[from_y]) if added else ("removed", old[from_x])
        x, y = from_x, from_y
    yield from (("same", one) for one in old[:x][::-1])


def _readable(steps: Sequence[Step]) -> tuple[Run, ...]:
    """Steps as runs: what stays between two changes but holds less than two words is told as part of both."""
    found: list[Block] = []
    for same, grouped in groupby(steps, key=lambda step: step[0] == "same"):
        block = _block(list(grouped))
        if not same and len(found) > 1 and _is_little(found[-1]):
            between, before = found.pop(), found.pop()
            block = Block(*(f"{one}{stays}{other}" for one, stays, other in zip(before, between, block, strict=True)))
        found.append(block)
    told = [run for block in found for run in _told(block)]
    joined = ((kind, "".join(run.text for run in several)) for kind, several in groupby(told, key=lambda run: run.kind))
    return tuple(Run(kind, text) for kind, text in joined if text)


def _block(steps: Sequence[Step]) -> Block:
    return Block(
        "".join(text for kind, text in steps if kind != "added"),
        "".join(text for kind, text in steps if kind != "removed"),
    )


def _is_little(block: Block) -> bool:
    return block.before == block.after and len(_WORD.findall(block.before)) < 2


def _told(block: Block) -> Iterator[Run]:
    if block.before == block.after:
        yield Run("same", block.before)
        return
    # A space that both end with is no part of the change.
    space = block.before[-1:] if block.before[-1:].isspace() and block.before[-1:] == block.after[-1:] else ""
    yield Run("removed", block.before.removesuffix(space))
    yield Run("added", block.after.removesuffix(space))
    yield Run("same", space)
