"""Statements into claims: which exported claim stands for which gold one, and how well they group."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from bench.newsroom.card import Card
from bench.newsroom.grouping import b_cubed, mixed
from bench.newsroom.pairing import Case
from bench.newsroom.statements import where
from bench.newsroom.values import Row, day, pair, same_amount, total

STRANGERS = "matched statements of no gold claim put into a claim that stands for a gold one"


@dataclass(frozen=True, slots=True)
class ClaimMap:
    """Which exported claim stands for which gold claim.

    ``best``: {} where none of a claim's statements was matched. ``pieces``: exported claims most of whose matched
    statements are that gold claim's own.
    """

    best: dict[str, Row]
    pieces: dict[str, list[Row]]


def map_claims(case: Case) -> ClaimMap:
    """Each gold claim goes to the exported claim that holds most of its matched statements.

    A tie goes to the purer one, then to the earlier.
    """
    held: defaultdict[str, Counter[str]] = defaultdict(Counter)
    owners: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for gold, row in case.matched:
        if gold.get("claim") and row.get("claim"):
            held[gold["claim"]][row["claim"]] += 1
            owners[row["claim"]][gold["claim"]] += 1
    best = {}
    for claim in case.room.claims:
        found = held[claim["id"]]
        order = sorted(found, key=lambda one, found=found: (-found[one], owners[one].total(), list(found).index(one)))  # type: ignore[misc]
        best[claim["id"]] = case.export.claims.get(order[0], {}) if order else {}
    pieces = defaultdict(list)
    for exported, owner in owners.items():
        pieces[owner.most_common(1)[0][0]].append(case.export.claims.get(exported, {}))
    return ClaimMap(best, pieces)


def score_grouping(case: Case, mapped: ClaimMap, card: Card) -> None:
    """Statements into claims."""
    claimed = [(gold["claim"], row.get("claim")) for gold, row in case.matched if gold.get("claim")]
    expected = any(gold.get("claim") for gold in case.room.statements)
    b_cubed(card, "claims.grouping", claimed, "matched statements with a gold claim", expected=expected)
    taken = {row["id"] for row in mapped.best.values() if row}
    strangers = [(gold, row) for gold, row in case.matched if not gold.get("claim")]
    inside = [gold for gold, row in strangers if row.get("claim") in taken]
    mixed(card, "claims", "claim", claimed)
    card.misses("claims.strangers", "in a scored claim", [], [where(gold) for gold in inside])
    card.rate("claims.strangers", (len(inside), len(strangers)), STRANGERS, lower=True)


def score_claim_figures(case: Case, mapped: ClaimMap, card: Card) -> None:
    """Figures of claims, without and with their day."""

    def same(gold: Row, exported: Row) -> bool:
        return same_amount(gold, exported) and case.room.names.same(gold.get("party"), exported.get("party"))

    def same_and_dated(gold: Row, exported: Row) -> bool:
        return same(gold, exported) and day(gold.get("on")) == day(exported.get("on"))

    for name, alike, what in (
        ("claims.figures", same, "(party, value, unit)"),
        ("claims.figures_dated", same_and_dated, "(party, value, unit, day)"),
    ):
        counts = [
            card.paired(name, claim["id"], pair(claim.get("figures"), mapped.best[claim["id"]].get("figures"), alike))
            for claim in case.room.claims
        ]
        card.prf(name, total(counts), f"{what} of claims")
