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
    ("$2-3 million", [(2e6, 3e6, "exact")]),
    ("between $3m and $5m", [(3e6, 5e6, "exact")]),
    ("between 3% and 5%", [(3, 5, "exact")]),
    ("3 percent to 1,450 yen", [(3, None, "exact"), (1450, None, "exact")]),
    ("it rose from 12 to 17", [(12, None, "exact"), (17, None, "exact")]),
    ("from 12 to 17 crates", [(12, 17, "exact")]),
    ("two and a half million", [(2.5e6, None, "exact")]),
    ("three quarters of a million", [(750000, None, "exact")]),
    ("a couple of hundred crates", [(200, None, "about")]),
    ("several dozen crates", [(24, None, "at_least")]),
    ("300m crates and a 300m fence", [(3e8, None, "exact"), (300, None, "exact")]),
    ("80km, 5G and an F-16", [(80, None, "exact")]),
    ("-5% and minus 7 degrees", [(-5, None, "exact"), (-7, None, "exact")]),
    ("1½ crates", [(1.5, None, "exact")]),
    ("at least another $40 crate", [(40, None, "at_least")]),
    ("40-plus crates", [(40, None, "at_least")]),
    ("worried about 40 crates", [(40, None, "exact")]),
    ("two in the road, five in three crates", [(2, None, "exact"), (5, None, "exact"), (3, None, "exact")]),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_find(text: str, found: list[tuple[float, float | None, str]]) -> None:
    assert [(one.value, one.high, one.bound) for one in find_numbers(text)] == found


UNITS = [
    ("a third of the crates", (33.3, "percent")),
    ("two-thirds of the crates", (66.7, "percent")),
    ("two in three crates", (66.7, "percent")),
    ("three out of ten crates", (30, "percent")),
    ("half of the crates", (50, "percent")),
    ("half of the crew", (50, "percent")),
    ("half an hour", (30, "minutes")),
    ("three quarters of an hour", (45, "minutes")),
    ("half a mile", (0.5, "miles")),
    ("a metre and a half", (1.5, "metres")),
    ("40 crates", (40, None)),
]


@pytest.mark.parametrize(("text", "found"), UNITS)
def test_the_number_s_own_words_may_hold_its_unit(text: str, found: tuple[float, str | None]) -> None:
    (one,) = find_numbers(text)
    assert (one.value, one.unit) == found


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
