"""Figures that cannot be one number count two things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Bound, Figure, Span
from onrecord.origins.counts import agree

BOUNDS: tuple[Bound, ...] = ("exact", "about", "at_least", "at_most")


def figure(value: float, bound: Bound, high: float | None = None) -> Figure:
    return Figure(value, "goats", "", bound, Span(0, 1), high)


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        (figure(14, "exact"), figure(11, "at_least"), True),
        (figure(3, "exact"), figure(9, "at_least"), False),
        (figure(3, "exact"), figure(9, "at_most"), True),
        (figure(3, "exact"), figure(2, "exact"), False),
        (figure(105, "exact"), figure(100, "about"), True),
        (figure(130, "exact"), figure(100, "about"), False),
        (figure(4, "exact", 6), figure(5, "exact"), True),
    ],
)
def test_what_one_number_can_be(one: Figure, other: Figure, can: bool) -> None:
    assert agree(one, other) is can


@given(st.floats(0, 1e9), st.sampled_from(BOUNDS), st.floats(0, 1e9), st.sampled_from(BOUNDS))
def test_it_is_no_matter_which_is_told_first(one: float, bound: Bound, other: float, its: Bound) -> None:
    first, second = figure(one, bound), figure(other, its)
    assert agree(first, second) == agree(second, first)
    assert agree(first, first)
