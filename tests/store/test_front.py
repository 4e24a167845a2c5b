"""The record in numbers, its last day, what came last."""

from __future__ import annotations

import sqlite3

from onrecord.model import Copy
from onrecord.store import articles, copies, front, statements
from tests.store.gold_record import gold_settled


def test_numbers_of_what_is_shown(record: sqlite3.Connection) -> None:
    found = front.counts(record)
    assert found.articles == articles.counted(record)
    assert found.statements == statements.counted(record)
    assert found.claims == len(gold_settled().claims)
    assert found.copies == len({one.article for one in gold_settled().copies})
    assert 1 < found.outlets < found.articles


def test_the_last_day_is_that_of_the_newest_article(record: sqlite3.Connection) -> None:
    assert front.last_day(record) == articles.newest(record, 1, 0)[0].published.value


def test_an_empty_record_has_no_last_day(empty: sqlite3.Connection) -> None:
    assert front.last_day(empty) is None
    assert front.newest(empty, 9) == []
    assert front.counts(empty) == (0, 0, 0, 0, 0)


def test_copies_and_replaced_versions_are_no_news(record: sqlite3.Connection) -> None:
    every = [one.id for one in articles.newest(record, 1000, 0)]
    repeated = {one.article for one in copies.copies(record)}
    replaced = {before for after, before in copies.versions(record) if after not in repeated}
    assert front.newest(record, 1000) == [id_ for id_ in every if id_ not in repeated | replaced]
    first = front.newest(record, 1)[0]
    copies.keep_copies(record, [Copy(first, every[-1], "copy", "")], [])
    assert front.newest(record, 1) != [first]
