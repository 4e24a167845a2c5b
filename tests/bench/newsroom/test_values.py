from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.newsroom.values import Counts, amount, day, pair, plain_unit, total, verdict


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("batches", "batch"),
        ("bodies", "body"),
        ("$", "US dollars"),
        ("per cent", "%"),
        ("people", "persons"),
        ("Troops", "troop"),
    ],
)
def test_units(one: str, other: str) -> None:
    assert plain_unit(one) == plain_unit(other)
    assert plain_unit(one) != plain_unit("ship")


def test_days() -> None:
    assert day("2026-03-04T10:00") == day({"value": "2026-03-04", "precision": "day"}) == "2026-03-04"
    assert day({"value": "2026-03-04", "precision": "month"}) is day("March") is day(None) is None


def test_a_range_is_written_in_two_ways() -> None:
    export = {"value": 3, "high": 4, "unit": "euros"}
    assert amount({"value": [3, 4], "unit": "euro"}) == amount(export) == (3.0, 4.0, "euro")


def test_verdicts() -> None:
    found = [verdict(truth, got, str.__eq__) for truth, got in ((None, None), ("a", None), ("a", "b"), (None, "b"))]
    assert found == ["right", "abstained", "wrong", "wrong"]


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_pairs_are_one_to_one(golds: list[int], exported: list[int]) -> None:
    counts, missing, extra = pair(golds, exported, int.__eq__)
    assert counts == Counts(len(golds) - len(missing), len(exported), len(golds))
    assert counts.hit == len(exported) - len(extra)
    assert not set(missing) & set(extra)


def test_counts_add_up() -> None:
    assert total([Counts(1, 2, 3), Counts(1, 1, 1)]) == Counts(2, 3, 4)
    assert total([]) == Counts()
