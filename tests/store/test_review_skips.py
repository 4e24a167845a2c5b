"""What somebody would rather not be asked."""

from __future__ import annotations

import sqlite3

from onrecord.store import review_skips


def test_a_skip_is_one_persons(record: sqlite3.Connection) -> None:
    for _ in range(2):
        review_skips.skip(record, "Ada", "speaker 1", at="2026-03-02T10:00:00Z")
    assert review_skips.skipped(record, "Ada") == {"speaker 1"}
    assert review_skips.skipped(record, "Bo") == set()
