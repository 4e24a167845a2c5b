"""The figures of a claim side by side: each party's own, with its day and what it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.claims.positions import day_of, parties_of
from onrecord.model import ClaimFigure, Statement

GIVES = frozenset({"asserts", "suggests"})


def claim_figures(statements: Sequence[Statement], published: Mapping[str, str]) -> tuple[ClaimFigure, ...]:
    """Each figure once a party: from its first day."""
    rows: dict[tuple[str, float, float | None, str], ClaimFigure] = {}
    for one in sorted(statements, key=lambda one: (day_of(one, published) or "", one.id)):
        if one.stance not in GIVES:
            continue
        for party in parties_of(one):
            for figure in one.figures:
                key = (party, figure.value, figure.high, figure.unit.casefold())
                day = day_of(one, published)
                row = ClaimFigure(party, figure.value, figure.high, figure.unit, figure.of, figure.bound, day)
                rows.setdefault(key, row)
    return tuple(rows.values())
