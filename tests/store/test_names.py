"""Everybody who was heard is kept once, and what changes is written anew."""

from __future__ import annotations

import sqlite3
from collections import Counter

from onrecord.model import KnownName
from onrecord.store import articles, names, voices
from onrecord.store.opening import transaction
from tests.store.gold_record import gold_pages

ADA = KnownName("Ada Moreau", "person", "Norland", 5, "ada moreau")
BEA = KnownName("Béa Moreau", "person", None, 7, "bea moreau")
NORLAND = KnownName("Norland", "party", "Norland", 12, "norland")


def test_names_are_kept_listed_and_counted(record: sqlite3.Connection) -> None:
    with transaction(record):
        names.keep_names(record, [ADA, BEA, NORLAND])
    assert names.listed(record, "person", (), (9, 0)) == [BEA, ADA]
    assert names.listed(record, "person", (), (9, 0), by_name=True) == [ADA, BEA]
    assert names.listed(record, "person", ("mor", "be"), (9, 0)) == [BEA]
    assert names.listed(record, "person", (), (1, 1)) == [ADA]
    assert names.counted(record) == {"person": 2, "party": 1}
    assert names.counted(record, words=("ada",)) == {"person": 1}
    assert names.every(record) == ["Ada Moreau", "Béa Moreau", "Norland"]
    assert names.named(record, "Norland") == NORLAND


def test_only_what_changed_is_written(record: sqlite3.Connection) -> None:
    with transaction(record):
        names.keep_names(record, [ADA, BEA])
        before = record.total_changes
        names.keep_names(record, [ADA, NORLAND])
        assert record.total_changes - before == 2
    assert names.every(record) == ["Ada Moreau", "Norland"]


def test_offices_have_their_days(record: sqlite3.Connection) -> None:
    first, second = (reading.article for reading, _ in gold_pages()[:2])
    minister, plain = ("Norland", "Ada Moreau", "minister"), (None, "Ada Moreau", None)
    with transaction(record):
        voices.keep_voices(record, first.id, Counter({minister: 2, plain: 1}))
        voices.keep_voices(record, second.id, Counter({minister: 1}))
        voices.keep_parties(record, {minister: "Norland", plain: "Tarn"})
    days = sorted(one.published.value or "" for one in articles.by_ids(record, [first.id, second.id]).values())
    heard = names.HeardAs("Ada Moreau", "minister", "Norland", 3, days[0], days[1])
    assert names.offices(record, "ada moreau", 9) == [heard]
    assert names.mouths(record, "Norland", 9) == [heard]
    assert names.speaks_for(record, "Ada Moreau") == [("Norland", 3), ("Tarn", 1)]
