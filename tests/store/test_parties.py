"""Parties as settled."""

from __future__ import annotations

import sqlite3
from collections import Counter

from onrecord.store import parties
from tests.store.gold_record import gold_settled


def test_the_party_of_a_statement(record: sqlite3.Connection) -> None:
    pairs = dict(gold_settled().parties)
    some = list(pairs)[:5]
    assert parties.party_of(record, [*some, "unknown"]) == {one: pairs[one] for one in some}


def test_parties_are_counted(record: sqlite3.Connection) -> None:
    counted = Counter(party for _, party in gold_settled().parties)
    assert dict(parties.parties(record)) == counted
    assert parties.parties(record)[0][1] == max(counted.values())
