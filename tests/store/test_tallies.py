"""What was settled comes back as it went in, and is replaced as a whole."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from onrecord.model import Settled
from onrecord.store import tallies
from onrecord.store.opening import transaction
from tests.store.gold_record import EDITION, gold_settled


def test_tallies_come_back_equal(record: sqlite3.Connection) -> None:
    assert tallies.settled(record) == gold_settled()
    assert tallies.settled_with(record) == EDITION


def test_tallies_are_replaced_as_a_whole(record: sqlite3.Connection) -> None:
    settled = gold_settled()
    fewer = replace(settled, claims=settled.claims[3:], stories=settled.stories[:1], copies=(), parties=())
    for one in (fewer, Settled((), (), (), (), ()), settled):
        with transaction(record):
            tallies.keep_settled(record, one, "other rules")
        assert tallies.settled(record) == one
    assert tallies.settled_with(record) == "other rules"


def test_tallies_made_again_leave_the_same_rows(record: sqlite3.Connection) -> None:
    before = list(record.iterdump())
    with transaction(record):
        tallies.keep_settled(record, gold_settled(), EDITION)
    assert list(record.iterdump()) == before


def test_a_claim_of_statements_that_are_not_there_is_refused(record: sqlite3.Connection) -> None:
    settled = gold_settled()
    wrong = replace(settled.claims[0], statements=("nobody said this",))
    with pytest.raises(sqlite3.IntegrityError), transaction(record):
        tallies.keep_settled(record, replace(settled, claims=(wrong,)), "x")
    assert tallies.settled(record) == settled
