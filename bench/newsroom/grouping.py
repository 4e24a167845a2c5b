"""How alike two groupings of the same items are: B-cubed, and the pairs that edges imply."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from bench.newsroom.card import Card
from bench.newsroom.values import Counts

P_WHAT = "B-cubed precision: of an item's exported group, how much is of its gold group"
R_WHAT = "B-cubed recall: of an item's gold group, how much is in its exported group"
F_WHAT = "B-cubed F1: harmonic mean of the two above"

Edge = tuple[str, str]


def b_cubed(card: Card, name: str, pairs: Sequence[tuple[str, str | None]], what: str, *, expected: bool) -> None:
    """B-cubed (Bagga and Baldwin 1998); pairs are (gold group, exported group), an item without one stands alone."""
    groups: list[tuple[str, Hashable]] = [(g, ("alone", at) if e is None else e) for at, (g, e) in enumerate(pairs)]
    both, golds, exported = Counter(groups), Counter(g for g, _ in groups), Counter(e for _, e in groups)
    precise = sum(both[pair] / exported[pair[1]] for pair in groups)
    recalled = sum(both[pair] / golds[pair[0]] for pair in groups)
    card.rate(name + "_p", (precise, len(groups)), f"{P_WHAT}; {what}")
    card.rate(name + "_r", (recalled, len(groups)), f"{R_WHAT}; {what}")
    nothing = 0.0 if expected else None
    value = 2 * precise * recalled / (precise + recalled) / len(groups) if groups else nothing
    card.number(name + "_f1", value, f"{F_WHAT}; {what}")


def linked_pairs(edges: Iterable[Edge]) -> set[frozenset[str]]:
    """All pairs of the closure of a set of edges."""
    group: dict[str, set[str]] = {}
    for one, other in edges:
        merged = group.get(one, {one}) | group.get(other, {other})
        group.update(dict.fromkeys(merged, merged))
    return {frozenset((a, b)) for members in group.values() for a in members for b in members if a < b}


def score_pairs(card: Card, name: str, gold_edges: Iterable[Edge], exported_edges: Iterable[Edge], what: str) -> None:
    """Precision, recall and F1 of the pairs two sets of edges imply."""
    gold, exported = linked_pairs(gold_edges), linked_pairs(exported_edges)
    card.prf(name, Counts(len(gold & exported), len(exported), len(gold)), what)
    card.misses(name, "pair", [sorted(p) for p in gold - exported], [sorted(p) for p in exported - gold])


def mixed(card: Card, kind: str, what: str, pairs: Sequence[tuple[str, str | None]]) -> None:
    """Keeps the gold groups that were split and the exported groups that hold more than one gold group."""
    for gold in sorted({g for g, _ in pairs}):
        homes = Counter(e for g, e in pairs if g == gold)
        if len(homes) > 1:
            card.miss(f"{kind}.split", gold, f"one {what}", homes)
    for exported in {e for _, e in pairs} - {None}:
        inside = Counter(g for g, e in pairs if e == exported)
        if len(inside) > 1:
            card.miss(f"{kind}.merged", str(exported), inside, f"one {what}")
