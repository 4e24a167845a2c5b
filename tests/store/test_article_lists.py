"""The newest articles, each told once."""

from __future__ import annotations

import sqlite3

from onrecord.store import article_lists, articles, copies
from onrecord.store.opening import transaction


def test_copies_and_what_was_replaced_are_left_out(record: sqlite3.Connection) -> None:
    every = [one.id for one in articles.newest(record, 1000, 0)]
    first, second = [one.id for one in article_lists.newest_own(record, 1000)][:2]
    with transaction(record):
        copies.keep_copies(record, [], [(first, second)])
    repeats = {edge.article for edge in copies.copies(record) if edge.relation == "copy"}
    replaced = {before for after, before in copies.versions(record) if after not in repeats}
    assert second in replaced
    found = [one.id for one in article_lists.newest_own(record, 1000)]
    assert found == [one for one in every if one not in repeats | replaced]
    assert [one.id for one in article_lists.newest_own(record, 3)] == found[:3]


def test_the_last_day_is_that_of_the_newest_article(record: sqlite3.Connection) -> None:
    assert article_lists.last_day(record) == articles.newest(record, 1, 0)[0].published.value


def test_an_empty_record_has_no_last_day(empty: sqlite3.Connection) -> None:
    assert article_lists.last_day(empty) is None
