"""Figures contradict each other only where they count the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Bound, ClaimFigure
from onrecord.publish.figure_ranges import contradict, figure_ranges

DAY = "2026-01-02"


def figure(party: str, value: float, *, unit: str = "crates", of: str = "", scope: str = "") -> ClaimFigure:
    return ClaimFigure(party, value, None, unit, of, "exact", DAY, scope)


def test_two_parties_with_two_numbers_for_one_thing() -> None:
    one, other = figure("Port", 40), figure("Union", 60, unit="crate")
    (found,) = figure_ranges([one, other])
    assert (found.low, found.high, found.conflicts) == (40, 60, (one, other))


@pytest.mark.parametrize(
    "other",
    [
        figure("Port", 60),
        figure("Union", 60, unit="barrels"),
        figure("Union", 40),
        figure("Union", 60, of="in Norway"),
        figure("Union", 60, of="found by the crew alone"),
        replace(figure("Union", 20), bound="at_least"),
        replace(figure("Union", 60), bound="at_most"),
        replace(figure("Union", 43), bound="about"),
        replace(figure("Union", 30), high=50.0),
    ],
)
def test_another_thing_or_a_number_that_may_be_the_same_is_no_conflict(other: ClaimFigure) -> None:
    assert not contradict(figure("Port", 40), other)


def test_the_missing_do_not_contradict_the_dead_nor_one_day_the_next_week() -> None:
    dead = figure("Police", 4, unit="people", scope="dead")
    assert contradict(dead, figure("Town", 6, unit="bodies", scope="dead"))
    assert not contradict(dead, figure("Town", 6, unit="people", scope="missing"))
    assert not contradict(dead, replace(figure("Town", 6, unit="people", scope="dead"), on="2026-01-09"))
    assert not contradict(dead, replace(figure("Town", 6, unit="people", scope="dead"), on=None))


def test_what_was_replaced_or_taken_back_is_out_of_the_range() -> None:
    gone = replace(figure("Port", 10), ended="replaced", ended_on=DAY)
    (found,) = figure_ranges([gone, figure("Port", 40), figure("Union", 60)])
    assert (found.low, found.high) == (40, 60)
    assert figure_ranges([gone, figure("Port", 40)]) == ()


BOUNDS: list[Bound] = ["exact", "about", "at_least", "at_most"]


@given(
    values=st.tuples(st.integers(0, 99), st.integers(0, 99)),
    bounds=st.tuples(st.sampled_from(BOUNDS), st.sampled_from(BOUNDS)),
)
def test_a_contradiction_is_one_from_both_sides(values: tuple[int, int], bounds: tuple[Bound, Bound]) -> None:
    one = replace(figure("Port", values[0]), bound=bounds[0])
    other = replace(figure("Union", values[1]), bound=bounds[1])
    assert contradict(one, other) == contradict(other, one)
    assert not (values[0] == values[1] and contradict(one, other))
