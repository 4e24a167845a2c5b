"""Which lines of a dump are the story, told by a gold text: labels for the line labeller.

Lines whose words stand in the gold in the same order, each stretch of gold used once (the heaviest increasing chain).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

WORD = re.compile(r"\w+")
UNSPACED = re.compile(r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])")
GRAM = 4
MOST_PLACES = 12
LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """Line ``at`` says what the gold says from word ``start`` to word ``end``; ``weight``: words in common."""

    at: int
    start: int
    end: int
    weight: int


def words_of(text: str) -> list[str]:
    """Words as the scorer of the gold sets counts them: single signs in scripts without spaces."""
    return WORD.findall(UNSPACED.sub(r" \1 ", text))


def body_lines(lines: Sequence[str], gold: str) -> set[int]:
    """The numbers of the lines that are in the gold text."""
    said = words_of(gold)
    places = _places(said)
    found = [match for at, line in enumerate(lines) for match in _matches(at, words_of(line), said, places)]
    chain = _heaviest_chain(found)
    return {match.at for match in chain} | _short_ones([words_of(line) for line in lines], said, chain)


def _places(said: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(said) - GRAM + 1):
        places[tuple(said[start : start + GRAM])].append(start)
    return places


def _matches(
    at: int, words: Sequence[str], said: Sequence[str], places: dict[tuple[str, ...], list[int]]
) -> list[Match]:
    grams = [tuple(words[start : start + GRAM]) for start in range(len(words) - GRAM + 1)]
    if not grams:
        return []
    whole = [
        Match(at, place, place + len(words), len(words))
        for place in places.get(grams[0], ())[:MOST_PLACES]
        if list(words) == list(said[place : place + len(words)])
    ]
    if whole:
        return whole
    known = [number for number, gram in enumerate(grams) if gram in places]
    if len(known) < LEAST_SHARE * len(grams):
        return []
    return [
        Match(at, place, min(place + len(words) - known[0], len(said)), len(known))
        for place in places[grams[known[0]]][:MOST_PLACES]
    ]


def _heaviest_chain(found: Sequence[Match]) -> list[Match]:
    """The matches, one a line and in order of lines and words, that share the most words with the gold."""
    best: list[int] = []
    before: list[int | None] = []
    for number, match in enumerate(found):
        earlier = [
            other
            for other in range(number)
            if found[other].at < match.at and found[other].end <= match.start + GRAM // 2
        ]
        last = max(earlier, key=lambda other: best[other], default=None)
        best.append(match.weight + (best[last] if last is not None else 0))
        before.append(last)
    at = max(range(len(best)), key=lambda number: best[number], default=None)
    chain: list[Match] = []
    while at is not None:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]


def _short_ones(lines: Sequence[Sequence[str]], said: Sequence[str], chain: Sequence[Match]) -> set[int]:
    """Lines of fewer words than a gram: they count where they fill a gap that the chain leaves in the gold."""
    kept: set[int] = set()
    for one, two in zip([None, *chain], [*chain, None], strict=True):
        first, start = (one.at + 1, one.end) if one else (0, 0)
        last, end = (two.at, two.start) if two else (len(lines), len(said))
        for at in range(first, last):
            words = list(lines[at])
            after = start + len(words)
            if chain and 0 < len(words) < GRAM and after <= end and list(said[start:after]) == words:
                kept.add(at)
                start = after
    return kept
