"""Looking through what people decided."""

from __future__ import annotations

import sqlite3

from onrecord.model import Judgement, JudgementKind, Span, Subject
from onrecord.store import judgement_log, judgements
from onrecord.store.judgement_log import Sought
from tests.store.gold_record import gold_pages

ONE, TWO = (reading.article.id for reading, _ in gold_pages()[:2])


def given(conn: sqlite3.Connection, kind: JudgementKind, by: str, **what: object) -> int:
    """A judgement, kept; on a statement "s" of the first article unless it is told otherwise."""
    subjects = (Subject("s", ONE, (Span(0, 4),), "text"),)
    shape = {"subjects": () if kind in ("undo", "redo", "copy", "same_party") else subjects, **what}
    return judgements.add(conn, Judgement(0, kind, by, "2026-03-02T10:00:00Z", "", **shape))  # type: ignore[arg-type]


def test_the_log_by_number(record: sqlite3.Connection) -> None:
    assert judgement_log.last(record) == 0
    one, two = given(record, "stance", "Ada", value="denies"), given(record, "note", "Bo", value="x")
    assert judgement_log.last(record) == two
    assert [at.id for at in judgement_log.since(record, one)] == [two]
    assert judgement_log.by_ids(record, [two, 99, one]) == judgements.judgements(record)
    assert judgement_log.people(record, most=9) == ["Ada", "Bo"]
    assert judgement_log.outcome(record, one).standing == "stands"


def test_what_is_undone_is_decided_no_more_and_again_when_it_is_given_back(record: sqlite3.Connection) -> None:
    one = given(record, "stance", "Ada", value="denies")
    assert judgement_log.decided(record, ["s", "t"]) == {("stance", "s", None)}
    given(record, "undo", "Bo", of=one)
    assert judgement_log.decided(record, ["s"]) == set()
    assert judgement_log.undone(record) == {one}
    given(record, "redo", "Bo", of=one)
    assert judgement_log.decided(record, ["s"]) == {("stance", "s", None)}


def test_names_that_were_decided_on(record: sqlite3.Connection) -> None:
    one = given(record, "same_party", "Ada", party="A", value="B")
    assert judgement_log.named(record) == {frozenset("AB")}
    given(record, "undo", "Ada", of=one)
    assert judgement_log.named(record) == set()


def test_what_is_sought(record: sqlite3.Connection) -> None:
    given(record, "stance", "Ada", value="denies")
    given(record, "copy", "Bo", articles=(TWO, ONE), value="copy")

    def found(asked: Sought) -> list[int]:
        return [at.id for at in judgement_log.sought(record, asked, most=9)]

    assert found(Sought()) == [2, 1]
    assert found(Sought(by="Bo")) == found(Sought(kind="copy")) == found(Sought(article=TWO)) == [2]
    assert found(Sought(statements=("s",))) == found(Sought(before=2)) == [1]
    assert found(Sought(article=ONE)) == found(Sought(day="2026-03-02")) == [2, 1]
    assert found(Sought(day="2026-03-03")) == found(Sought(statements=())) == found(Sought(standing="undone")) == []
    assert len(judgement_log.sought(record, Sought(), most=1)) == 1
