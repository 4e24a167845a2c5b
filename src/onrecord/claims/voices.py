"""Who says two statements, when, how they stand, and with what figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from onrecord.claims.spaces import equal, shared
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
        "same party": equal([one.speaker.party or one.id for one in said]),
        "same speaker": equal([one.speaker.name or one.id for one in said]),
        "for and against": _one_each(with_, against),
        "for and open": _one_each(with_, open_),
        "taken back": _one_each(back, with_),
        "both against": np.minimum.outer(against, against),
        "one open": np.maximum.outer(open_, open_),
        "both open": np.minimum.outer(open_, open_),
        "near in time": _in_time(days),
    }


def _one_each(one: Grid, other: Grid) -> Grid:
    both: Grid = np.maximum(np.outer(one, other), np.outer(other, one))
    return both


def _in_time(days: Sequence[str | None]) -> Grid:
    """1.0 on one day, fading with the days between; half where one is not known."""
    held = np.array([date.fromisoformat(day).toordinal() if day else np.nan for day in days])
    found: Grid = np.exp(-np.abs(np.subtract.outer(held, held)) / 4.0)
    return np.where(np.isnan(found), 0.5, found)


def figures(units: Sequence[Unit]) -> dict[str, Grid]:
    """Numbers that two statements give: keyed by what is counted, their values apart."""
    kinds = [{stem(word) for one in unit.statement.figures for word in one.unit.casefold().split()} for unit in units]
    values = [{str(one.value) for one in unit.statement.figures} for unit in units]
    has = np.array([float(bool(value)) for value in values])
    same_kind, same_value = _meets(kinds), _meets(values)
    return {
        "same unit": same_kind,
        "same value": same_value,
        "figure on one side": np.abs(np.subtract.outer(has, has)),
        "figures on both sides": np.minimum.outer(has, has),
        "same unit, other value": same_kind * (1 - same_value),
    }


def _meets(several: Sequence[set[str]]) -> Grid:
    found: Grid = (shared(several, several) > 0).astype(np.float64)
    return found
