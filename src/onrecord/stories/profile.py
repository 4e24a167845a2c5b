"""What an article is about, as an index keeps it, and how alike two are. Both depend on these articles alone."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from onrecord.model import Article
from onrecord.stories.rarity import shipped
from onrecord.stories.topics import names_in
from onrecord.text.likeness import Grid, stem, terms, words

NAME_WEIGHT = 3  # a name says more about the event than another word does
KEPT_TERMS = 60
LEADING = 6  # terms of an undated article by which it meets others: no window of days bounds how many they are
SCALE = 1000  # weights are kept as whole numbers: their sums are the same in any order
FAR = 60.0  # days over which likeness falls by a factor of e
WINDOW = 60  # days beyond which two dated articles have nothing to do with each other but through others between them


@dataclass(frozen=True, slots=True)
class Profile:
    """An article's strongest terms, strongest first, with their weights in thousandths of a vector of length one.

    ``day``: of publication, as a number; None where it is unknown.
    """

    article: str
    day: int | None
    terms: tuple[tuple[str, int], ...]

    @property
    def leading(self) -> tuple[tuple[str, int], ...]:
        """The terms by which others find it: all of them, the strongest few where its day is unknown."""
        return self.terms if self.day is not None else self.terms[:LEADING]


def profile(article: Article) -> Profile:
    """The terms of headline and text, the rarest first; names once more for their weight."""
    day = date.fromisoformat(article.published.day).toordinal() if article.published.day else None
    rare, most = shipped()
    counts = Counter(_marks(article))
    raw = {term: (1 + math.log(count)) * rare.get(term, most) for term, count in counts.items()}
    length = math.sqrt(math.fsum(value * value for value in raw.values()))
    scaled = ((term, round(SCALE * value / length)) for term, value in raw.items())
    strongest = sorted((one for one in scaled if one[1]), key=lambda one: (-one[1], one[0]))
    return Profile(article.id, day, tuple(strongest[:KEPT_TERMS]))


def _marks(article: Article) -> list[str]:
    text = f"{article.headline}. {article.text}"
    named = [stem(word) for name in names_in(text) for word in words(name)]
    return terms(text) + named * (NAME_WEIGHT - 1)


def likeness(one: Profile, other: Profile) -> float:
    """0.0 to 1.0: the cosine of their terms, less with the days between them, 0 for two that cannot meet."""
    if not meet(one, other):
        return 0.0
    held = dict(other.terms)
    return alike(sum(weight * held.get(term, 0) for term, weight in one.terms), one.day, other.day)


def alike(product: int, one: int | None, other: int | None) -> float:
    """The likeness of two articles that can meet, from the product of their weights and their days."""
    apart = abs(one - other) if one is not None and other is not None else 0
    return round(product / SCALE**2 * math.exp(-apart / FAR), 9)


def meet(one: Profile, other: Profile) -> bool:
    """True within the window of days; where a day is unknown, if they share a leading term."""
    if one.day is not None and other.day is not None:
        return abs(one.day - other.day) <= WINDOW
    return not {term for term, _ in one.leading}.isdisjoint(term for term, _ in other.leading)


def grid(profiles: Sequence[Profile]) -> Grid:
    """The likeness of every two, 0.0 to 1.0; of each to itself it says nothing."""
    index: dict[str, int] = {}
    for one in profiles:
        for term, _ in one.terms:
            index.setdefault(term, len(index))
    rows = np.zeros((len(profiles), len(index)))
    for at, one in enumerate(profiles):
        for term, weight in one.terms:
            rows[at, index[term]] = weight
    products = rows @ rows.T  # whole numbers far below 2 ** 53, so the sums are exact in any order
    found = np.zeros((len(profiles), len(profiles)))
    for a, one in enumerate(profiles):
        for b in range(a + 1, len(profiles)):
            if products[a, b] and meet(one, profiles[b]):
                found[a, b] = found[b, a] = alike(int(products[a, b]), one.day, profiles[b].day)
    return found
