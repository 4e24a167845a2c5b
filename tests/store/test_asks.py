"""What a person might be asked."""

from __future__ import annotations

import sqlite3

from onrecord.store import asks, claims


def test_nothing_is_asked_of_cold_stories(record: sqlite3.Connection) -> None:
    record.execute("UPDATE stories SET heat = 0")
    record.execute("UPDATE statements SET confidence = 0.1")
    assert [one for one in asks.asks(record) if one.kind != "party"] == []


def test_a_possible_origin_is_asked_about_where_one_more_would_corroborate(record: sqlite3.Connection) -> None:
    record.execute("UPDATE stories SET heat = 1")
    held = {one.id: one for one in claims.claims(record)}
    found = [one for one in asks.asks(record) if one.kind == "origin"]
    assert all(held[one.claim].status == "single_origin" for one in found)
    assert all(one.party in {at.party for at in held[one.claim].possible_origins} for one in found)


def test_a_claim_that_hangs_on_one_denial_is_asked_about(record: sqlite3.Connection) -> None:
    record.execute("UPDATE stories SET heat = 1")
    against = {"denies", "doubts", "no_evidence"}
    for one in asks.asks(record):
        if one.kind == "stance":
            [claim] = claims.by_ids(record, [one.claim])
            assert claim.status == "contested"
            assert [at.statements for at in claim.positions if at.stance in against] == [(one.statement,)]


def test_unsure_readings_and_quarrelling_days(record: sqlite3.Connection) -> None:
    record.execute("UPDATE stories SET heat = 1")
    row = record.execute("SELECT statement FROM claim_statements LIMIT 1").fetchone()
    record.execute("UPDATE statements SET confidence = 0.2 WHERE id = ?", (row["statement"],))
    found = {(one.kind, one.statement): one for one in asks.asks(record)}
    assert found["link", row["statement"]].sure == 0.2
    assert found["link", row["statement"]].key == f"link {row['statement']}"


def test_names_near_the_bound(record: sqlite3.Connection) -> None:
    rows = [("Ay", "A", 0.79, "x"), ("Bee", "B", 0.2, "x"), ("Cee", "C", 0.99, "x")]
    record.executemany("INSERT INTO party_merges VALUES (?, ?, ?, ?)", rows)
    assert [(one.party, one.other) for one in asks.asks(record) if one.kind == "party" and one.sure == 0.79] == [
        ("Ay", "A")
    ]
    assert not {"Bee", "Cee"} & {one.party for one in asks.asks(record)}
