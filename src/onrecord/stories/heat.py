"""How hot a story is, by a formula anybody can check."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from onrecord.model import Article

HALF_LIFE = 3.0  # days


def newest_day(record: Sequence[Article]) -> str | None:
    """The last day on which an article of the record was published; None where no day is known."""
    return max((one.published.day for one in record if one.published.day), default=None)


def heat(own: Sequence[Article], newest: str | None) -> float:
    """The sum of 0.5 ** (age / 3 days) over the articles of a story that are no copies.

    Age is counted from the newest day in the record, never from today: an archive is as hot as on its last day.
    An article without a known day counts nothing.
    """
    if not newest:
        return 0.0
    ages = [_days(one.published.day, newest) for one in own if one.published.day]
    return round(math.fsum(math.pow(0.5, age / HALF_LIFE) for age in ages), 3)


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(other) - date.fromisoformat(one)).days)
