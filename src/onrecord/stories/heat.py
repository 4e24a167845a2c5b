"""How hot a story is: what is new in it against its own past, by a formula anybody can check."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

NEW = 3.0  # days in which what is new halves
USUAL = 30.0  # days in which a story's past halves


class Heat(NamedTuple):
    """``new``: articles of late, each half as much for every 3 days; ``usual``: what its past month would lead to
    expect; ``value``: what there is beyond that."""

    new: float
    usual: float
    value: float


def heat(days: Iterable[str], newest: str | None) -> float:
    """How hot a story is whose articles that are no copies are of these days: ``parts`` gives the sums behind it.

    An article without a known day counts nothing. Once 0, it stays 0 as days pass.
    """
    return parts(days, newest).value


def parts(days: Iterable[str], newest: str | None) -> Heat:
    """``new``: the sum of 0.5 ** (age / 3); ``usual``: a tenth of the sum of 0.5 ** (age / 30); their difference, not
    below 0.

    A story told at one pace for months comes near 0: a tenth is 3 days of 30. Age is counted in days from the newest
    day in the record, never from today: an archive is as hot as on its last day.
    """
    ages = [_days(day, newest) for day in days] if newest else []
    new = math.fsum(math.pow(0.5, age / NEW) for age in ages)
    usual = NEW / USUAL * math.fsum(math.pow(0.5, age / USUAL) for age in ages)
    return Heat(round(new, 3), round(usual, 3), round(max(0.0, new - usual), 3))


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(other) - date.fromisoformat(one)).days)
