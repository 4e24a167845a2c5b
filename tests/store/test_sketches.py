"""The index of articles: what is put in comes back, and what is taken out leaves nothing."""

from __future__ import annotations

import sqlite3

from onrecord.model import id_number
from onrecord.store import sketches
from onrecord.store.opening import transaction
from onrecord.store.sketches import Sketched
from tests.store.gold_record import gold_pages

DAY = "2026-03-01"


def rows() -> list[Sketched]:
    ids = [reading.article.id for reading, _ in gold_pages()[:3]]
    return [
        Sketched(
            id_, "gull.example/a" if n else "", "", ("2026-03-01", 0, n, id_), n, (7, 8 + n), "2026-03-01", n, (), b""
        )
        for n, id_ in enumerate(ids)
    ]


def test_rows_come_back_and_are_found(record: sqlite3.Connection) -> None:
    with transaction(record):
        for one in rows():
            sketches.keep_sketch(record, one)
    ids = [one.article for one in rows()]
    assert sketches.sketches(record, ids) == {one.article: one for one in rows()}
    assert sketches.holders(record, 7) == sorted(map(id_number, ids))
    assert sketches.holders(record, 7, most=2) == sorted(map(id_number, ids))[:2]
    assert set(sketches.at_address(record, "gull.example/a")) == set(ids[1:])
    assert sketches.at_address(record, "") == []
    assert sketches.newest(record) == "2026-03-01"
    sketches.stand(record, ids[0], standing=True)
    sketches.keep_block(record, ids[:2], 3)
    block = min(map(id_number, ids[:2]))
    assert set(sketches.in_blocks(record, [block])) == set(ids[:2])
    assert sketches.sketches(record, ids[:1])[ids[0]][-3:] == (True, block, 3)


def test_what_is_taken_out_is_given_back_and_gone(record: sqlite3.Connection) -> None:
    (one, *others) = rows()
    for each in (one, *others):
        sketches.keep_sketch(record, each)
    assert sketches.drop_sketch(record, one.article) == one
    assert sketches.drop_sketch(record, one.article) is None
    assert sketches.known(record, [each.article for each in rows()]) == {each.article for each in others}
    assert sketches.holders(record, one.prints[1]) == []
