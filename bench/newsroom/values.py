"""Days, figures and lists of anything: what counts as the same value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from bench.newsroom.words import squeeze

Row: TypeAlias = dict[str, Any]
Verdict: TypeAlias = Literal["right", "abstained", "wrong"]
T = TypeVar("T")

UNITS = {
    "%": "percent",
    "per cent": "percent",
    "pct": "percent",
    "$": "dollar",
    "usd": "dollar",
    "us dollar": "dollar",
    "u.s. dollar": "dollar",
    "€": "euro",
    "eur": "euro",
    "£": "pound",
    "gbp": "pound",
    "km": "kilometre",
    "kilometer": "kilometre",
    "m": "metre",
    "meter": "metre",
    "people": "person",
    "men": "man",
    "ton": "tonne",
    "metric ton": "tonne",
}
DAY_OR_FINER = (None, "day", "hour", "minute", "second")


def day(when: object) -> str | None:
    """The day a date gives, or None where it gives none: takes 'YYYY-MM-DD...' or {"value", "precision"}."""
    if isinstance(when, dict):
        if when.get("precision") not in DAY_OR_FINER:
            return None
        when = when.get("value")
    return when[:10] if isinstance(when, str) and re.match(r"\d{4}-\d\d-\d\d", when) else None


def plain_unit(unit: str | None) -> str:
    """A unit without case or plural, with the usual spellings made one."""
    folded = squeeze(unit).casefold()
    if folded in UNITS:
        return UNITS[folded]
    single = re.sub(r"ies$", "y", folded)
    single = re.sub(r"(?<=ch|sh|ss)es$|(?<=x)es$|(?<!s)s$", "", single)
    return UNITS.get(single, single)


def number(value: Any) -> Any:
    """A number as float, whatever else as it stands."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return value


def amount(figure: Row) -> tuple[Any, Any, str]:
    """A figure as (low, high, unit); gold writes a range as [low, high], the export as value and high."""
    value, high = figure.get("value"), figure.get("high")
    if isinstance(value, list):
        value, high = value[0], value[-1]
    return number(value), number(value if high is None else high), plain_unit(figure.get("unit"))


def same_amount(one: Row, other: Row) -> bool:
    return amount(one) == amount(other)


def verdict(truth: str | None, got: str | None, same: Callable[[str, str], bool]) -> Verdict:
    """'abstained': the export gave none where gold has one. None and None is right."""
    if got is None:
        return "right" if truth is None else "abstained"
    return "right" if truth is not None and same(truth, got) else "wrong"


class Counts(NamedTuple):
    """How many were right, of how many exported and how many gold."""

    hit: int = 0
    exported: int = 0
    gold: int = 0


class Paired(NamedTuple, Generic[T]):
    """Two lists paired one to one: the counts, the gold rows left over, the exported rows left over."""

    counts: Counts
    missing: list[T]
    extra: list[T]


def pair(golds: Sequence[T] | None, exported: Sequence[T] | None, same: Callable[[T, T], bool]) -> Paired[T]:
    """Each gold row takes the first exported row that is the same and not yet taken."""
    left, missing = list(exported or []), []
    for gold in golds or []:
        at = next((at for at, row in enumerate(left) if same(gold, row)), None)
        if at is None:
            missing.append(gold)
        else:
            left.pop(at)
    hit = len(golds or []) - len(missing)
    return Paired(Counts(hit, hit + len(left), hit + len(missing)), missing, left)


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of counts."""
    return Counts(*map(sum, zip(Counts(), *counts, strict=True)))
