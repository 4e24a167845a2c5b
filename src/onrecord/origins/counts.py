"""Whether two statements can count one thing: figures that cannot both hold are of two scopes, or one is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from onrecord.model import Figure, Statement

ABOUT = 0.1  # how far a round figure may lie from the exact one, as a share
COUNTED, ODDS = 5, 0.5  # statements that count, and share of their pairs apart, past which a claim holds several counts
MOST = 60  # statements that are looked at: enough to tell


def count_apart(one: Statement, other: Statement) -> bool:
    """True where both count, and what they count first cannot be the same number.

    Three ill in one country do not bear out nine ill in another; fourteen dead bear out "at least eleven".
    """
    return bool(one.figures and other.figures) and not agree(one.figures[0], other.figures[0])


def at_odds(statements: Iterable[Statement]) -> bool:
    """True where a claim holds so many numbers that cannot be one that it seems to count several things."""
    counting = [one for one in statements if one.figures][:MOST]
    apart = [count_apart(one, other) for one, other in combinations(counting, 2)]
    return len(counting) >= COUNTED and sum(apart) > ODDS * len(apart)


def agree(one: Figure, other: Figure) -> bool:
    """True where one number can be both."""
    (low, high), (least, most) = _range(one), _range(other)
    return low <= most and least <= high


def _range(figure: Figure) -> tuple[float, float]:
    low, high = sorted((figure.value, figure.value if figure.high is None else figure.high))
    if figure.bound == "at_least":
        return low, float("inf")
    if figure.bound == "at_most":
        return float("-inf"), high
    slack = ABOUT * abs(high) if figure.bound == "about" else 0.0
    return low - slack, high + slack
