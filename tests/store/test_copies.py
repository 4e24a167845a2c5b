"""Copies and versions."""

from __future__ import annotations

import sqlite3

from onrecord.store import copies
from tests.store.gold_record import gold_settled


def test_edges_come_back(record: sqlite3.Connection) -> None:
    assert copies.copies(record) == list(gold_settled().copies)
    assert copies.versions(record) == list(gold_settled().versions)
    assert copies.copies(record)
    assert copies.versions(record)
