"""What a claim's figures and headlines are in the JSON of the contract (docs/json.md)."""

from __future__ import annotations

from typing import Any

from onrecord.model import Claim, ClaimFigure, HeadlineGap
from onrecord.publish.figure_ranges import FigureRange, figure_ranges

Json = dict[str, Any]


def figures_json(claim: Claim) -> Json:
    """The keys of a claim that hold its figures: each party's own, nobody's, and how far they reach."""
    return {
        "figures": [figure_json(one) for one in claim.figures],
        "unnamed_figures": [figure_json(one) for one in claim.unnamed_figures],
        "ranges": [_range_json(one) for one in figure_ranges(claim.figures)],
    }


def figure_json(figure: ClaimFigure) -> Json:
    """A figure of a claim; ``party`` is null where only unnamed sources give it."""
    return {
        "party": figure.party or None,
        "value": number(figure.value),
        "high": number(figure.high),
        "unit": figure.unit,
        "of": figure.of,
        "bound": figure.bound,
        "on": figure.on,
        "scope": figure.scope or None,
        "statement": figure.statement or None,
        "ended": figure.ended,
        "ended_on": figure.ended_on,
    }


def headline_json(gap: HeadlineGap) -> Json:
    """A headline that says more of a claim than its article."""
    return {
        "article": gap.article,
        "says": gap.says,
        "body": gap.body,
        "headline": gap.headline,
        "words": gap.words,
        "statement": gap.statement,
    }


def number(value: float | None) -> float | int | None:
    """A whole number without its point."""
    return int(value) if value is not None and value == value // 1 and abs(value) < 1e15 else value


def _range_json(found: FigureRange) -> Json:
    return {
        "unit": found.unit,
        "scope": found.scope or None,
        "low": number(found.low),
        "high": number(found.high),
        "figures": [figure_json(one) for one in found.figures],
        "conflict": [figure_json(one) for one in found.conflicts],
    }
