from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.sightings import days_in, stated

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    "said",
    [
        "2026-03-02T23:50:00+01:00",
        "2026-03-02",
        "20260302",
        "20260302T101500",
        "Mon, 02 Mar 2026 23:50:00 +0100",
        "1772450000",
        "1772450000000",
        "Monday, March 2, 2026",
        "2 March 2026, 10:14",
    ],
)
def test_forms(said: str) -> None:
    assert stated(said) == DAY


@pytest.mark.parametrize("said", [None, "", "March 2026", "2026-13-45", "0001-01-01", "yesterday", "99999999999999"])
def test_no_day(said: str | None) -> None:
    assert stated(said) is None


def test_a_line_with_two_days() -> None:
    assert list(days_in("Published 2 March 2026, updated 3 March 2026")) == [DAY, date(2026, 3, 3)]


@given(st.text(max_size=60))
def test_any_text(said: str) -> None:
    found = stated(said)
    assert found is None or 1990 <= found.year <= 2100
