"""Who says two statements, when, how they stand, and with what figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from onrecord.claims.spaces import each
from onrecord.claims.units import Unit
from onrecord.text.likeness import Grid, stem

FOR = frozenset({"asserts", "suggests", "relays"})
AGAINST = frozenset({"denies", "doubts", "no_evidence"})
OPEN = frozenset({"no_comment", "investigating", "cannot_confirm", "conditional"})


def voices(units: Sequence[Unit]) -> dict[str, Grid]:
    """Parties, speakers, days and stances of every two statements."""
    said = [unit.statement for unit in units]
    with_, against, open_ = (np.array([float(one.stance in kind) for one in said]) for kind in (FOR, AGAINST, OPEN))
    back = np.array([float(one.stance == "withdraws") for one in said])
    days = [one.said_on.day if one.said_on else None for one in said]
    return {
        "same party": each([one.speaker.party or one.id for one in said], lambda a, b: float(a == b)),
        "same speaker": each([one.speaker.name or one.id for one in said], lambda a, b: float(a == b)),
        "for and against": _one_each(with_, against),
        "for and open": _one_each(with_, open_),
        "taken back": _one_each(back, with_),
        "both against": np.minimum.outer(against, against),
        "one open": np.maximum.outer(open_, open_),
        "both open": np.minimum.outer(open_, open_),
        "near in time": each(days, _in_time),
    }


def _one_each(one: Grid, other: Grid) -> Grid:
    both: Grid = np.maximum(np.outer(one, other), np.outer(other, one))
    return both


def _in_time(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 0.5
    return float(np.exp(-abs((date.fromisoformat(one) - date.fromisoformat(other)).days) / 4.0))


def figures(units: Sequence[Unit]) -> dict[str, Grid]:
    """Numbers that two statements give: keyed by what is counted, their values apart."""
    kinds = [{stem(word) for one in unit.statement.figures for word in one.unit.casefold().split()} for unit in units]
    values = [{str(one.value) for one in unit.statement.figures} for unit in units]
    has = [float(bool(value)) for value in values]
    same_kind, same_value = each(kinds, _meets), each(values, _meets)
    return {
        "same unit": same_kind,
        "same value": same_value,
        "figure on one side": each(has, lambda a, b: abs(a - b)),
        "figures on both sides": each(has, min),
        "same unit, other value": same_kind * (1 - same_value),
    }


def _meets(one: set[str], other: set[str]) -> float:
    return float(bool(one & other))
