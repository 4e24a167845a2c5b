"""Whether two statements of one claim surely speak to one thing: by themselves, or with the rest of the claim asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

Tie = Callable[[str, str], float]
FEW, MOST = 3, 60  # statements of the rest below which it says nothing, and past which no more are asked


@dataclass(frozen=True, slots=True)
class Bounds:
    """How sure is sure; set by ``python -m bench.tying`` with stories left out.

    ``surely``: two statements that are tied so need nothing more; ``fairly``: so much, where the rest of the claim is
    tied to both ``alike``: one less the mean difference of the two ties, 0.0 to 1.0. Both are lower in a claim that is
    ``close``: whose statements are on average tied so. A heap of several claims never is.
    """

    surely: float = 0.75
    fairly: float = 0.7
    alike: float = 0.8
    close: float = 0.43
    close_fairly: float = 0.55
    close_alike: float = 0.7


BOUNDS = Bounds()


@dataclass(frozen=True, slots=True)
class Ties:
    """How surely any two statements of a claim speak to it, by id, and the bounds that hold."""

    tie: Tie
    ids: Sequence[str]
    bounds: Bounds = BOUNDS

    def one_thing(self, one: str, other: str, *, surely: bool) -> bool:
        """``surely``: the rest of the claim is not asked."""
        sure, bounds = self.tie(one, other), self.bounds
        if sure >= bounds.surely or surely:
            return sure >= bounds.surely
        if sure < bounds.close_fairly:
            return False
        close = self.whole() >= bounds.close
        fairly, alike = (bounds.close_fairly, bounds.close_alike) if close else (bounds.fairly, bounds.alike)
        return sure >= fairly and self.alike(one, other) >= alike

    def whole(self) -> float:
        """How surely the statements of the claim are tied to one another on average; 0.0 where there are too few."""
        held = list(combinations(self.ids[:MOST], 2))
        return sum(self.tie(*pair) for pair in held) / len(held) if len(self.ids) >= FEW + 2 else 0.0

    def alike(self, one: str, other: str) -> float:
        """How alike the rest of the claim is tied to both; 0.0 where there is too little of it."""
        rest = [id_ for id_ in self.ids if id_ not in (one, other)][:MOST]
        if len(rest) < FEW:
            return 0.0
        return 1.0 - sum(abs(self.tie(one, id_) - self.tie(other, id_)) for id_ in rest) / len(rest)
