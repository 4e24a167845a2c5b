"""Figures that cannot be one number count two things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Bound, Figure, Span, Statement
from onrecord.origins.counts import agree, at_odds

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


def test_a_claim_of_several_counts_is_at_odds(say: Callable[..., Statement]) -> None:
    def counted(*values: float) -> list[Statement]:
        return [
            replace(say(str(at), "Weir Board", "x"), figures=(figure(value, "exact"),))
            for at, value in enumerate(values)
        ]

    assert at_odds(counted(4, 11, 9, 4, 231))
    assert not at_odds(counted(4, 4, 4, 4, 5))
    assert not at_odds(counted(4, 11))
    assert not at_odds([say("1", "Weir Board", "x")])
