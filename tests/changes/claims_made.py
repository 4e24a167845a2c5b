"""Claims made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.model import Claim, ClaimFigure, Origin, Position, Stance, StatusChange


def claim(id_: str, *said: str, **what: Any) -> Claim:
    """A claim of these statements."""
    made = Claim(id_, "s", f"words of {id_}", "reported", (StatusChange("2026-03-02", "reported"),), said)
    return replace(made, **what)


def stands(party: str, stance: Stance, *said: str, on: str = "2026-03-02") -> Position:
    return Position(party, stance, on, said)


def knows(party: str, article: str = "a1") -> Origin:
    return Origin(party, article, "we saw it")


def figure(party: str, value: float, **what: Any) -> ClaimFigure:
    return ClaimFigure(party, value, None, "people", "people", "exact", "2026-03-02", **what)
