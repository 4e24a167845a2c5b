"""Whether somebody's words speak to the question, and which way round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.asking.answer import Side
from onrecord.asking.figures import other_number, told_otherwise
from onrecord.asking.polarity import converse, denies
from onrecord.asking.question import Question
from onrecord.asking.sentence_features import coverage, stems_of
from onrecord.model import Stance, Statement

Likeness = Callable[[str, str], float]
"""How alike two texts are in sense, 0.0 to 1.0: a seam for an encoder of sentences."""

FOR = frozenset(("asserts", "suggests"))
AGAINST = frozenset(("denies", "doubts", "no_evidence"))
SPEAKS = 0.6  # share of the question from which words speak to it
SAID = 0.3  # share of the words that are no names which words that speak to the question have
OWN = 0.4  # the least of it that the words themselves must have, whatever stands around them
TURNED: dict[Side, Side] = {"for": "against", "against": "for"}


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a stance toward some words stands toward the question, and why where that is another side."""

    position: Side
    why: str


def nearness(asked: Question, text: str, *, around: str = "", likeness: Likeness | None = None) -> float:
    """The share of the question that the words have, half as much for what only stands around them; 0.0 to 1.0."""
    stems = set(stems_of(text))
    # Names alone tell of something else.
    own = coverage(asked, stems) if len(asked.plain & stems) >= SAID * len(asked.plain) else 0.0
    if likeness is not None:
        own = max(own, likeness(asked.text, text))
    if own < OWN or not around:
        return own
    return own + (coverage(asked, set(stems_of(f"{text} {around}"))) - own) / 2 if own < 1 else own


def side_of(stance: Stance) -> Side:
    """The side a stance takes toward what it speaks to."""
    return "for" if stance in FOR else "against" if stance in AGAINST else "observing"


def turn(asked: Question, stance: Stance, text: str) -> Turn:
    """Where somebody stands toward the question who takes ``stance`` toward ``text``.

    A flat "no" is in the stance already; a negation that the stance does not show, a converse word and a negated
    question each turn it round. Another number than the one asked for is neither for nor against.
    """
    side = side_of(stance)
    told = "took it back" if stance == "withdraws" else ""
    if side == "observing":
        return Turn(side, told)
    if (side == "for" or other_number(asked, text)) and (otherwise := told_otherwise(asked, text)):
        return Turn("observing", otherwise)
    reasons = _reasons(asked, text, open_=stance in FOR)
    return Turn(TURNED[side] if len(reasons) % 2 else side, "; ".join(reasons))


def _reasons(asked: Question, text: str, *, open_: bool) -> list[str]:
    reasons = [f"the question says “{asked.negated[0]}”"] if asked.negated else []
    if open_ and denies(asked.weights, text):
        reasons.append("these words deny what is asked")
    elif words := converse(asked.text, text):
        reasons.append(f"“{words[1]}” is the converse of “{words[0]}”")
    return reasons


def turn_of(asked: Question, one: Statement) -> Turn:
    """Where a statement stands toward the question."""
    return turn(asked, one.stance, one.content.text)
