"""Which claim (story) is which after settling: by the statements (articles) they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Members = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Pairs:
    """What became of what, all by id.

    ``same``: before to after, the two that hold more of each other than of any. ``went``: every id before with how
    much of it is where now; nothing for what is nowhere. ``came``: every id after that is no ``same``, and from where.
    """

    same: Mapping[str, str]
    went: Mapping[str, Mapping[str, int]]
    came: Mapping[str, Mapping[str, int]]

    @property
    def merged(self) -> dict[str, str]:
        """{id before: the one after that took it in}."""
        return {one: _most(into, one) for one, into in self.went.items() if into and one not in self.same}


def pairs(before: Members, after: Members) -> Pairs:
    """Pairs what was with what is; whatever the order, the same."""
    at = {member: id_ for id_, members in after.items() for member in members}
    went = {id_: Counter(at[one] for one in members if one in at) for id_, members in before.items()}
    came: dict[str, Counter[str]] = {id_: Counter() for id_ in after}
    for id_, into in went.items():
        for other, shared in into.items():
            came[other][id_] = shared
    same = {id_: most for id_, into in went.items() if into and _most(came[most := _most(into, id_)], most) == id_}
    taken = set(same.values())
    return Pairs(same, went, {id_: of for id_, of in came.items() if id_ not in taken})


def components(before: Members, after: Members) -> list[tuple[list[str], list[str]]]:
    """The ids before and after in the smallest lots of which none shares anything with another."""
    lot_of: dict[str, int] = {}  # by member
    lots: dict[int, tuple[list[str], list[str]]] = {}
    inside: defaultdict[int, list[str]] = defaultdict(list)
    every = [*((0, id_, before[id_]) for id_ in sorted(before)), *((1, id_, after[id_]) for id_ in sorted(after))]
    for number, (side, id_, members) in enumerate(every):
        joined: tuple[list[str], list[str]] = ([], [])
        joined[side].append(id_)
        held = list(members)
        for other in sorted({lot_of[one] for one in members if one in lot_of}):
            for mine, theirs in zip(joined, lots.pop(other), strict=True):
                mine.extend(theirs)
            held += inside.pop(other)
        lots[number] = joined
        inside[number] = held
        lot_of.update(dict.fromkeys(held, number))
    return list(lots.values())


def _most(counts: Mapping[str, int], own: str) -> str:
    """The id that holds most; of several its own, else the first."""
    return min(counts, key=lambda one: (-counts[one], one != own, one))
