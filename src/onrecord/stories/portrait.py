"""An article as likeness compares it: its marks and what each weighs, from it alone and shipped tables."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Article
from onrecord.stories import marks
from onrecord.stories.rarity import shipped
from onrecord.text.runs import runs

SUMMED = (
    "heading", "lead", "text", "names", "numbers", "phrases", "rare", "rarest", "ages", "blocks", "streets", "days",
    "near days", "runs",
)  # fmt: skip
"""Kinds of weight whose products are added up over the marks that two articles share."""
COVERED = ("heading covered", "lead covered", "names covered")
"""Kinds of weight that are shares of an article: added up over shared marks, how much of it the other has too."""
COUNTED = ("ages", "blocks", "streets", "days", "runs")
KINDS = {name: at for at, name in enumerate((*SUMMED, *COVERED))}

RUN = 5  # words: two articles that share many runs of these have them from one another
ONE_IN = 4  # of the runs are kept
RARE, RAREST = 6.0, 7.5  # in 24 and in 5 of 3,597 texts
NEAR = 2  # days to each side
SMALL_NUMBER, YEAR, NUMBER = 3.0, 3.0, 6.5  # rarity of figures, which the shipped counts leave out

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Portrait:
    """``marks``: numbers, ascending. Weight number n is ``weight[n]``, of the mark ``of[n]`` and the kind ``kind[n]``.

    ``counts``: how many ages, blocks, streets, days and runs there are. ``day``: of publication; ``told``: the day told
    of first; both as numbers, None where unknown. ``size``: terms of headline and text.
    """

    marks: NDArray[np.uint32]
    of: NDArray[np.uint16]
    kind: NDArray[np.uint8]
    weight: NDArray[np.float16]
    counts: tuple[int, ...]
    day: int | None
    told: int | None
    size: int


def portrait(article: Article) -> Portrait:
    """Reads an article's marks; about 3 ms."""
    day = article.published.day
    told = marks.days_of(article)
    text = marks.read_part(article)
    found = marks.terms_of(text)
    named = {
        "ages": marks.ages_of(text),
        "blocks": marks.blocks_of(text),
        "streets": marks.streets_of(text),
        "days": {str(one.toordinal()) for one in told},
        "runs": set(_runs_of(text)),
    }
    near = {str(one): 1.0 for one in marks.spread(told, NEAR)}
    weights = [*_worded(article, found, text), *_named(named), ("near days", "near", near)]
    counts = tuple(len(named[one]) for one in COUNTED)
    number = date.fromisoformat(day).toordinal() if day else None
    return _packed(weights, counts, (number, told[0].toordinal() if told else None, len(found)))


def _packed(
    weights: Iterable[tuple[str, str, Weights]], counts: tuple[int, ...], days: tuple[int | None, int | None, int]
) -> Portrait:
    rows: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for kind, space, held in weights:
        for name, weight in held.items():
            rows[_mark(space, name)].append((KINDS[kind], weight))
    ordered = sorted(rows)
    flat = [(at, kind, weight) for at, one in enumerate(ordered) for kind, weight in sorted(rows[one])]
    of, kinds, values = zip(*flat, strict=True) if flat else ((), (), ())
    return Portrait(
        np.array(ordered, np.uint32),
        np.array(of, np.uint16),
        np.array(kinds, np.uint8),
        np.array(values, np.float16),
        counts,
        *days,
    )


def _worded(article: Article, found: list[str], text: str) -> Iterator[tuple[str, str, Weights]]:
    heading = marks.terms_of(marks.heading_of(article))
    lead = marks.terms_of(text[: marks.LEAD + len(article.headline or "")])
    names = marks.names_of(text)
    rarity = {term: rarity_of(term) for term in {*found, *heading, *lead}}
    yield "heading", "term", _cosine_weights(heading)
    yield "lead", "term", _cosine_weights(lead)
    yield "text", "term", _cosine_weights(found)
    yield "names", "name", _cosine_weights(names)
    yield "numbers", "term", _cosine_weights(one for one in found if one[0].isdigit())
    yield "heading covered", "term", _shares(heading)
    yield "lead covered", "term", _shares(lead)
    yield "names covered", "name", _shares(names)
    yield "rare", "term", {term: 1.0 for term in set(found) if rarity[term] >= RARE}
    yield "rarest", "term", {term: 1.0 for term in set(found) if rarity[term] >= RAREST}
    phrases = marks.phrases_of(text)
    yield "phrases", "phrase", {one: math.sqrt(max(map(rarity_of, one.split()))) for one in phrases}


def _named(named: Mapping[str, set[str]]) -> Iterator[tuple[str, str, Weights]]:
    for kind, held in named.items():
        yield kind, kind, dict.fromkeys(held, 1.0)


def rarity_of(term: str) -> float:
    """How rare a stem or number is in news at large: 1.0 for one that is everywhere."""
    if term[0].isdigit():
        is_year = len(term) == len("2000") and term[:2] in ("19", "20")
        return SMALL_NUMBER if len(term) < len("100") else YEAR if is_year else NUMBER
    rare, most = shipped()
    return rare.get(term, most)


def _cosine_weights(terms: Iterable[str]) -> Weights:
    raw = {term: (1 + math.log(count)) * rarity_of(term) for term, count in Counter(terms).items()}
    length = math.sqrt(math.fsum(value * value for value in raw.values()))
    return {term: value / length for term, value in raw.items()}


def _shares(terms: Iterable[str]) -> Weights:
    raw = {term: rarity_of(term) ** 2 for term in set(terms)}
    total = math.fsum(raw.values())
    return {term: value / total for term, value in raw.items()}


@lru_cache(maxsize=100_000)
def _mark(space: str, name: str) -> int:
    return crc32(f"{space} {name}".encode())


def _runs_of(text: str) -> list[str]:
    found = runs([one.lower() for one in marks.WORD.findall(text)], RUN)
    return list(map(str, found[found % ONE_IN == 0].tolist()))
