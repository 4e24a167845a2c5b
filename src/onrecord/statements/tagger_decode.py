"""From what the network says of a window: which tokens are a cue's source and content, and which cues stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.statements.tagger_links import CONTENT, SOURCE, Cue

Tokens = NDArray[np.bool_]

GAP = 2
"""Tokens of doubt between two pieces of content that are bridged."""

STRAY, MAIN = 1, 4
"""A piece of so few tokens is left out beside one of so many: it is what the network was in two minds about."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Probabilities from which what the network says is taken up; set on the development set when it is trained."""

    cue: float = 0.35
    anchor: float = 0.3
    content: float = 0.5
    source: float = 0.5
    standing: float = 0.45
    sourceless: float = 0.6


@dataclass(frozen=True, slots=True)
class Linked:
    """A cue with its parts: ``content`` and ``source`` are tokens of the window, [T]; ``sureness`` 0 to 1."""

    cue: Cue
    content: Tokens
    source: Tokens
    sureness: float


def linked(
    cues: Sequence[Cue],
    answers: tuple[NDArray[np.float32], NDArray[np.float32]],
    continues: Tokens,
    bounds: Bounds,
) -> list[Linked]:
    """What each cue links, surest first. ``answers``: the head's parts [N, L, 3] and valid [N], as probabilities.

    ``continues`` [T] is true where a token goes on with the word before it: a word is decided as one.
    """
    size = len(continues)
    words = np.cumsum(~continues) - 1
    found = []
    for cue, row, sure in zip(cues, *answers, strict=True):
        start, end = cue.near(size)
        said, by = (_by_word(row[: end - start, part], words[start:end]) for part in (CONTENT, SOURCE))
        content, source = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
        content[start:end] = (said >= bounds.content) & (said >= by)
        source[start:end] = _best_run(np.where((by >= bounds.source) & (by > said), by, 0.0))
        _bridge(content, source, cue)
        if content.any():
            mean = float(said[content[start:end]].mean())
            found.append(Linked(cue, content, source, float(sure) * mean))
    return sorted(found, key=lambda one: -one.sureness)


def _by_word(values: NDArray[np.float32], words: NDArray[np.int64]) -> NDArray[np.float32]:
    """The mean over the pieces of each word, for every piece."""
    at = words - words[0]
    sums, counts = np.bincount(at, values), np.bincount(at)
    means = (sums / np.maximum(counts, 1)).astype(np.float32)
    return np.asarray(means[at], dtype=np.float32)


def _best_run(values: NDArray[np.float32]) -> Tokens:
    """The run of values above zero with the greatest sum; gaps of one token are bridged."""
    best, weight = (0, 0), 0.0
    for start, end in runs(values > 0, gap=1):
        total = float(values[start:end].sum())
        if total > weight:
            best, weight = (start, end), total
    kept = np.zeros(len(values), dtype=bool)
    kept[best[0] : best[1]] = True
    return kept


def runs(on: Tokens, *, gap: int = 0) -> list[tuple[int, int]]:
    """The runs of true values as [start, end); gaps of up to ``gap`` false values do not part them."""
    places = np.flatnonzero(on)
    if not len(places):
        return []
    cuts = np.flatnonzero(np.diff(places) > gap + 1)
    starts = places[np.concatenate(([0], cuts + 1))]
    ends = places[np.concatenate((cuts, [len(places) - 1]))] + 1
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _bridge(content: Tokens, source: Tokens, cue: Cue) -> None:
    """Fills small gaps in a content, but never with its cue or source."""
    pieces = runs(content)
    for (_, end), (start, _) in pairwise(pieces):
        overlaps = source[end:start].any() or (not cue.anchor and cue.start < start and cue.end > end)
        if start - end <= GAP and not overlaps:
            content[end:start] = True
    _without_strays(content)


def _without_strays(content: Tokens) -> None:
    pieces = runs(content)
    if max((end - start for start, end in pieces), default=0) >= MAIN:
        for start, end in pieces:
            content[start:end] = end - start > STRAY


def standing(found: Sequence[Linked], bounds: Bounds) -> list[Linked]:
    """Those that stand, given surest first: sure enough, and no second reading of the same words.

    A cue inside another's content is a statement inside a statement, and stands with it.
    """
    kept: list[Linked] = []
    for one in found:
        least = bounds.standing if one.source.any() else bounds.sourceless
        if one.sureness >= least and not any(_same_words(one, other) for other in kept):
            kept.append(one)
    return kept


def _same_words(one: Linked, other: Linked) -> bool:
    if one.cue.start < other.cue.end and other.cue.start < one.cue.end:
        return True
    shared = int((one.content & other.content).sum())
    both = int((one.content | other.content).sum())
    inside = other.content[one.cue.start] or one.content[other.cue.start]
    return 2 * shared >= both and (not inside or one.cue.anchor or other.cue.anchor or 10 * shared >= 9 * both)
