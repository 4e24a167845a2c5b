"""What was measured, in order, and an example for every miss."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bench.newsroom.values import Counts, Paired

WIDTH = 140


def clip(value: Any, *, width: int = WIDTH) -> str:
    """A value as one short line."""
    line = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    line = " ".join(line.split())
    return line if len(line) <= width else line[: width - 1] + "…"


class Measure(NamedTuple):
    """One number: a share keeps its numerator and denominator. ``lower``: its best value is 0."""

    value: float | None
    num: float | None
    den: int | None
    lower: bool
    what: str


@dataclass(frozen=True, slots=True)
class Card:
    """The measures of one newsroom by name, its misses by kind, and how often a stance was taken for which."""

    rows: dict[str, Measure] = field(default_factory=dict)
    missed: defaultdict[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))
    confusion: Counter[tuple[Any, Any]] = field(default_factory=Counter)

    def rate(self, name: str, share: tuple[float, int], what: str, *, lower: bool = False) -> None:
        """A share: so many of so many."""
        num, den = share
        self.rows[name] = Measure(num / den if den else None, num, den, lower, what)

    def number(self, name: str, value: float | None, what: str) -> None:
        """A number that is no share of anything, such as a harmonic mean."""
        self.rows[name] = Measure(value, None, None, False, what)

    def prf(self, name: str, counts: Counts, what: str) -> None:
        """Precision, recall and F1 from counts."""
        hit, exported, gold = counts
        self.rate(name + "_p", (hit, exported), f"precision: {what}")
        self.rate(name + "_r", (hit, gold), f"recall: {what}")
        self.rate(name + "_f1", (2 * hit, exported + gold), f"F1: {what} (2 x hits / exported + gold)")

    def tally(self, name: str, verdicts: Sequence[str], what: str) -> None:
        """Right, abstained and wrong, each over all verdicts."""
        count, of = Counter(verdicts), len(verdicts)
        gave_none, gave_another = (
            "export gives none where gold has one",
            "export gives another, or one where gold has none",
        )
        self.rate(name, (count["right"], of), what + " (both null is right)")
        self.rate(name + "_abstained", (count["abstained"], of), gave_none, lower=True)
        self.rate(name + "_wrong", (count["wrong"], of), gave_another, lower=True)

    def miss(self, kind: str, where: str, gold: Any, got: Any) -> None:
        """Keeps one miss."""
        self.missed[kind].append({"where": where, "gold": clip(gold), "exported": clip(got)})

    def misses(self, kind: str, where: str, missing: Iterable[Any], extra: Iterable[Any]) -> None:
        """Keeps what a set lacks and what it has too much of."""
        for row in missing:
            self.miss(kind, where, row, "(missing)")
        for row in extra:
            self.miss(kind, where, "(nothing)", row)

    def paired(self, kind: str, where: str, paired: Paired[Any]) -> Counts:
        """Keeps what was left over of a pairing, and gives its counts."""
        self.misses(kind, where, paired.missing, paired.extra)
        return paired.counts

    def value(self, name: str) -> float | None:
        return self.rows[name].value
