"""What the terminal shows. On a terminal: colours, columns that fit. Piped: plain lines, nothing cut."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

# Pages are strangers' text: what steers a terminal (escapes, bidirectional overrides) is shown as a mark instead.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
STYLES = {
    "contested": "bold red",
    "corroborated": "bold green",
    "single_origin": "yellow",
    "denied": "magenta",
    "withdrawn": "magenta",
    "reported": "cyan",
    "asserts": "green",
    "suggests": "green",
    "denies": "red",
    "doubts": "red",
    "no_evidence": "red",
    "withdraws": "magenta",
}


LEAST_ROOM = 36


class Column(NamedTuple):
    """A column of a table. ``wraps``: its text may take several lines on a terminal."""

    name: str
    wraps: bool = False
    right: bool = False


def console() -> Console:
    """Standard output."""
    return Console(file=sys.stdout, markup=False, highlight=False, emoji=False)


def complain(line: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"onrecord: {safe(' '.join(line.split()))}\n")


def show_json(shape: dict[str, Any]) -> None:
    """One JSON object on a line of standard output, in UTF-8 whatever the locale."""
    line = json.dumps(shape, ensure_ascii=False) + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(line.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def safe(text: object) -> str:
    """Text that cannot steer a terminal."""
    return _STEERING.sub("\ufffd", str(text))


def show_table(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> None:
    """A table of rows, the last column the long one; cells that are None are empty.

    A terminal too narrow for it shows each row as a line of its short cells with the long one below. Piped, a row is
    a line, whatever its length.
    """
    cells = [[" ".join(safe("" if cell is None else cell).split()) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        _put_lines(_aligned([[one.name for one in columns], *cells], columns))
    elif _room(columns, cells) >= LEAST_ROOM:
        console().print(_table(columns, cells))
    else:
        for row in cells:
            console().print(Text("  ").join(Text(cell, style=STYLES.get(cell, "")) for cell in row[:-1] if cell))
            _put(Text(row[-1]), 4)


def _room(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> int:
    """Characters that the short columns leave for the long one."""
    lines = [[one.name for one in columns], *rows]
    return console().width - sum(max(len(row[at]) for row in lines) + 2 for at in range(len(columns) - 1))


def _table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for one in columns:
        table.add_column(one.name, no_wrap=not one.wraps, justify="right" if one.right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell, style=STYLES.get(cell, "")) for cell in row))
    return table


def _put_lines(lines: Iterable[str]) -> None:
    for one in lines:
        sys.stdout.write(f"{one}\n")


def _aligned(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> list[str]:
    # A long column, padded, would push the rest out of sight: only short ones are.
    widths = [max(len(row[at]) for row in rows) for at in range(len(columns))]
    lines = []
    for row in rows:
        parts = [
            cell.rjust(width) if one.right else cell if one.wraps else cell.ljust(width)
            for cell, width, one in zip(row, widths, columns, strict=True)
        ]
        lines.append("  ".join(parts).rstrip())
    return lines


def heading(text: str) -> None:
    """A line above others."""
    _put(Text(safe(" ".join(text.split())), style="bold"), 0)


def line(text: str, *, indent: int = 0, style: str = "") -> None:
    """A paragraph, wrapped below its own beginning."""
    _put(Text(safe(" ".join(text.split())), style=style), indent)


def show_pieces(pieces: Iterable[tuple[str, bool]], *, indent: int = 0) -> None:
    """A paragraph of (text, whether it stands out)."""
    parts = [(re.sub(r"\s+", " ", safe(text)), "bold" if marked else "") for text, marked in pieces]
    _put(Text.assemble(*parts), indent)


def _put(text: Text, indent: int) -> None:
    if sys.stdout.isatty():
        console().print(Padding(text, (0, 0, 0, indent)))
    else:
        sys.stdout.write(f"{' ' * indent}{text.plain}\n")


def blank() -> None:
    """An empty line."""
    sys.stdout.write("\n")


def plural(count: int, noun: str) -> str:
    """A count with its noun: 1 article, 2 articles, 3 stories."""
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else many}"
