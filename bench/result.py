"""What a measurement gives: numbers, what each example came to, and a digest of the data behind them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Number:
    """``value``: a count (int), or a share or rate; None where there was nothing to measure.

    ``lower``: its best value is 0.

    ``asked``: what the issue that brought it asks at least (at most, where lower is better). ``pinned``: False for
    what depends on the machine, such as speed; that is held against ``asked`` and never raised.
    """

    value: float | None
    what: str
    lower: bool = False
    asked: float | None = None
    pinned: bool = True

    def falls_short(self, floor: float | None) -> bool:
        """True where the value is missing or on the wrong side of the floor."""
        if floor is None:
            return False
        if self.value is None:
            return True
        return self.value > floor + 1e-9 if self.lower else self.value < floor - 1e-9


@dataclass(frozen=True, slots=True)
class Result:
    """One suite's numbers by name.

    ``outcomes``: kind -> the examples that came out so, each by a name of its own; two runs can be compared by them.
    ``misses``: kind -> a line for each example that came out wrong.
    """

    suite: str
    digest: str
    numbers: Mapping[str, Number]
    seconds: float
    outcomes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    misses: Mapping[str, Sequence[str]] = field(default_factory=dict)


def digest_of(root: Path, paths: Iterable[Path]) -> str:
    """SHA-256, in hex, of files by their names below a root and their bytes."""
    seen = hashlib.sha256()
    for path in sorted(paths):
        data = path.read_bytes()
        seen.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode())
        seen.update(data)
    return seen.hexdigest()
