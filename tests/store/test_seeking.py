"""What is sought is found, whatever else is typed; very common words are looked for among the newest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.store import said, search, seeking
from onrecord.store.opening import open_record
from onrecord.store.seeking import Sorting, Sought, as_day, rows

TYPED = st.text(max_size=40) | st.sampled_from(
    ["ferry", '"bow door"', "the", "2026-03", "%", "Kestria", "\ud800", "\x00"]
)
MANY = Sorting(10_000)


@pytest.fixture(scope="module")
def shared(gold_file: Path) -> Iterator[sqlite3.Connection]:
    """A record that the searches of this file share."""
    with closing(open_record(gold_file, readonly=True)) as conn:
        yield conn


@settings(deadline=None, max_examples=60)
@given(st.builds(Sought, *[TYPED] * 7), st.integers(0, 50), st.booleans())
def test_whatever_is_typed_is_answered(shared: sqlite3.Connection, sought: Sought, offset: int, newest: bool) -> None:
    sorting = Sorting(5, offset, newest=newest)
    for found in (search.statements(shared, sought, sorting), search.articles(shared, sought, sorting)):
        assert len(found.hits) <= min(5, found.total)


def every(conn: sqlite3.Connection) -> list[sqlite3.Row]:
    return conn.execute("SELECT * FROM said").fetchall()


@pytest.mark.parametrize(
    "sought",
    [
        Sought(speaker="tomas berecz"),
        Sought(stance="denies"),
        Sought(outlet="Northline", stance="asserts"),
        Sought(since="2026-03-05", until="2026-03-09"),
        Sought(since="2026-03", until="2026-03"),
        Sought(words="the", stance="denies"),
        Sought(words="ferry", outlet="Northline", since="2026-03-04"),
    ],
    ids=lambda one: "-".join(one.told()),
)
def test_all_that_is_asked_for_holds(shared: sqlite3.Connection, sought: Sought) -> None:
    having = set(rows(shared, "statement_words", Sought(sought.words), MANY).at) if sought.words else None
    expected = {
        row["seq"]
        for row in every(shared)
        if (having is None or row["seq"] in having)
        and (not sought.speaker or (row["speaker"] or "").casefold() == sought.speaker)
        and (not sought.stance or row["stance"] == sought.stance)
        and (not sought.outlet or row["outlet"] == sought.outlet)
        and (not sought.since or sought.since[: len(row["day"] or "")] <= (row["day"] or ""))
        and (not sought.until or (row["day"] or "~") <= sought.until + "~")
    }
    found = rows(shared, "statement_words", sought, MANY)
    assert set(found.at) == expected
    assert found.total == len(expected)
    assert expected
    assert not found.bounded


def test_pages_are_parts_of_one_order(shared: sqlite3.Connection) -> None:
    for newest in (False, True):
        whole = rows(shared, "statement_words", Sought("ferry"), Sorting(50, newest=newest)).at
        parts = [
            rows(shared, "statement_words", Sought("ferry"), Sorting(7, at, newest=newest)).at for at in range(0, 50, 7)
        ]
        assert [one for part in parts for one in part][:50] == list(whole)


@pytest.mark.parametrize("few", [0, 600])
def test_of_common_words_only_the_newest_rows_are_looked_at(
    shared: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    whole = rows(shared, "statement_words", Sought("the"), MANY)
    of_one = rows(shared, "statement_words", Sought("the", stance="denies"), MANY)
    monkeypatch.setattr(seeking, "MOST", {"statement_words": 10, "article_words": 10})
    monkeypatch.setattr(seeking, "FEW", few)
    bounded = rows(shared, "statement_words", Sought("the"), MANY)
    assert (bounded.total, bounded.bounded) == (10, True)
    assert set(bounded.at) == set(sorted(whole.at)[-10:])
    filtered = rows(shared, "statement_words", Sought("the", stance="denies"), MANY)
    # What is asked beside the words may leave so little that all of it is looked at.
    assert filtered.at == of_one.at if few else set(filtered.at) < set(of_one.at)
    assert filtered.bounded == (not few)


def test_days_are_days() -> None:
    assert [as_day(one) for one in ("2026-03-05", "2026-03", "2026", "5 March", "2026-3-5", "٢٠٢٦", "")] == [
        "2026-03-05",
        "2026-03",
        "2026",
        "",
        "",
        "",
        "",
    ]


def test_what_is_said_is_kept_for_every_statement(shared: sqlite3.Connection) -> None:
    assert len(every(shared)) == shared.execute("SELECT count(*) FROM statements").fetchone()[0]
    one = next(row for row in every(shared) if row["speaker"])
    assert one["id"] in [held.id for held in said.of_name(shared, one["speaker"].upper(), 1_000)]
    assert said.counted(shared, one["speaker"]) == len(said.of_name(shared, one["speaker"], 1_000))
