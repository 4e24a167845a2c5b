"""The record in numbers."""

from __future__ import annotations

import sqlite3

from onrecord.store import articles, claims, copies, counts, statements
from onrecord.store.counts import Counts


def test_everything_is_counted(record: sqlite3.Connection) -> None:
    repeats = {edge.article for edge in copies.copies(record) if edge.relation == "copy"}
    found = counts.counts(record)
    assert repeats
    assert found == Counts(
        articles=articles.counted(record),
        outlets=len({one.outlet for one in articles.listed(record)}),
        copies=len(repeats),
        statements=statements.counted(record),
        claims=len(claims.claims(record)),
    )


def test_nothing_is_nought(empty: sqlite3.Connection) -> None:
    assert counts.counts(empty) == Counts(0, 0, 0, 0, 0)
