"""Loads the tables of this folder: tab-separated, a header line, ``#`` lines for notes, one row a line."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``knowledge/NAME.tsv`` as {column: value}; a missing cell is an empty string."""
    lines = files("onrecord.knowledge").joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    kept = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    columns, rows = kept[0], kept[1:]
    return tuple(dict(zip(columns, [*cells, *[""] * len(columns)], strict=False)) for cells in rows)
