"""People's word on names, over the rules."""

from __future__ import annotations

from onrecord.model import PartyNames
from onrecord.parties.ruled import ruled

SAME = {"Harland": "Harland", "Harland Ministry": "Harland", "Palace": "Harland", "Port Co": "Port Co"}


def test_nothing_said_nothing_changed() -> None:
    assert ruled(SAME, PartyNames()) == SAME


def test_two_kept_apart_go_by_their_own_names() -> None:
    assert ruled(SAME, PartyNames(apart=(("Palace", "Harland"),))) == {**SAME, "Palace": "Palace"}


def test_all_that_the_rules_settle_under_a_merged_name_goes_along() -> None:
    merged = ruled(SAME, PartyNames({"Harland": "Republic of Harland"}))
    assert {merged[name] for name in ("Harland", "Harland Ministry", "Palace")} == {"Republic of Harland"}
    assert merged["Port Co"] == "Port Co"
