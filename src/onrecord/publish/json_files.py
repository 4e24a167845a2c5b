"""Files of JSON written piece by piece and put in place whole: whoever reads the folder never meets half a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

Json = dict[str, Any]


@contextmanager
def replacing(out: Path, *, newline: str | None = "\n") -> Iterator[IO[str]]:
    """A file to be written, in UTF-8, that takes the place of ``out`` when all went well. Raises OSError."""
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f".{out.name}.part")
    try:
        with beside.open("w", encoding="utf-8", errors="replace", newline=newline) as file:
            yield file
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)


def write_list(out: Path, head: Mapping[str, Any], key: str, items: Iterable[Json]) -> int:
    """Writes an object of the members of ``head`` and, under ``key``, the items, a line each; says how many."""
    count = 0
    with replacing(out) as file:
        begun = dumped(head)[:-1]
        file.write(f"{begun}{', ' if head else ''}{dumped(key)}: [")
        for count, item in enumerate(items, 1):
            file.write(f"{',' if count > 1 else ''}\n{dumped(item)}")
        file.write("\n]}\n")
    return count


def dumped(value: object) -> str:
    """A value as JSON on one line, which ends no script and begins no comment where somebody puts it into a page."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).replace("<", "\\u003c")


def known(row: Mapping[str, Any]) -> Json:
    """The members that are known: what is None, or an empty list or text, is left out."""
    return {key: value for key, value in row.items() if value is not None and value not in ("", [], {}, ())}
