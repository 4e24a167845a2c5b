"""Every row of the tables of numbers, units, hedges and stance reads its own example as it says."""

import re

import pytest

from onrecord.knowledge.tables import table
from onrecord.model import Attribution, Span
from onrecord.statements.figures import figures_in
from onrecord.statements.hedges import hedges_of
from onrecord.statements.stance import stance_of
from onrecord.text.numbers import find_numbers

Row = dict[str, str]
STANCE_TABLES = ("stance_cues", "stance_verbs", "stance_phrases", "stance_names")


def rows(*names: str) -> list[Row]:
    return [row for name in names for row in table(name)]


def marked(example: str) -> tuple[str, Attribution]:
    """The sentence without its brackets: {cue}, [content] and <source>."""
    text = ""
    found: dict[str, list[Span]] = {"{": [], "[": [], "<": []}
    opened: dict[str, int] = {}
    for char in example:
        if char in "{[<":
            opened[char] = len(text)
        elif char in "}]>":
            mark = {"}": "{", "]": "[", ">": "<"}[char]
            found[mark].append(Span(opened[mark], len(text)))
        else:
            text += char
    return text, Attribution(tuple(found["["]), next(iter(found["{"]), None), next(iter(found["<"]), None))


@pytest.mark.parametrize("row", rows("number_words"), ids=lambda row: row["word"])
def test_number_words(row: Row) -> None:
    assert [f"{one.value:.0f}" for one in find_numbers(row["example"])] == [row["reading"]]


@pytest.mark.parametrize("row", rows("bounds"), ids=lambda row: row["phrase"])
def test_bounds(row: Row) -> None:
    assert [one.bound for one in find_numbers(row["example"])] == [row["reading"]]


@pytest.mark.parametrize("row", rows("units"), ids=lambda row: row["example"])
def test_units(row: Row) -> None:
    example = row["example"]
    found = [f"{one.value:.0f} {one.unit}" for one in figures_in(example, [Span(0, len(example))])]
    assert found == [row["reading"]]


@pytest.mark.parametrize("row", rows("numbered_things"), ids=lambda row: row["noun"])
def test_numbered_things_count_nothing(row: Row) -> None:
    example = row["example"]
    assert re.search(rf"\b{row['noun']}\b", example, re.I)
    assert figures_in(example, [Span(0, len(example))]) == ()


@pytest.mark.parametrize("row", rows("hedges"), ids=lambda row: row["phrase"])
def test_hedges(row: Row) -> None:
    text, attribution = marked(row["example"])
    assert hedges_of(text, attribution) == (row["reading"],)


@pytest.mark.parametrize("row", rows(*STANCE_TABLES), ids=lambda row: row["example"])
def test_stance(row: Row) -> None:
    text, attribution = marked(row["example"])
    assert attribution.content
    assert stance_of(text, attribution) == row["stance"]
