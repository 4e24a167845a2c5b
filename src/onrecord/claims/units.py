"""What is grouped: a statement once, however many copies of its article repeat it, seen in its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import Article, Statement
from onrecord.text.likeness import overlap, terms

SAME_WORDS = 0.75  # share of the terms of two contents at which copies say the same thing
SENTENCE = re.compile(r"(?<=[.!?…])[”\"’')]*\s+(?=[“\"‘'(]?[A-Z0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A statement with its repeats in copies (``ids``) and its place: paragraph, sentence, rank among statements."""

    ids: tuple[str, ...]
    statement: Statement
    rank: int
    paragraph: int
    sentence: str
    before: str  # the sentence before it, empty at the head of the text
    question: bool  # its sentence tells what was asked


def units(articles: Mapping[str, Article], statements: Iterable[Statement], same: Mapping[str, str]) -> list[Unit]:
    """Statements folded over copies and versions, sorted by id; ``same`` gives each article's group of repeats.

    The earliest article stands for a unit: by published day, then the longer text, then id.
    """
    placed: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in sorted(statements, key=lambda one: (_age(articles[one.article]), one.content.spans, one.id)):
        placed[same[one.article]].append(one)
    ranks = _ranks(placed)
    folded = [bundle for _, group in sorted(placed.items()) for bundle in _folded(group)]
    made = [_unit(bundle, articles[bundle[0].article].text, ranks) for bundle in folded]
    return sorted(made, key=lambda unit: unit.statement.id)


def _age(article: Article) -> tuple[str, int, str]:
    return article.published.day or "9999", -len(article.text), article.id


def _ranks(placed: Mapping[str, Sequence[Statement]]) -> dict[str, int]:
    count: defaultdict[str, int] = defaultdict(int)
    ranks = {}
    for group in placed.values():
        for one in group:
            ranks[one.id] = count[one.article]
            count[one.article] += 1
    return ranks


def _folded(group: Sequence[Statement]) -> list[list[Statement]]:
    bundles: list[tuple[set[str], list[Statement]]] = []
    for one in group:
        held = set(terms(one.content.text)) or {one.content.text}
        for known, bundle in bundles:
            apart = all(one.article != other.article for other in bundle)
            if apart and one.speaker.party == bundle[0].speaker.party and overlap(held, known) >= SAME_WORDS:
                bundle.append(one)
                break
        else:
            bundles.append((held, [one]))
    return [bundle for _, bundle in bundles]


@lru_cache(maxsize=64)  # asked again for every statement of an article
def _breaks(text: str) -> tuple[int, ...]:
    """Where sentences begin, and the end of the text."""
    return 0, *(found.end() for found in SENTENCE.finditer(text)), len(text) + 1


def _unit(bundle: Sequence[Statement], text: str, ranks: Mapping[str, int]) -> Unit:
    first = bundle[0]
    start = first.content.spans[0].start if first.content.spans else 0
    breaks = _breaks(text)
    at = bisect_right(breaks, start) - 1
    sentence = text[breaks[at] : breaks[at + 1]].strip()
    before = text[breaks[at - 1] : breaks[at]].strip() if at else ""
    asked = bool(re.search(r"\b(?:asked|questions?|whether)\b", sentence))
    paragraph = text.count("\n\n", 0, start)
    return Unit(tuple(one.id for one in bundle), first, ranks[first.id], paragraph, sentence, before, asked)
