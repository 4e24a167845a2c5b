"""Figures: what is counted and what only looks like it."""

from math import inf, isfinite
from pathlib import Path
from time import process_time
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Bound, Figure, Span
from onrecord.statements.figures import figures_in


def figures(text: str) -> tuple[Figure, ...]:
    return figures_in(text, [Span(0, len(text))])


FOUND = [
    ("At least 40 goats drowned in the flood.", (40, None, "goats", "at_least")),
    ("The farm lost two prize goats.", (2, None, "goats", "exact")),
    ("It paid about 2.4 billion crowns for the mill.", (2.4e9, None, "crowns", "about")),
    ("It paid $1.5 million for the mill.", (1.5e6, None, "dollars", "exact")),
    ("Between 20 and 30 goats drowned.", (20, 30, "goats", "exact")),
    ("Some 400 of the 2,300 goats drowned.", (400, None, "goats", "about")),
    ("The flood left 19 dead.", (19, None, "people", "exact")),
    ("The toll has risen to 19.", (19, None, "people", "exact")),
    ("Milk is 8% dearer.", (8, None, "percent", "exact")),
    ("A dozen goats drowned.", (12, None, "goats", "exact")),
    ("Three Veronians drowned.", (3, None, "Veronians", "exact")),
    ("It killed two of its goats.", (2, None, "goats", "exact")),
    ("The number of goats was put at 40.", (40, None, "goats", "exact")),
    ("It held 4 grams per litre.", (4, None, "grams per litre", "exact")),
]
NONE = [
    "The mill burned down on 12 March 2019.",
    "The mill burned down at 10.14 on Monday.",
    "The mill was sold at 7 p.m. to its neighbour.",
    "A 34-year-old miller was held.",
    "Ana Holm, 34, was held.",
    "The miller, aged 34, was held.",
    "One of the goats drowned.",
    "The 4th goat drowned.",
    "She has milked them four hundred times.",
    "The mill stood empty for years before, until 1994.",
]


@pytest.mark.parametrize(("text", "figure"), FOUND)
def test_found(text: str, figure: tuple[float, float | None, str, str]) -> None:
    (one,) = figures(text)
    assert (one.value, one.high, one.unit, one.bound) == figure
    assert one.of in text


@pytest.mark.parametrize("text", NONE)
def test_no_figure(text: str) -> None:
    assert figures(text) == ()


SENTENCES = Path(__file__).with_name("figure_sentences.tsv")
MARKS: dict[str, Bound] = {">=": "at_least", "<=": "at_most", "~": "about"}
Told: TypeAlias = tuple[float, float | None, str, Bound]


def sentences() -> list[tuple[str, str]]:
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    kept = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [(sentence, told) for sentence, told in kept]


def told(written: str) -> Told:
    """A figure as the table writes it: "~40 goats"."""
    mark = next((mark for mark in MARKS if written.startswith(mark)), "")
    value, unit = written.removeprefix(mark).split(" ", 1)
    low, _, high = value.partition("..")
    return float(low), float(high) if high else None, unit, MARKS.get(mark, "exact")


@pytest.mark.parametrize(("sentence", "expected"), sentences(), ids=lambda given: given[:60])
def test_sentence(sentence: str, expected: str) -> None:
    start, end = sentence.find("{"), sentence.find("}")
    text = sentence.replace("{", "").replace("}", "")
    span = Span(start, end - 1) if start >= 0 else Span(0, len(text))
    found = [(round(one.value, 3), one.high, one.unit, one.bound) for one in figures_in(text, [span])]
    assert found == [told(one.strip()) for one in expected.split(";") if one.strip()]


def test_a_bare_number_takes_the_unit_it_has_elsewhere() -> None:
    text = "The farm kept 2,300 goats. The figure of 2,300 is wrong, the vet said."
    start = text.index("The figure")
    (one,) = figures_in(text, [Span(start, len(text))])
    assert (one.value, one.unit) == (2300, "goats")


def test_of_is_what_stands_after_the_noun_or_before_the_number() -> None:
    (after,) = figures("The farm lost 40 goats from the upper barn, the vet said.")
    (before,) = figures("The toll of goats has risen to 40 goats.")
    assert after.of == "from the upper barn"
    assert before.of == "The toll of goats has risen"
    (long,) = figures("They moved 40 goats to a barn that stands on the far side of the river valley.")
    assert long.of == "to a barn that stands on the far"


def test_what_a_list_is_told_of_holds_for_all_of_it() -> None:
    for text in (
        "Nine sailors and two dozen goats were on the quay.",
        "Nine men, about 24 goats were on the quay.",
    ):
        assert [one.of for one in figures_in(text, [Span(0, len(text))])] == ["were on the quay"] * 2


def test_only_inside_the_spans() -> None:
    text = "The farm kept 40 goats and 12 geese."
    (one,) = figures_in(text, [Span(0, text.index(" and"))])
    assert one.unit == "goats"


WORDS = [
    "40",
    "12,000",
    "two",
    "hundred",
    "goats",
    "of",
    "the",
    "$",
    "%",
    ",",
    ".",
    "and",
    "at",
    "least",
    "between",
    "dead",
    "toll",
    "Monday",
    "2019",
    "them",
    "€",
    "million",
    "a third of",
    "half an hour",
    "one in five",
    "list",
    "killed",
    "were hurt",
    "not",
    "(",
    "-",
]


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=3),
)
def test_figures_lie_inside_the_content(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(a, len(text)), min(a + b, len(text))) for a, b in pairs]
    for one in figures_in(text, spans):
        assert any(span.start <= one.span.start < one.span.end <= span.end for span in spans)
        assert one.unit
        assert isfinite(one.value)
        assert one.high is None or one.value < one.high < inf


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1-", "5% ", "12 the ", "40 goats, ", "one ", "two of the ", "12\n", "half an ", "not 1,"]
)
def test_a_page_of_numbers_takes_no_time(piece: str) -> None:
    text = piece * (80_000 // len(piece))
    begun = process_time()
    figures_in(text, [Span(0, len(text))])
    assert process_time() - begun < 10
