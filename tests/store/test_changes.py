"""A change is kept once, for good, and found by whom it is about."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Change
from onrecord.store import changes

NOW = "2026-03-14T09:00:00Z"
UP = Change("status", claim="c", before="reported", after="contested", statements=("1",), at=NOW)
DOWN = replace(UP, before="contested", after="reported")


def test_the_same_thing_is_kept_once_and_again_if_it_was_otherwise_since(empty: sqlite3.Connection) -> None:
    first = changes.keep_change(empty, UP, ())
    assert first
    assert changes.keep_change(empty, UP, ()) is None
    assert changes.keep_change(empty, DOWN, ())
    again = changes.keep_change(empty, UP, ())
    assert again
    assert again.id != first.id
    assert changes.keep_change(empty, UP, ()) is None
    assert changes.newest(empty) == again.seq


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([UP, DOWN]), max_size=8))
def test_what_is_kept_nets_to_the_last(empty: sqlite3.Connection, several: list[Change]) -> None:
    for one in several:
        changes.keep_change(empty, one, ())
    held = changes.since(empty, "")
    assert len({one.id for one in held}) == len(held)
    assert all(one.after != later.after for one, later in pairwise(held))
    if several:
        assert held[-1].after == several[-1].after


def test_all_of_it_comes_back(empty: sqlite3.Connection) -> None:
    whole = Change(
        *("edited", "c", "s", "Gull", "a", None, "After\u2028", "a", None, "Title", "why", ("1", "2"), ("o",)),
        cause="judgement",
        by="Ines",
        judgement=3,
        at=NOW,
    )
    kept = changes.keep_change(empty, whole, {("story", "s")})
    assert kept
    assert changes.by_seqs(empty, [kept.seq]) == [kept] == changes.of_keys(empty, "story", ["s"])
    assert replace(kept, id="", seq=0) == whole


def test_what_rules_changed_is_not_among_what_is_told(empty: sqlite3.Connection) -> None:
    assert changes.keep_change(empty, replace(UP, cause="rules"), {("claim", "c"), ("party", "Norland")})
    assert changes.of_keys(empty, "claim", ["c"]) == changes.of_kind(empty, "status") == changes.since(empty, "") == []
    assert len(changes.since(empty, "", rules=True)) == 1


def test_a_party_is_found_whatever_its_letters(empty: sqlite3.Connection) -> None:
    changes.keep_change(empty, UP, {("party", "NORLAND")})
    assert len(changes.of_keys(empty, "party", ["Norland"])) == 1
    assert changes.since(empty, "2026-03-15") == []


@pytest.mark.parametrize("query", ["DELETE FROM changes", "UPDATE changes SET kind = 'gone'"])
def test_a_change_is_never_changed_or_erased(empty: sqlite3.Connection, query: str) -> None:
    changes.keep_change(empty, UP, ())
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        empty.execute(query)
