"""Numbers in words and numerals, ranges and bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.numbers import find_numbers

CASES = [
    ("one hundred and forty crates", [(140, None, "exact")]),
    ("twelve thousand crates", [(12000, None, "exact")]),
    ("two million four hundred thousand and six", [(2400006, None, "exact")]),
    ("1,234,567 crates", [(1234567, None, "exact")]),
    ("2.4 billion crowns", [(2.4e9, None, "exact")]),
    ("half a million crowns", [(500000, None, "exact")]),
    ("six or seven crates", [(6, 7, "exact")]),
    ("two to three million crowns", [(2e6, 3e6, "exact")]),
    ("between 20 and 30 crates", [(20, 30, "exact")]),
    ("20 and 30 crates", [(20, None, "exact"), (30, None, "exact")]),
    ("tens of thousands of crates", [(20000, None, "at_least")]),
    ("as many as 40 crates", [(40, None, "at_most")]),
    ("upwards of 40 crates", [(40, None, "at_least")]),
    ("40 crates, give or take", [(40, None, "exact")]),
    ("the 4th crate, A4 and 3rd", []),
    ("version 1.2.3", []),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_find(text: str, found: list[tuple[float, float | None, str]]) -> None:
    assert [(one.value, one.high, one.bound) for one in find_numbers(text)] == found


WORDS = [
    "one",
    "two",
    "twenty-two",
    "hundred",
    "thousand",
    "and",
    "a",
    "half",
    "an",
    "million",
    "3",
    "4.5",
    "12,000",
    "to",
    "-",
    "or",
    "dozen",
    "scores",
    "of",
    "at",
    "least",
    "bn",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)))
def test_spans_in_order_and_ranges_rise(text: str) -> None:
    end = 0
    for one in find_numbers(text):
        assert end <= one.span.start < one.span.end <= len(text)
        assert one.high is None or one.value < one.high
        end = one.span.end
