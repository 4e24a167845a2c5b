"""A change says of what it is."""

from __future__ import annotations

from onrecord.model import Change


def test_of_two_changes_of_one_aspect_the_later_holds() -> None:
    came, went = Change("appeared", claim="c1"), Change("gone", claim="c1")
    assert came.aspect == went.aspect
    assert Change("position", claim="c1", party="Norland").aspect != Change("position", claim="c1", party="NATO").aspect
