from __future__ import annotations

import pytest

from bench.newsroom.names import Names
from bench.newsroom.values import Row
from bench.seed import fair_day, has, standing


@pytest.mark.parametrize(
    ("when", "fair"),
    [
        ({"value": "2024-10-17", "confidence": 0.9}, True),
        ({"value": None, "precision": "unknown"}, True),
        ({"value": "2024-11-22", "confidence": 0.4, "reasons": ["the line on top"]}, True),
        ({"value": "2024-11-22", "confidence": 0.4, "reasons": []}, False),
        ({"value": "2024-11-22", "confidence": 0.6, "reasons": ["the line on top"]}, False),
        (None, False),
    ],
)
def test_the_view_date_is_no_day_of_publication(when: Row | None, fair: bool) -> None:
    assert fair_day(when) is fair


def test_figures_need_their_bound() -> None:
    figures = [{"value": 600_000, "bound": "exact"}, {"value": 10_000, "bound": "exact"}]
    assert has(figures, 10_000, "exact")
    assert not has(figures, 600_000, "at_least")


def test_the_last_stance_of_the_parties_that_are_wanted() -> None:
    rows = [
        {"party": "Norway", "stance": "denies"},
        {"party": "Sweden", "stance": "asserts"},
        {"party": "the Norwegian government", "stance": "asserts"},
    ]
    wanted: list[tuple[str | None, str | None]] = [("Norway", "denies"), ("Iceland", "denies")]
    assert standing({"positions": rows}, wanted, Names()) == [("Norway", "asserts")]
    assert standing({}, wanted, Names()) == []
