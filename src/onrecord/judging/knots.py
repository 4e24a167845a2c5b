"""Which statements people hold together and apart: judgements tied one after the other, so that the later wins."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from onrecord.model import Judgement, JudgementKind, Ties

KINDS: tuple[JudgementKind, ...] = ("merge", "split", "move", "confirm")
NO_CLAIM = "none"  # the value of a move out of a claim into no other


@dataclass(frozen=True, slots=True)
class Knots:
    """The state between two judgements: the group of each statement, whom each is kept apart from, who is alone."""

    groups: dict[str, set[str]] = field(default_factory=dict)
    apart: dict[str, set[str]] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)

    def group(self, id_: str) -> set[str]:
        """All that is held together with a statement, itself included."""
        return self.groups.get(id_, {id_})

    def tie(self, ids: Collection[str]) -> None:
        """Holds them together, and with them all that is held together with any of them."""
        whole: set[str] = set().union(*(self.group(id_) for id_ in ids))
        for id_ in whole:
            self.groups[id_] = whole
            self.apart[id_] = self.apart.get(id_, set()) - whole
        self.alone.difference_update(whole)

    def free(self, ids: Iterable[str]) -> None:
        """Takes each out of its group."""
        for id_ in ids:
            self.groups.pop(id_, set()).discard(id_)

    def part(self, some: Iterable[str], others: Collection[str]) -> None:
        """Keeps each of some apart from each of the others, but for what is held together."""
        for one in some:
            for other in others:
                if other not in self.group(one):
                    self.apart.setdefault(one, set()).add(other)
                    self.apart.setdefault(other, set()).add(one)


def tied(judgements: Iterable[Judgement]) -> Knots:
    """What the judgements come to, in their order."""
    knots = Knots()
    for one in judgements:
        if one.kind in KINDS:
            apply(knots, one)
    return knots


def apply(knots: Knots, one: Judgement) -> None:
    """One more judgement, which wins over all before it."""
    this, with_, from_ = one.on("this"), one.on("with"), one.on("from")
    if one.value == NO_CLAIM:
        knots.free(this)
        knots.alone.update(this)
        return
    if one.kind in ("split", "move"):
        # As the person saw them, the two claims were two: what tied one to the other gives way too.
        knots.free({*this, *(set(from_) & set().union(*map(knots.group, with_)))})
    if one.kind == "split":
        knots.tie(from_)
    knots.tie((*this, *with_))
    knots.part(this, from_)


def holds(knots: Knots, one: Judgement) -> bool:
    """True where all that a judgement says still is so."""
    this, with_, from_ = one.on("this"), one.on("with"), one.on("from")
    if one.value == NO_CLAIM:
        return knots.alone >= set(this)
    together = {*this, *with_} <= knots.group(this[0])
    if one.kind == "split":
        together = together and set(from_) <= knots.group(from_[0])
    if one.kind in ("split", "move"):
        return together and not knots.group(this[0]) & set(from_)
    return together


def ties(knots: Knots) -> Ties:
    """As the claims stage takes it: between two groups one pair says enough."""
    together = {tuple(sorted(group)) for group in knots.groups.values() if len(group) > 1}
    least = {id_: min(knots.group(id_)) for id_ in knots.apart}
    pairs = {(least[one], least[other]) for one, others in knots.apart.items() for other in others}
    apart = {(min(pair), max(pair)) for pair in pairs if not knots.alone & set(pair)}
    return Ties(tuple(sorted(together)), tuple(sorted(apart)), frozenset(knots.alone))


def ties_within(whole: Ties, ids: Collection[str]) -> Ties:
    """What is said of these statements: those of one story."""
    held = [tuple(id_ for id_ in group if id_ in ids) for group in whole.together]
    return Ties(
        tuple(group for group in held if len(group) > 1),
        tuple(pair for pair in whole.apart if pair[0] in ids and pair[1] in ids),
        frozenset(id_ for id_ in whole.alone if id_ in ids),
    )
