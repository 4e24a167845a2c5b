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
    rows = _confidences()
    if basis in rows:
        return rows[basis]
    _, _, against = basis.partition(", ")
    return rows[f"one alone, {against}"]
