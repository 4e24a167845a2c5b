"""What an article is about, as an index keeps it, and how alike two are. Both depend on these articles alone."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from onrecord.model import Article
from onrecord.stories.packing import packed, unpacked
from onrecord.stories.pairs import compared, laid_out
from onrecord.stories.portrait import portrait
from onrecord.stories.rarity import shipped
from onrecord.stories.topics import names_in
from onrecord.stories.trees import shipped as shipped_trees
from onrecord.stories.trees import sureness
from onrecord.text.likeness import Grid, stem, terms, words

NAME_WEIGHT = 3  # a name says more about the event than another word does
KEPT_TERMS = 60
LEADING = 6  # terms of an undated article by which it meets others: no window of days bounds how many they are
SCALE = 1000  # weights are kept as whole numbers: their sums are the same in any order
LEAST = 0.1  # cosine of strongest terms: what shares less is not compared
WINDOW = 120  # days beyond which two dated articles have nothing to do with each other but through others between them
MODEL = "story_pairs"


@dataclass(frozen=True, slots=True)
class Profile:
    """An article's strongest terms, strongest first, with their weights in thousandths of a vector of length one.

    ``day``: of publication, as a number; None where it is unknown. ``portrait``: what it is compared by, packed.
    """

    article: str
    day: int | None
    terms: tuple[tuple[str, int], ...]
    portrait: bytes

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
    return Profile(article.id, day, tuple(strongest[:KEPT_TERMS]), packed(portrait(article)))


def _marks(article: Article) -> list[str]:
    text = f"{article.headline}. {article.text}"
    named = [stem(word) for name in names_in(text) for word in words(name)]
    return terms(text) + named * (NAME_WEIGHT - 1)


def likeness(one: Profile, other: Profile) -> float:
    """How surely two articles tell one event, 0.0 to 1.0; the same both ways."""
    return likenesses(one, [other])[0]


def likenesses(one: Profile, others: Sequence[Profile]) -> list[float]:
    """How surely an article tells one event with each of the others; 0.0 for those that are not compared at all."""
    held = dict(one.terms)
    near = [at for at, other in enumerate(others) if meet(one, other) and comparable(_product(held, other))]
    found = [0.0] * len(others)
    if near:
        side = laid_out([unpacked(one.portrait), *(unpacked(others[at].portrait) for at in near)])
        sure = sureness(shipped_trees(MODEL), compared(side, 0, np.arange(1, len(near) + 1)))
        for at, by in zip(near, sure.tolist(), strict=True):
            found[at] = by
    return found


def _product(held: Mapping[str, int], other: Profile) -> int:
    return sum(weight * held.get(term, 0) for term, weight in other.terms)


def comparable(product: int) -> bool:
    """Whether two articles with such a product of weights share enough to be compared."""
    return product >= LEAST * SCALE**2


def meet(one: Profile, other: Profile) -> bool:
    """True within the window of days; where a day is unknown, if they share a leading term."""
    if one.day is not None and other.day is not None:
        return abs(one.day - other.day) <= WINDOW
    return not {term for term, _ in one.leading}.isdisjoint(term for term, _ in other.leading)


def grid(profiles: Sequence[Profile]) -> Grid:
    """The likeness of every two, 1.0 of each to itself."""
    found = np.eye(len(profiles))
    for at, one in enumerate(profiles):
        found[at, at + 1 :] = found[at + 1 :, at] = likenesses(one, profiles[at + 1 :])
    return found
