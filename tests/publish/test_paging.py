"""Pages of a long list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.paging import paged


@given(st.text(max_size=12) | st.integers(-5, 99).map(str), st.integers(0, 2_000), st.integers(1, 90))
def test_whatever_is_asked_for_there_is_a_page(asked: str, total: int, size: int) -> None:
    at = paged(asked, total, size=size)
    assert 1 <= at.number <= at.pages
    assert at.offset < max(1, total)
    assert {1, at.number, at.pages} <= set(at.near)
    assert at.pages * size >= total


def test_the_page_that_was_asked_for() -> None:
    assert [paged(asked, 95, size=10).number for asked in ("", "3", "10", "11", "0", "x", "-2")] == [
        1,
        3,
        10,
        10,
        1,
        1,
        1,
    ]
    assert paged("6", 95, size=10).near == (1, 4, 5, 6, 7, 8, 10)
