"""Days keep their order and their distances on the line."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.timescale import as_date, timescale

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(date.isoformat)


def test_time_is_to_scale() -> None:
    scale = timescale(["2026-03-02", "2026-03-04"], "2026-03-10")
    first, second, last = (scale.at(day) for day in ("2026-03-02", "2026-03-04", "2026-03-10"))
    assert round((second - first) / (last - first), 3) == 0.25
    assert [tick.label for tick in scale.ticks()][:2] == ["2 Mar", "4 Mar"]


def test_a_day_that_is_not_known_stands_before_all_others() -> None:
    scale = timescale([None, "2026-03"], None)
    assert scale.unknown
    assert scale.at(None) < scale.at("2026-03-01") == scale.at("2026-03")
    assert scale.ticks()[0].label == "day unknown"


def test_a_line_without_any_day_is_still_a_line() -> None:
    scale = timescale([None], None)
    assert 0 <= scale.at(None) <= 100


def test_what_is_no_day_is_none() -> None:
    assert [as_date(one) for one in (None, "", "soon", "2026-02-30", "2026-13", "1-2-3-4", "0-1-1")] == [None] * 7


@given(st.lists(DAYS, min_size=1, max_size=6), st.none() | DAYS)
def test_order_is_kept_and_ticks_are_few(days: list[str], until: str | None) -> None:
    scale = timescale(list(days), until)
    places = [scale.at(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= at <= 100 for at in places)
    assert 1 <= len(scale.ticks()) <= 8


def test_how_far_a_month_and_a_year_reach() -> None:
    line = timescale(["2026-02-01", "2026-12-31"], None)
    assert line.until("2026-02") == line.at("2026-02-28")
    assert line.until("2026") == line.at("2026-12-31")
    assert line.until("2026-12") == line.at("2026-12-31")
    assert line.until("2026-05-04") == line.at("2026-05-04")
    assert timescale(["9999"], None).until("9999") <= 100
    assert line.until(None) == line.at(None)
