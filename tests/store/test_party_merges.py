"""Which names are other names of a party."""

from __future__ import annotations

import sqlite3

from onrecord.model import PartyMerge
from onrecord.store import party_merges

SHORT = PartyMerge("Corvex", "Corvex Energy", 0.9, "short for")
MAYBE = PartyMerge("Union", "Ferry Union", 0.7, "a word for")


def test_what_is_kept_is_given_back_and_found_from_either_side(record: sqlite3.Connection) -> None:
    party_merges.keep_merges(record, [MAYBE, SHORT])
    assert party_merges.merges(record) == [SHORT, MAYBE]
    assert party_merges.merges_of(record, "corvex energy") == [SHORT]
    assert party_merges.merges_of(record, "union") == [MAYBE]
    assert party_merges.merges_of(record, "Nobody") == []


def test_what_is_kept_later_takes_the_place(record: sqlite3.Connection) -> None:
    surer = PartyMerge("Union", "Ferry Union", 0.9, "one person speaks under both names")
    party_merges.keep_merges(record, [MAYBE, SHORT])
    party_merges.keep_merges(record, [surer])
    assert party_merges.merges(record) == [surer]
