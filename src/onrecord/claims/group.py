"""Statements of one story into claims: the story as a whole, copies folded, whatever came first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.claims.features import features
from onrecord.claims.matcher import Matcher
from onrecord.claims.units import Unit, units
from onrecord.claims.wording import says_something
from onrecord.model import Article, Statement
from onrecord.text.likeness import Grid, average_link

CLAIMING = frozenset({"asserts", "denies", "relays", "suggests", "withdraws", "doubts", "no_evidence"})


@dataclass(frozen=True, slots=True)
class Group:
    """The ids of the statements of one claim, and how surely any two of them speak to it (by unordered pair of ids)."""

    statements: tuple[str, ...]
    sure: Mapping[frozenset[str], float]

    def tie(self, one: str, other: str) -> float:
        """0.0 to 1.0; 1.0 for a statement and its own repeat."""
        return self.sure.get(frozenset((one, other)), 1.0)


def group(
    articles: Mapping[str, Article], statements: Iterable[Statement], same: Mapping[str, str], matcher: Matcher
) -> tuple[Group, ...]:
    """The claims of a story. ``same`` maps each article to the least of its copies and versions.

    Plans, opinions and promises (stance "other") stay outside.
    """
    kept = [unit for unit in units(articles, statements, same) if unit.statement.stance != "other"]
    if not kept:
        return ()
    alike = matcher.sureness(features(kept, [articles[one] for one in sorted(articles)]))
    numbers = average_link(alike, matcher.least, fewest=round(len(kept) / matcher.size))
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for at, number in enumerate(numbers):
        rows[number].append(at)
    return tuple(
        _group([kept[at] for at in held], alike[held][:, held]) for _, held in sorted(rows.items()) if _real(kept, held)
    )


def _real(kept: Sequence[Unit], held: Sequence[int]) -> bool:
    """True where somebody takes a stand, and somebody's words say on what."""
    said = [kept[at].statement for at in held]
    return any(one.stance in CLAIMING for one in said) and any(says_something(one.content.text) for one in said)


def _group(held: Sequence[Unit], alike: Grid) -> Group:
    sure = {
        frozenset((one, other)): float(alike[a, b])
        for a, first in enumerate(held)
        for b, second in enumerate(held)
        if a < b
        for one in first.ids
        for other in second.ids
    }
    return Group(tuple(sorted(one for unit in held for one in unit.ids)), sure)
