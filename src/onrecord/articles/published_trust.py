"""How sure a day is by what it rests on: how often such a day was right, read from a table."""

from __future__ import annotations

from functools import cache

from onrecord.knowledge.tables import table


@cache
def _confidences() -> dict[str, float]:
    return {row["basis"]: float(row["confidence"]) for row in table("day_confidence")}


def confidence_of(basis: str) -> float:
    """0.0 to 1.0 for what a day rests on ("metadata, a day apart"), a row of the table ``day_confidence``.

    A pair too rare for a row of its own has the row of what speaks against it ("one alone, a day apart").
    """
    return _confidences()[row_of(basis)]


def row_of(basis: str) -> str:
    """The row for a basis: its own, else the one of as many witnesses with the same against them."""
    if basis in _confidences():
        return basis
    witnesses, _, against = basis.partition(", ")
    return f"{'two agree' if witnesses == 'three agree' else 'one alone'}, {against}"
