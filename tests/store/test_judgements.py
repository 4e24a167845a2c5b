"""Judgements are only ever added to."""

from __future__ import annotations

import sqlite3

import pytest

from onrecord.model import Judgement, Outcome, Signed, Subject
from onrecord.store import judgements
from onrecord.store.checking import check
from onrecord.store.opening import transaction
from tests.store.gold_record import gold_pages


def given() -> Judgement:
    one = gold_pages()[0][0].statements[0]
    about = Subject(one.id, one.article, one.content.spans, one.content.text)
    signed = Signed("contested", (("Harbour", "denies"),), ("Navy",))
    return Judgement(0, "assess", "Ada", "2026-05-04T10:00:00Z", "read", "B2", subjects=(about,), signed=signed)


def test_a_judgement_comes_back_as_it_was_given(record: sqlite3.Connection) -> None:
    with transaction(record):
        assert judgements.add(record, given()) == 1
    [back] = judgements.judgements(record)
    assert (back.id, back.value, back.subjects, back.signed) == (1, "B2", given().subjects, given().signed)
    assert check(record) == []


@pytest.mark.parametrize("change", ["DELETE FROM judgements", "UPDATE judgements SET by = 'Bo'"])
def test_nothing_is_erased_or_changed(record: sqlite3.Connection, change: str) -> None:
    judgements.add(record, given())
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        record.execute(change)


def test_what_became_of_it_is_kept_and_replaced(record: sqlite3.Connection) -> None:
    judgements.add(record, given())
    for became in (Outcome("stands"), Outcome("overruled", "later", (2,))):
        judgements.keep_carried(record, judgements.judgements(record), {1: became})
        assert judgements.outcomes(record) == {1: became}
    assert judgements.carried(record)[0].on("this") == (given().subjects[0].id,)


def test_words_that_stand_elsewhere_are_told_by_the_check(record: sqlite3.Connection) -> None:
    judgements.add(record, given())
    record.execute("UPDATE judged_statements SET text = 'other words'")
    assert any("judgement 1" in problem for problem in check(record))


def test_an_article_that_is_shown_stands_for_itself(record: sqlite3.Connection) -> None:
    shown = gold_pages()[0][0].article
    assert judgements.articles_now(record, [shown.id, "nobody's"]) == {shown.id: shown.id}
    record.execute("DELETE FROM finds WHERE article = ?", (shown.id,))
    assert judgements.articles_now(record, [shown.id]) == {}
