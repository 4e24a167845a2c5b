"""Figures of one unit stand side by side, with what their bounds leave open."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Bound, ClaimFigure
from onrecord.publish.figures_chart import MAX_ROWS, figures_charts


def figure(party: str, value: float, bound: Bound, *, unit: str, high: float | None = None) -> ClaimFigure:
    return ClaimFigure(party, value, high, unit, "readied", bound, "2026-05-01")


def test_one_chart_a_unit_and_values_to_scale() -> None:
    troops, ships = figures_charts(
        [
            figure("A", 6_000, "at_least", unit="troops"),
            figure("B", 3, "exact", unit="ships"),
            figure("C", 12_000, "about", unit="troops"),
        ]
    )
    assert (troops.unit, ships.unit) == ("troops", "ships")
    least, about = troops.rows
    assert least.words == "at least 6,000 troops"
    zero = troops.ticks[0].at
    assert round((about.at - zero) / (least.at - zero), 2) == 2
    assert least.end > about.at
    assert about.start == about.end == about.at


def test_a_figure_that_stands_no_more_says_since_when() -> None:
    first = replace(figure("A", 12_000, "exact", unit="troops"), ended="replaced", ended_on="2026-05-02")
    gone = replace(figure("B", 9_000, "exact", unit="troops"), ended="withdrawn", ended_on="2026-05-03")
    (chart,) = figures_charts([first, figure("A", 8_000, "exact", unit="troops"), gone])
    assert [row.ended for row in chart.rows] == ["replaced on 2 May 2026", "", "taken back on 3 May 2026"]


def test_what_counts_the_same_stands_in_one_chart_and_nobodys_figure_is_nobodys() -> None:
    dead = [
        replace(figure(who, 4, "exact", unit=unit), scope="dead") for who, unit in (("A", "people"), ("", "bodies"))
    ]
    (chart,) = figures_charts(dead)
    assert [row.party for row in chart.rows] == ["A", "somebody unnamed"]


def test_a_range_runs_to_its_high_end_and_at_most_down_to_nothing() -> None:
    (chart,) = figures_charts([figure("A", 5, "exact", unit="km", high=7), figure("B", 6, "at_most", unit="km")])
    wide, most = chart.rows
    assert wide.words == "5 to 7 km"
    assert wide.end > wide.at
    assert most.start < most.at == most.end


NUMBERS = st.floats(allow_nan=True, allow_infinity=True)


@given(st.lists(st.tuples(NUMBERS, st.none() | NUMBERS), max_size=40))
def test_any_numbers_can_be_drawn(values: list[tuple[float, float | None]]) -> None:
    drawn = figures_charts([figure("A", value, "about", unit="x", high=high) for value, high in values])
    for chart in drawn:
        assert len(chart.rows) <= MAX_ROWS
        assert all(-1e-6 <= row.at <= 100 for row in chart.rows)


def test_standing_figures_that_contradict_are_marked_and_revised_ones_are_not() -> None:
    old = replace(figure("A", 500, "exact", unit="troops"), ended="replaced", ended_on="2026-05-02")
    (chart,) = figures_charts(
        [old, figure("A", 6_000, "exact", unit="troops"), figure("B", 9_000, "exact", unit="troops")]
    )
    assert [row.odds for row in chart.rows] == [False, True, True]
    assert chart.conflicts == 2
    (agreed,) = figures_charts(
        [figure("A", 6_000, "at_least", unit="troops"), figure("B", 9_000, "exact", unit="troops")]
    )
    assert agreed.conflicts == 0
