"""Refusals are kept once each, and counted."""

from __future__ import annotations

import sqlite3

from onrecord.model import Rejected
from onrecord.store import finds, pages, rejected
from onrecord.store.pages import Kept

FRONT = Rejected("front.html", "articles", "section front", "https://gull.example/", "7", "d1")
GONE = Rejected("gone.html", "read", "no such file")


def keep_both(conn: sqlite3.Connection) -> None:
    pages.keep_page(conn, Kept("d1", "front.html", "2026-03-18T08:00:00Z"), b"page")
    rejected.keep_rejected(conn, FRONT, "first")
    rejected.keep_rejected(conn, GONE, "first")


def test_refusals_come_back_once_each(empty: sqlite3.Connection) -> None:
    for _ in range(2):
        keep_both(empty)
    assert rejected.rejected(empty) == [FRONT, GONE]
    assert rejected.counts(empty) == {("articles", "section front"): 1, ("read", "no such file"): 1}


def test_a_refusal_goes_when_better_rules_read_the_page(empty: sqlite3.Connection) -> None:
    keep_both(empty)
    finds.finish(empty, "d1", "first")
    assert FRONT in rejected.rejected(empty)
    finds.finish(empty, "d1", "second")
    assert rejected.rejected(empty) == [GONE]


def test_a_refusal_goes_when_the_file_is_there(empty: sqlite3.Connection) -> None:
    keep_both(empty)
    rejected.forget_input(empty, "front.html")
    rejected.forget_input(empty, "gone.html")
    assert rejected.rejected(empty) == [FRONT]
