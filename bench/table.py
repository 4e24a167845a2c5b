"""The tables: one line a number, with its floor and what is asked of it; further newsrooms side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from bench.floors import Floors, bound_of, floor_of, told
from bench.result import Number, Result

WIDEST = 84  # of what is said about a number
FURTHER = "newsroom "  # suites of this name are shown side by side


def tables(floors: Floors, results: Sequence[Result]) -> Iterator[Table]:
    """Suites one below the other, then further newsrooms side by side."""
    own = [result for result in results if not result.suite.startswith(FURTHER)]
    further = [result for result in results if result.suite.startswith(FURTHER)]
    if own:
        yield below(floors, own)
    if further:
        yield beside(floors, further)


def below(floors: Floors, results: Sequence[Result]) -> Table:
    """Each suite with its floors and what is asked."""
    made = empty("now", "floor", "asked")
    made.add_column("", overflow="ellipsis", no_wrap=True, max_width=WIDEST)
    for result in results:
        made.add_row(Text(result.suite, style="bold"), "", "", "", Text(f"{result.seconds:.1f} s", style="dim"))
        for name, number in result.numbers.items():
            made.add_row(
                Text("  " + name),
                now(floors, result, name),
                told(floor_of(floors, result.suite, name)),
                asked(number),
                Text("less is better: " * number.lower + number.what, style="dim"),
            )
        made.add_row()
    return made


def beside(floors: Floors, results: Sequence[Result]) -> Table:
    """One column a newsroom."""
    made = empty(*(result.suite for result in results))
    for name in results[0].numbers:
        made.add_row(Text("  " + name), *(now(floors, result, name) for result in results))
    return made


def empty(*columns: str) -> Table:
    made = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    made.add_column("", no_wrap=True)
    for name in columns:
        made.add_column(name, justify="right", no_wrap=True)
    return made


def now(floors: Floors, result: Result, name: str) -> Text:
    """A value, with "!" where it fell below its floor."""
    number = result.numbers[name]
    fell = number.falls_short(bound_of(floors, result.suite, name, number))
    return Text(told(number.value) + ("!" if fell else " "), style="bold red" if fell else "")


def asked(number: Number) -> Text:
    """What is asked of a number, with "?" where it is short of that."""
    short = number.falls_short(number.asked)
    return Text(told(number.asked) + ("?" if short else " "), style="yellow" if short else "")
