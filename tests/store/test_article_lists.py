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
