"""Where in a page the words of a statement stand: of several places the one with what the article has around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from onrecord.model import Span

AROUND = 120  # characters before and after that tell one place from another
MOST = 1_000  # places that are weighed


@dataclass(frozen=True, slots=True)
class Sought:
    """Words, and what stands before and after them in the article."""

    words: str
    before: str = ""
    after: str = ""


def sought(text: str, at: Span) -> Sought:
    """What ``at`` marks in the text of an article."""
    before, after = text[max(0, at.start - AROUND) : at.start], text[at.end : at.end + AROUND]
    return Sought(" ".join(text[at.start : at.end].split()), before, after)


def place_in(text: str, one: Sought) -> Span | None:
    """Where the words stand in the text of a page; None where they do not."""
    return nearest(text, one, _places(text, one.words))


def nearest(text: str, one: Sought, places: Iterable[Span]) -> Span | None:
    """Of several places the one with most of what stands around the words in the article, else the first."""
    before, after = _letters(one.before)[::-1], _letters(one.after)

    def alike(at: Span) -> int:
        ahead = _letters(text[max(0, at.start - AROUND) : at.start])[::-1]
        return _shared(before, ahead) + _shared(after, _letters(text[at.end : at.end + AROUND]))

    some = list(islice(places, MOST))
    return max(some, key=alike) if len(some) > 1 else next(iter(some), None)


def _places(text: str, words: str) -> Iterator[Span]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + len(words))


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
