"""The words that changed between two texts: paragraphs are aligned first, then words within those that pair up.

Paragraphs that stand once in both texts are fixed points (patience diff); between two of them, paragraphs that share
words are paired by dynamic programming. So a hostile text costs no more than a long one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.edits.edit import Line, Run
from onrecord.edits.words import STEPS, runs, tokens
from onrecord.text.likeness import words

MOST_PAIRS = 2_500  # paragraphs before times paragraphs after, between two fixed points
ALIKE = 0.4  # words in both, of the words of either (Dice): a paragraph rewritten beyond that is another

Pair = tuple[str | None, str | None]  # the same paragraph before and after; None where it is in one version only


def lines(before: str, after: str) -> tuple[Line, ...]:
    """The paragraphs of both texts in order, each with its runs."""
    pairs = list(_aligned(_paragraphs(before), _paragraphs(after)))
    changed = sum(len(tokens(old)) + len(tokens(new)) for old, new in pairs if old and new and old != new)
    most = STEPS // max(1, changed)
    return tuple(Line(_runs(old, new, most)) for old, new in pairs)


def _runs(old: str | None, new: str | None, most: int) -> tuple[Run, ...]:
    if old == new and new is not None:
        return (Run("same", new),)
    if old is None or new is None:
        return (Run("removed", old) if old is not None else Run("added", new or ""),)
    return runs(old, new, most)


def _paragraphs(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"\n\s*\n", text) if one.strip()]


def _aligned(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    old = new = 0
    for at, to in [*_fixed(before, after), (len(before), len(after))]:
        yield from _between(before[old:at], after[new:to])
        if at < len(before):
            yield before[at], after[to]
        old, new = at + 1, to + 1


def _fixed(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Places of paragraphs that stand once in each text, as many as are in the same order in both."""
    once = [{one for one, times in Counter(text).items() if times == 1} for text in (before, after)]
    places = {one: n for n, one in enumerate(after) if one in once[1]}
    shared = [(n, places[one]) for n, one in enumerate(before) if one in once[0] and one in places]
    return _rising(shared)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rises on both sides (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []  # the pair on top of each pile
    came: list[int] = []  # for each pair, the one before it in the best run that ends with it; -1 for none
    for n, (_, value) in enumerate(pairs):
        pile = bisect_left(tops, value)
        came.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [value]
        ends[pile : pile + 1] = [n]
    found, at = [], ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = came[at]
    return found[::-1]


def _between(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """Paragraphs between two fixed points, those that share words paired."""
    if not before or not after or len(before) * len(after) > MOST_PAIRS:
        yield from ((one, None) for one in before)
        yield from ((None, one) for one in after)
        return
    old = new = 0
    for at, to in _paired([set(words(one)) for one in before], [set(words(one)) for one in after]):
        yield from ((one, None) for one in before[old:at])
        yield from ((None, one) for one in after[new:to])
        yield before[at], after[to]
        old, new = at + 1, to + 1
    yield from ((one, None) for one in before[old:])
    yield from ((None, one) for one in after[new:])


def _paired(before: Sequence[set[str]], after: Sequence[set[str]]) -> list[tuple[int, int]]:
    """The pairs in order of both whose likenesses add up to most (Needleman and Wunsch 1970)."""
    alike = [[_likeness(one, other) for other in after] for one in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], alike[i][j] and alike[i][j] + best[i + 1][j + 1])
    return _traced(best, alike)


def _traced(best: Sequence[Sequence[float]], alike: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    pairs, i, j = [], 0, 0
    while i < len(alike) and j < len(alike[0]):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(one: set[str], other: set[str]) -> float:
    """Dice's share of words in both, 0.0 where it is too small for one paragraph to be the other."""
    together = len(one) + len(other)
    share = 2 * len(one & other) / together if together else 1.0
    return share if share >= ALIKE else 0.0
