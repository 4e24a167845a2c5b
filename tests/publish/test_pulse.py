"""Bars over time are to scale, and none is lost."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.pulse import HEIGHT, MAX_BARS, pulse


@given(st.dictionaries(st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(str), st.integers(1, 500), max_size=40))
def test_every_article_is_in_one_bar(days: dict[str, int]) -> None:
    found = pulse([*days.items(), (None, 3), ("2026-05", 2)])
    if len(days) < 2:
        assert found is None
        return
    assert found
    assert sum(bar.times for bar in found.bars) == sum(days.values())
    assert found.unknown == 5
    assert len(found.bars) <= MAX_BARS + 1
    assert all(0 <= bar.at < 100 and 0 < bar.height <= HEIGHT for bar in found.bars)


def test_a_day_is_a_bar_and_a_day_without_articles_none() -> None:
    found = pulse([("2026-03-02", 3), ("2026-03-03", 1), ("2026-03-05", 2)])
    assert found
    assert (found.step, found.most) == (1, 3)
    assert [(bar.at, bar.times, bar.days) for bar in found.bars] == [
        (0.0, 3, "2 March 2026"),
        (25.0, 1, "3 March 2026"),
        (75.0, 2, "5 March 2026"),
    ]
    assert [bar.height for bar in found.bars] == [HEIGHT, 19, 37]
    assert [label.words for label in found.labels] == ["2 Mar", "3 Mar", "4 Mar", "5 Mar"]
