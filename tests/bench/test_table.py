from __future__ import annotations

import io

from rich.console import Console

from bench.floors import Floors
from bench.result import Number, Result
from bench.table import tables

FLOORS: Floors = {"newsroom": {"digest": "d", "floors": {"held": 0.4, "fell": 0.9}}}
NUMBERS = {
    "held": Number(0.5, "well", asked=0.8),
    "fell": Number(0.3, "badly"),
    "low": Number(0, "rarely", lower=True),
    "none": Number(None, "nothing"),
}


def shown(*suites: str) -> list[list[str]]:
    out = io.StringIO()
    for one in tables(FLOORS, [Result(suite, "d", NUMBERS, 1.0) for suite in suites]):
        Console(file=out, width=120).print(one)
    return [line.split() for line in out.getvalue().splitlines() if line.strip()]


def test_a_line_a_number() -> None:
    assert shown("newsroom") == [
        ["now", "floor", "asked"],
        ["newsroom", "1.0", "s"],
        ["held", "0.500", "0.400", "0.800?", "well"],
        ["fell", "0.300!", "0.900", "-", "badly"],
        ["low", "0", "-", "-", "less", "is", "better:", "rarely"],
        ["none", "-", "-", "-", "nothing"],
    ]


def test_further_newsrooms_side_by_side() -> None:
    assert shown("newsroom C", "newsroom D")[:2] == [["newsroom", "C", "newsroom", "D"], ["held", "0.500!", "0.500!"]]
    assert len(shown("newsroom", "newsroom C")) == 6 + 5
