"""How hot a story is, by a formula anybody can check."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

HALF_LIFE = 3.0  # days


def heat(days: Iterable[str], newest: str | None) -> float:
    """The sum of 0.5 ** (age / 3 days) over the days of a story's articles that are no copies.

    Age is counted from the newest day in the record, never from today: an archive is as hot as on its last day.
    An article without a known day counts nothing. Once 0, it stays 0 as days pass.
    """
    if not newest:
        return 0.0
    return round(math.fsum(math.pow(0.5, _days(day, newest) / HALF_LIFE) for day in days), 3)


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(other) - date.fromisoformat(one)).days)
