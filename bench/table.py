"""The table: one line a number, with its floor and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from bench.floors import Floors, bound_of, floor_of, told
from bench.result import Number, Result


WIDEST = 84  # of what is said about a number


def table(floors: Floors, results: list[Result]) -> Table:
    """All suites in one table."""
    made = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    made.add_column("", no_wrap=True)
    for name in ("now", "floor", "asked"):
        made.add_column(name, justify="right", no_wrap=True)
    made.add_column("", overflow="ellipsis", no_wrap=True, max_width=WIDEST)
    for result in results:
        made.add_row(Text(result.suite, style="bold"), "", "", "", Text(f"{result.seconds:.1f} s", style="dim"))
        for cells in rows(floors, result):
            made.add_row(*cells)
    return made


def rows(floors: Floors, result: Result) -> Iterator[tuple[Text, ...]]:
    """The cells of each number of a suite: "!" where it fell below its floor, "?" short of what is asked."""
    for name, number in result.numbers.items():
        fell = number.falls_short(bound_of(floors, result.suite, name, number))
        short = number.falls_short(number.asked)
        yield (
            Text("  " + name),
            Text(told(number.value) + ("!" if fell else " "), style="bold red" if fell else ""),
            Text(told(floor_of(floors, result.suite, name))),
            Text(told(number.asked) + ("?" if short else " "), style="yellow" if short else ""),
            Text(arrow(number) + number.what, style="dim"),
        )


def arrow(number: Number) -> str:
    return "(less is better) " if number.lower else ""
