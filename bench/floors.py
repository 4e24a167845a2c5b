"""bench/floors.json: the least each number may be, and a digest of the data it was measured on. Floors only go up."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from bench.result import Number, Result

Floors: TypeAlias = dict[str, dict[str, Any]]  # suite -> {"digest", "floors": {name: value}}

PLACES = 10_000  # four digits are kept


def load(path: Path) -> Floors:
    """The floors by suite; none where there is no file."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def floor_of(floors: Floors, suite: str, name: str) -> float | None:
    """The floor of one number, or None where it has none yet."""
    value: float | None = floors.get(suite, {}).get("floors", {}).get(name)
    return value


def bound_of(floors: Floors, suite: str, name: str, number: Number) -> float | None:
    """What a number is held against: its floor, or what is asked of it where it has no floor."""
    floor = floor_of(floors, suite, name) if number.pinned else None
    return number.asked if floor is None else floor


def changed(floors: Floors, result: Result) -> Iterator[str]:
    """A line where the data of a suite are not those its floors were measured on."""
    pinned = floors.get(result.suite)
    if pinned and pinned["digest"] != result.digest:
        yield (
            f"{result.suite}: its data are not those its floors were measured on (SHA-256 {result.digest[:12]}, "
            f"pinned {pinned['digest'][:12]}): find out why, then take its entry out of the floors and raise them anew"
        )


def held(floors: Floors, result: Result) -> dict[str, float]:
    """What each number is held against that is held against anything."""
    bounds = {name: bound_of(floors, result.suite, name, number) for name, number in result.numbers.items()}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def fallen(floors: Floors, result: Result) -> Iterator[str]:
    """A line for each number below its floor."""
    for name, bound in held(floors, result).items():
        number = result.numbers[name]
        if number.falls_short(bound):
            side = "above" if number.lower else "below"
            yield f"{result.suite}: {name} is {told(number.value)}, {side} {told(bound)}"


def told(value: float | None) -> str:
    """A number for people: counts whole, shares with three digits."""
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def pinned(number: Number) -> float | None:
    """The floor a number gives: rounded to four digits, away from its best."""
    if number.value is None or isinstance(number.value, int):
        return number.value
    scaled = round(number.value * PLACES, 6)
    return (math.ceil(scaled) if number.lower else math.floor(scaled)) / PLACES


def raised(floors: Floors, results: Sequence[Result]) -> Floors:
    """Floors with every better number put in; never a worse one, and none for data that changed."""
    made = {suite: {**entry, "floors": dict(entry["floors"])} for suite, entry in floors.items()}
    for result in results:
        entry = made.setdefault(result.suite, {"digest": result.digest, "floors": {}})
        if entry["digest"] == result.digest:
            entry["floors"].update(better(entry["floors"], result))
    return made


def better(floors: dict[str, float], result: Result) -> Iterator[tuple[str, float]]:
    """The numbers that have no floor yet or are better than it."""
    for name, number in result.numbers.items():
        new, old = pinned(number), floors.get(name)
        if number.pinned and new is not None and (old is None or (new < old if number.lower else new > old)):
            yield name, new


def save(floors: Floors, path: Path) -> None:
    path.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
