"""How well groups match the groups wanted: B-cubed and pairwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping


def b_cubed(wanted: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> float:
    """F1 of B-cubed precision and recall (Bagga and Baldwin 1998) over the items wanted; one not found is alone."""
    given = {one: found.get(one, ("alone", one)) for one in wanted}
    both = Counter((wanted[one], given[one]) for one in wanted)
    of_wanted, of_given = Counter(wanted.values()), Counter(given.values())
    precision = sum(count**2 / of_given[group] for (_, group), count in both.items())
    recall = sum(count**2 / of_wanted[group] for (group, _), count in both.items())
    return 2 * precision * recall / (precision + recall) / len(wanted) if wanted else 0.0


def pairwise(wanted: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> float:
    """F1 over pairs of items that are together."""
    given = {one: found.get(one, ("alone", one)) for one in wanted}
    hits = _pairs((wanted[one], given[one]) for one in wanted)
    total = _pairs(wanted.values()) + _pairs(given.values())
    return 2 * hits / total if total else 0.0


def _pairs(groups: Iterable[Hashable]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(groups).values())
