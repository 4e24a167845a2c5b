"""Whether two judgements have their say on one thing: so that nobody decides over another's head unawares. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from onrecord.judging import edges, knots, names
from onrecord.judging.words import KINDS as WORDS
from onrecord.model import Judgement, JudgementKind, Side

_SIDES: tuple[Side, ...] = ("this", "with", "from")
Matter: TypeAlias = Literal["speaker", "stance", "day", "ties", "origin", "assessment", "names", "copies"]
_MATTERS: Mapping[JudgementKind, Matter] = {
    "speaker": "speaker",
    "stance": "stance",
    "day": "day",
    "assess": "assessment",
    **dict.fromkeys(knots.KINDS, "ties"),
    **dict.fromkeys(WORDS, "origin"),
    **dict.fromkeys(names.KINDS, "names"),
    **dict.fromkeys(edges.KINDS, "copies"),
}


def quarrel(one: Judgement, other: Judgement) -> bool:
    """Whether two judgements, neither of them an undo or a redo, speak of the same and not alike.

    Notes never do, nor do two confirmations: each adds to the other.
    """
    matter = _MATTERS.get(one.kind)
    if matter is None or matter != _MATTERS.get(other.kind) or alike(one, other):
        return False
    if matter == "names":
        return not {one.party, one.value}.isdisjoint({other.party, other.value})
    if matter == "copies":
        return set(one.articles) == set(other.articles)
    if matter == "ties":
        return _tied(one, other)
    of_others = matter == "origin" and one.party != other.party
    return not of_others and _overlap(one.on("this"), other.on("this"))


def alike(one: Judgement, other: Judgement) -> bool:
    """Whether both say the same of the same."""

    def said(given: Judgement) -> tuple[object, ...]:
        sides = ({at.id for at in given.subjects if at.side == side} for side in _SIDES)
        return given.kind, given.value, given.party, given.role, set(given.articles), *sides

    return said(one) == said(other)


def _tied(one: Judgement, other: Judgement) -> bool:
    """A confirmation speaks of one statement; whoever merges, splits or moves, of all that is held or left there."""
    if one.kind == other.kind == "confirm":
        return False
    return _overlap(_held(one), _held(other))


def _held(one: Judgement) -> tuple[str, ...]:
    return one.on("this") if one.kind == "confirm" else tuple(at.id for at in one.subjects)


def _overlap(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return not set(some).isdisjoint(others)
