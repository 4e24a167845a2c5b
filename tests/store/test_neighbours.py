"""Articles found by their terms within days, and the links between them."""

from __future__ import annotations

import sqlite3

from onrecord.store import neighbours


def test_products_count_what_is_shared_within_the_days(record: sqlite3.Connection) -> None:
    neighbours.post(record, 1, 100, [("ferry", 5), ("quay", 2)])
    neighbours.post(record, 2, 130, [("ferry", 3)])
    neighbours.post(record, 3, None, [("quay", 7)])
    asked = [("ferry", 10), ("quay", 1)]
    assert neighbours.products(record, asked, (90, 110)) == {(1, 100): 52, (3, None): 7}
    assert neighbours.products(record, asked, None) == {(1, 100): 52, (2, 130): 30, (3, None): 7}
    neighbours.unpost(record, 1, 100, [("ferry", 5), ("quay", 2)])
    assert neighbours.products(record, asked, (90, 110)) == {(3, None): 7}


def test_links_go_both_ways_and_go_together(record: sqlite3.Connection) -> None:
    neighbours.link(record, 1, 2, 0.5)
    neighbours.link(record, 3, 1, 0.25)
    assert neighbours.near(record, 1) == [(2, 0.5), (3, 0.25)]
    neighbours.unlink(record, 1)
    assert [neighbours.near(record, one) for one in (1, 2, 3)] == [[], [], []]
