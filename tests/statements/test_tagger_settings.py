"""What was set on development data: bounds between 0 and 1, and a sureness that rises."""

from __future__ import annotations

from dataclasses import astuple
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.statements.tagger_decode import Bounds
from onrecord.statements.tagger_settings import Settings, read_settings, settings

SHARES = st.floats(0, 1)
POINTS = st.lists(st.tuples(SHARES, SHARES), max_size=8).map(
    lambda some: (
        (0.0, 0.0),
        *zip(sorted(one for one, _ in some), sorted(other for _, other in some), strict=True),
        (1.0, 1.0),
    )
)


def test_the_shipped_ones_can_be_read() -> None:
    shipped = settings()
    assert all(0 < bound < 1 for bound in astuple(shipped.bounds))
    assert shipped.sureness[0][0] == 0.0
    assert shipped.sureness[-1][0] == 1.0
    assert all(low[0] <= high[0] and low[1] <= high[1] for low, high in pairwise(shipped.sureness))


def test_settings_are_read_from_their_json() -> None:
    row: dict[str, object] = {"bounds": {"cue": 0.1, "standing": 0.7}, "sureness": [[0, 0], [0.5, 0.25], [1, 1]]}
    found = read_settings(row)
    assert found.bounds == Bounds(cue=0.1, standing=0.7)
    assert found.sureness == ((0.0, 0.0), (0.5, 0.25), (1.0, 1.0))


def test_an_unknown_bound_is_an_error() -> None:
    with pytest.raises(TypeError, match="nothing_known"):
        read_settings({"bounds": {"nothing_known": 1}, "sureness": []})


@pytest.mark.parametrize(
    ("given_", "right"), [(0.0, 0.0), (0.25, 0.125), (0.5, 0.25), (0.75, 0.575), (1.0, 0.9), (1.2, 0.9), (-1.0, 0.0)]
)
def test_between_points_the_share_goes_straight(given_: float, right: float) -> None:
    assert Settings(Bounds(), ((0.0, 0.0), (0.5, 0.25), (1.0, 0.9))).share_right(given_) == pytest.approx(right)


def test_a_step_between_points_at_one_place_is_no_error() -> None:
    steps = Settings(Bounds(), ((0.0, 0.0), (0.5, 0.2), (0.5, 0.6), (1.0, 1.0)))
    assert steps.share_right(0.5) == 0.2
    assert steps.share_right(0.501) > 0.6


@given(POINTS, SHARES, SHARES)
def test_who_is_surer_is_never_believed_less(points: tuple[tuple[float, float], ...], one: float, other: float) -> None:
    read = Settings(Bounds(), points)
    low, high = sorted((one, other))
    assert 0.0 <= read.share_right(low) <= read.share_right(high) <= 1.0
