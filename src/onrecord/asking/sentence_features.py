"""A sentence held against a question, as named numbers: what they share, and how the sentence holds what it tells."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.asking.figures import other_number
from onrecord.asking.general_words import is_general
from onrecord.asking.marks import KINDS, marks_in
from onrecord.asking.polarity import converse, denies, negations
from onrecord.asking.question import Question
from onrecord.text.likeness import WORD, stem

_ASKS = re.compile(
    r"^\W*(?:is|was|are|were|did|does|do|has|have|had|can|could|will|would|should|why|how|what|who|where)\b", re.I
)
_QUOTED = re.compile(r"[\"“‘'](?=\w)[^\"”’']{2,60}[\"”’'](?!\w)")
_MODAL = re.compile(r"\b(?:will|would|may|might|could|should|to be|going to|plans?|planning|wants?)\b", re.I)
FAR = 30.0  # words of a long headline: what length is counted in


def stems_of(text: str) -> list[str]:
    """Stems of all words, in order."""
    return [stem(found.group().casefold()) for found in WORD.finditer(text)]


def coverage(asked: Question, stems: set[str]) -> float:
    """The share of the question that stems hold, by weight, 0.0 to 1.0."""
    return sum(weight for one, weight in asked.weights.items() if one in stems) / asked.whole if asked.weights else 0.0


def features(asked: Question, text: str) -> dict[str, float]:
    """What is not named is 0. "w WORD" and "b WORD WORD": general words that are not the question's own."""
    told = stems_of(text)
    shared = coverage(asked, set(told))
    found = {"shared": shared, "shared twice": shared * shared, "length": min(len(told) / FAR, 2.0)}
    found |= _marked(asked, text)
    found |= _shape(text)
    found |= _turned(asked, text)
    return found | _words(asked, text)


def _marked(asked: Question, text: str) -> dict[str, float]:
    """Marks of each kind, those of the question's own words left out."""
    own = {kind: {one.casefold() for one in marks_in(asked.text, kind)} for kind in KINDS}
    counts = {kind: sum(one.casefold() not in own[kind] for one in marks_in(text, kind)) for kind in KINDS}
    marked = {kind: min(float(count), 3.0) for kind, count in counts.items() if count}
    return marked | {f"any {kind}": 1.0 for kind in marked} | ({} if marked else {"unmarked": 1.0})


def _shape(text: str) -> dict[str, float]:
    shape = {
        "asks": _ASKS.match(text) is not None,
        "question mark": "?" in text,
        "ends asking": text.rstrip("\"”’' ").endswith("?"),
        "quoted": _QUOTED.search(text) is not None,
        "colon": ": " in text,
        "modal": _MODAL.search(text) is not None,
    }
    return {name: 1.0 for name, holds in shape.items() if holds}


def _turned(asked: Question, text: str) -> dict[str, float]:
    own = bool(asked.negated)
    denied = denies(asked.weights, text)
    turned = {
        "denied": denied != own,
        "denied nearby": bool(negations(text)) != own,
        "converse": converse(asked.text, text) is not None,
        "other number": other_number(asked, text) is not None,
        "question denies": own,
    }
    return {name: 1.0 for name, holds in turned.items() if holds}


def general_words(asked: Question, text: str) -> list[str]:
    """The words of a text in order, empty in the place of a word for a thing, a number, or a word of the question."""
    told = [found.group().casefold() for found in WORD.finditer(text)]
    return [one if is_general(one) and stem(one) not in asked.weights else "" for one in told]


def _words(asked: Question, text: str) -> dict[str, float]:
    told = general_words(asked, text)
    return {f"w {one}": 1.0 for one in told if one} | {
        f"b {one} {two}": 1.0 for one, two in pairwise(told) if one and two
    }
