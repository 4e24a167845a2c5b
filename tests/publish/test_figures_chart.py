"""Figures of one unit stand side by side, with what their bounds leave open."""

from __future__ import annotations

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


def test_a_party_that_gives_another_figure_replaces_its_own() -> None:
    (chart,) = figures_charts([figure("A", 12_000, "exact", unit="troops"), figure("A", 8_000, "exact", unit="troops")])
    assert [row.replaced for row in chart.rows] == [True, False]


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
