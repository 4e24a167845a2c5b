"""What an editor's page has to know of judgements."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.noticing import number


@given(st.text(max_size=40))
def test_what_is_no_number_is_none(value: str) -> None:
    found = number(value)
    assert 0 <= found < 10**15
    assert found == 0 or str(found) == value.lstrip("0")


def test_numbers() -> None:
    assert [number(one) for one in ("7", "0", "", "-1", "1.0", "٣", "9" * 16)] == [7, 0, 0, 0, 0, 0, 0]
