"""Words beside a number that bound it: "at least", "some", "up to", "or more"."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from onrecord.knowledge.tables import table
from onrecord.model import Bound
from onrecord.text.numbers_written import Number

LOOK_BACK = 50
OPENERS = r"[\"“‘'(]?"
# What may stand between the words of a bound and the number: "at least another $40".
BETWEEN = (
    rf"(?:\s+(?:the|another|a\s+further|an\s+additional|a|an)\b)?\s+{OPENERS}(?:[A-Z]{{0,3}}[$€£¥₩₹]"
    rf"|[A-Z]{{3}}\s?|Rs\.?\s?)?"
)


@cache
def _bounds(side: str) -> tuple[re.Pattern[str], dict[str, Bound]]:
    rows = {row["phrase"]: cast(Bound, row["bound"]) for row in table("bounds") if row["side"] == side}
    either = "|".join(re.escape(phrase) for phrase in sorted(rows, key=len, reverse=True))
    before, after = rf"\b((?i:{either})){BETWEEN}\Z", rf"(?i)(?:\s*,)?[\s-]*({either})(?!\w)"
    return re.compile(before if side == "before" else after), rows


def without_bound(before: str) -> str:
    """The words before a number without those that bound it ("casualties are upwards of" -> "casualties are")."""
    pattern, _ = _bounds("before")
    found = pattern.search(before, max(0, len(before) - LOOK_BACK))
    return (before[: found.start()] if found else before).rstrip()


def bound_of(text: str, number: Number) -> Bound:
    """The bound that the words before a number give it, else those after it, else the number's own."""
    pattern, bounds = _bounds("before")
    found = pattern.search(text, max(0, number.span.start - LOOK_BACK), number.span.start)
    if found:
        return bounds[found[1].lower()]
    pattern, bounds = _bounds("after")
    found = pattern.match(text, number.span.end)
    return bounds[found[1].lower()] if found else number.bound
