"""A claim as a person types it: its words, its names and numbers, and whether it is put as a denial."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.asking.polarity import denial
from onrecord.text.likeness import SMALL, WORD, stem
from onrecord.text.numbers import Number, find_numbers

MOST = 300  # characters of a question that are read
_TRUTH = re.compile(
    r"(?:is|was) it (?:true|so|a fact|correct) (?:that )?|(?:the )?claims? (?:that )?|(?:did|does|do) ", re.I
)
NAME_WEIGHT, NUMBER_WEIGHT = 1.5, 0.6


@dataclass(frozen=True, slots=True)
class Question:
    """``weights``: by stem of a word that carries meaning, how much it counts. ``negated``: the words that deny."""

    text: str
    weights: dict[str, float]
    numbers: tuple[Number, ...]
    negated: tuple[str, ...]

    @property
    def plain(self) -> frozenset[str]:
        """Stems of the words that are no names and no numbers: what is said of them.

        The first word may be a name, where others are left.
        """
        plain = [one for one, weight in self.weights.items() if weight == 1.0]
        first = stem(found.group().casefold()) if (found := WORD.search(self.text)) and self.text[:1].isupper() else ""
        return frozenset([one for one in plain if one != first] or plain)

    @property
    def whole(self) -> float:
        """What all its words count together."""
        return sum(self.weights.values())


def read_question(text: str) -> Question:
    """The question that the words put; "Is it true that ...?" asks what stands behind it."""
    plain = _TRUTH.sub("", " ".join(text[:MOST].split()).rstrip("?!. "), count=1) if _TRUTH.match(text) else text[:MOST]
    plain = " ".join(plain.split()).rstrip("?!. ")
    return Question(plain, _weights(plain), find_numbers(plain), denial(plain))


def _weights(text: str) -> dict[str, float]:
    numbers = [one.span for one in find_numbers(text)]
    weights: dict[str, float] = {}
    for at, found in enumerate(WORD.finditer(text)):
        word = found.group()
        if word.casefold() in SMALL or len(word) < 2:
            continue
        counted = any(one.start <= found.start() < one.end for one in numbers)
        named = word[0].isupper() and at > 0
        weights[stem(word.casefold())] = NUMBER_WEIGHT if counted else NAME_WEIGHT if named else 1.0
    return weights
