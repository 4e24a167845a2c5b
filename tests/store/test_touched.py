"""What is to be settled: noted with what is read, taken earliest first, and all of it where rules changed."""

from __future__ import annotations

import sqlite3

from onrecord.store import tallies, touched
from tests.store.gold_record import EDITION, gold_pages


def test_touched_articles_wait_in_order_of_day(record: sqlite3.Connection) -> None:
    held = [reading.article for reading, _ in gold_pages()]
    assert tallies.settled_with(record) == EDITION
    touched.touch(record, [one.id for one in held])
    assert tallies.settled_with(record) is None
    first = touched.next_touched(record, 3)
    assert [one.id for one in sorted(held, key=lambda one: (one.published.value or "", one.id))[:3]] == first
    touched.done(record, first)
    assert touched.counted(record) == len({one.id for one in held}) - 3


def test_all_is_to_be_settled_anew_and_claims_stay_until_then(record: sqlite3.Connection) -> None:
    touched.touch_all(record)
    assert touched.counted(record) == len({reading.article.id for reading, _ in gold_pages()})
    assert tallies.settled(record).claims
    assert not tallies.settled(record).copies


def test_what_other_rules_gave_is_touched(record: sqlite3.Connection) -> None:
    article = gold_pages()[0][0].article
    touched.touch_dropped(record, article.digest, EDITION)
    assert touched.counted(record) == 0
    touched.touch_dropped(record, article.digest, "better rules")
    assert touched.next_touched(record, 9) == [article.id]
