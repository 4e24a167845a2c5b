"""Heat by its formula."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.heat import heat, parts

END = date(2026, 6, 30)
ages = st.lists(st.integers(0, 200), max_size=30)


def days_before(ages: list[int]) -> list[str]:
    return [(END - timedelta(age)).isoformat() for age in ages]


def test_what_is_new_halves_in_three_days_of_the_records_own_time() -> None:
    new, old = "2026-01-10", "2026-01-07"
    assert parts([new], new) == (1.0, 0.1, 0.9)
    assert parts([old], new).new == 0.5
    assert parts([new, old], new).new == 1.5
    assert heat([old], old) == 0.9


def test_a_story_told_at_one_pace_for_a_year_is_as_good_as_cold_and_a_burst_in_it_is_hot() -> None:
    steady = days_before(list(range(365)))
    assert heat(steady, END.isoformat()) < 0.1 * parts(steady, END.isoformat()).new
    assert heat(steady + days_before([0] * 5), END.isoformat()) > 4


def test_a_day_unknown_is_no_heat() -> None:
    assert heat([], "2026-01-07") == 0.0
    assert heat(["2026-01-07"], None) == 0.0


@given(ages=ages, later=st.integers(1, 400))
def test_what_has_gone_cold_stays_cold(ages: list[int], later: int) -> None:
    days = days_before(ages)
    if heat(days, END.isoformat()) == 0:
        assert heat(days, (END + timedelta(later)).isoformat()) == 0


@given(ages=ages)
def test_heat_is_what_its_parts_say(ages: list[int]) -> None:
    found = parts(days_before(ages), END.isoformat())
    assert found.value == heat(days_before(ages), END.isoformat())
    assert abs(found.value - max(0.0, found.new - found.usual)) < 0.0021
