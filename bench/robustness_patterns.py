"""Texts made to be slow for a pattern: what it begins with, again and again, and never what it ends with.

A pattern that looks thousands of characters ahead from every place of a text makes a page of a few megabytes take
hours. ``python -m bench.robustness_patterns`` tries every pattern that the modules of onrecord hold.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from re import _constants as op
from re import _parser as parser
from typing import Any, NamedTuple

import onrecord
from bench.robustness_outcome import deadline

SIZE = 100_000  # characters
LIMIT = 0.3  # seconds of processor time
MOST_REPEATS = 3
STEPS = 300  # more parts of a pattern than any has


class Slow(NamedTuple):
    """A pattern by its place, the text that is slow again and again, and after how many seconds it was left."""

    where: str
    part: str
    seconds: float


def patterns(package: str = "onrecord") -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns that modules of the package hold, by module and name."""
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if module.name.startswith(package) and not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                held = value if isinstance(value, tuple) else (value,)
                yield from ((f"{module.name}.{name}", one) for one in held if isinstance(one, re.Pattern))


def slow(where: str, pattern: re.Pattern[Any], limit: float) -> Iterator[Slow]:
    """The beginnings of the pattern that it takes more than ``limit`` seconds of processor time to search through."""
    for part in dict.fromkeys(beginnings(pattern)):
        text = (part * (SIZE // len(part) + 1))[:SIZE]
        hay: str | bytes = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
        began = time.process_time()
        with suppress(TimeoutError), deadline(limit):
            for _ in pattern.finditer(hay):
                pass
            continue
        yield Slow(where, part[:60], time.process_time() - began)


def beginnings(pattern: re.Pattern[Any]) -> Iterator[str]:
    """Texts that the first parts of the pattern match, shortest first."""
    source = pattern.pattern
    flags = pattern.flags & ~(re.U.value if isinstance(source, bytes) else 0)
    tree = parser.parse(source, flags)
    for fill in (0, 1):
        for count in range(1, min(STEPS, len(tree)) + 1):
            if text := "".join(_text(one, fill) for one in tree[:count]):
                yield text


def _text(node: Any, fill: int) -> str:
    """A text that a part of a pattern matches, about."""
    kind, value = node
    if kind == op.LITERAL:
        return chr(int(value))
    if kind == op.NOT_LITERAL:
        return "b" if chr(value) == "a" else "a"
    if kind in (op.ANY, op.CATEGORY):
        return "a"
    if kind == op.IN:
        return _of_set(value)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, most, inner = value
        times = max(int(least), min(int(most), MOST_REPEATS) if fill else int(least))
        return "".join(_text(one, fill) for one in inner) * times
    return _of_group(kind, value, fill)


def _of_group(kind: Any, value: Any, fill: int) -> str:
    if kind == op.SUBPATTERN:
        return "".join(_text(one, fill) for one in value[3])
    if kind == op.ATOMIC_GROUP:
        return "".join(_text(one, fill) for one in value)
    if kind == op.BRANCH:
        return "".join(_text(one, fill) for one in value[1][0])
    return ""


def _of_set(members: Any) -> str:
    refused = {value for kind, value in members[1:] if kind == op.LITERAL}
    if members[0][0] == op.NEGATE:
        return next((one for one in "a \n1.\0" if ord(one) not in refused), "b")
    for kind, value in members:
        if kind in (op.LITERAL, op.RANGE):
            return chr(int(value if kind == op.LITERAL else value[0]))
        if kind == op.CATEGORY:
            return " " if value == op.CATEGORY_SPACE else "1" if value == op.CATEGORY_DIGIT else "a"
    return "a"


def main(package: str = "onrecord") -> int:
    """Prints the patterns that are slow, with the texts; 1 where there is one."""
    found = [one for where, pattern in patterns(package) for one in slow(where, pattern, LIMIT)]
    print("\n".join(f"{one.seconds:6.2f} s {one.where} {one.part!r}" for one in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
