"""What lists of claims show: in order, cut to a page, by an index."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.model import Claim, ClaimFigure, Position, StatusChange
from onrecord.store import claim_lists, claims
from tests.store.gold_record import gold_settled

Look = Callable[[sqlite3.Connection], object]
LOOKS: dict[str, Look] = {
    "page": lambda conn: claim_lists.page(conn, 5, 0),
    "page of a status": lambda conn: claim_lists.page(conn, 5, 0, status="contested"),
    "page by change": lambda conn: claim_lists.page(conn, 5, 0, order="change"),
    "page of a status by change": lambda conn: claim_lists.page(conn, 5, 0, status="contested", order="change"),
    "of a story": lambda conn: claim_lists.of_story(conn, "s1", 5, 0),
    "in a story": lambda conn: claim_lists.in_story(conn, "s1"),
    "changed since": lambda conn: claim_lists.changed_since(conn, "2026-03-10", 5),
    "warm": lambda conn: claim_lists.in_warm_stories(conn, "contested", 5),
    "taken back": lambda conn: claim_lists.taken_back(conn, "2026-03-01", 5),
    "replaced": lambda conn: claim_lists.ended_figures(conn, 5),
    "named": lambda conn: claim_lists.named(conn, ["c1"]),
    "titles": lambda conn: claim_lists.titles(conn, ["s1"]),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_no_list_sorts_or_goes_through_the_claims(record: sqlite3.Connection, look: Look) -> None:
    asked: list[str] = []
    record.set_trace_callback(asked.append)
    look(record)
    record.set_trace_callback(None)
    lines = [row["detail"] for query in asked for row in record.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert lines
    assert not [one for one in lines if one.startswith("SCAN") and "INDEX" not in one and "json_each" not in one]


def weight(one: Claim) -> tuple[int, int, str]:
    return -len({at.party for at in one.positions}), -len(one.statements), one.id


def test_a_page_by_weight_and_by_change(record: sqlite3.Connection) -> None:
    every = sorted(gold_settled().claims, key=weight)
    assert claim_lists.page(record, 100, 0) == [one.id for one in every]
    assert claim_lists.page(record, 3, 2) == [one.id for one in every[2:5]]
    contested = [one for one in every if one.status == "contested"]
    assert claim_lists.page(record, 100, 0, status="contested") == [one.id for one in contested]
    latest = sorted(contested, key=lambda one: one.status_history[-1].on or "", reverse=True)
    found = claim_lists.page(record, 100, 0, status="contested", order="change")
    days = {one.id: one.status_history[-1].on for one in contested}
    assert [days[id_] for id_ in found] == [one.status_history[-1].on for one in latest]


def test_how_many_and_whose(record: sqlite3.Connection) -> None:
    every = gold_settled().claims
    assert claim_lists.counts(record) == Counter(one.status for one in every)
    story = [one for one in sorted(every, key=weight) if one.story == every[0].story]
    assert claim_lists.of_story(record, every[0].story, 100, 0) == [one.id for one in story]
    assert claim_lists.in_story(record, every[0].story) == len(story)
    assert claim_lists.named(record, [every[0].id, "none"]) == {
        every[0].id: (every[0].id, every[0].wording, every[0].status)
    }
    assert set(claim_lists.titles(record, [every[0].story, "none"])) == {every[0].story}


def test_only_stories_that_are_not_cold(record: sqlite3.Connection) -> None:
    story = gold_settled().claims[0].story
    record.execute("UPDATE stories SET heat = 0 WHERE id <> ?", (story,))
    found = claim_lists.in_warm_stories(record, "contested", 100)
    assert found == [one.id for one in claims.by_ids(record, found) if one.story == story]


def test_a_day_and_later(record: sqlite3.Connection) -> None:
    days = {one.id: one.status_history[-1].on or "" for one in gold_settled().claims}
    found = claim_lists.changed_since(record, "2026-03-10", 100)
    assert set(found) == {id_ for id_, day in days.items() if day >= "2026-03-10"}
    assert [days[id_] for id_ in found] == sorted((days[id_] for id_ in found), reverse=True)


def test_taken_back_or_softened_only_by_who_had_said_so(empty: sqlite3.Connection) -> None:
    positions = (
        Position("Vessa", "asserts", "2026-05-01", ()),
        Position("Lund", "suggests", "2026-05-02", ()),
        Position("Vessa", "suggests", "2026-05-03", ()),
        Position("Tarn", "denies", "2026-05-03", ()),
        Position("Vessa", "withdraws", "2026-05-05", ()),
    )
    history = (StatusChange("2026-05-01", "single_origin"), StatusChange(None, "contested"))
    claims.keep_claims(empty, [Claim("c", "s", "w", "contested", history, (), positions)])
    assert claim_lists.taken_back(empty, "2026-05-01", 9) == [("c", 4, "2026-05-05"), ("c", 2, "2026-05-03")]
    assert claim_lists.taken_back(empty, "2026-05-04", 9) == [("c", 4, "2026-05-05")]
    assert claim_lists.changed_since(empty, "2026-01-01", 9) == []


def test_figures_that_stand_no_more_the_latest_first(empty: sqlite3.Connection) -> None:
    old = ClaimFigure("Vessa", 11, None, "dead", "", "exact", "2026-05-01", ended="replaced", ended_on="2026-05-04")
    made = Claim("c", "s", "w", "contested", (), (), figures=(old,))
    later = replace(made, id="d", figures=(replace(old, ended_on="2026-05-06"),))
    standing = replace(made, id="e", figures=(replace(old, ended=None, ended_on=None),))
    claims.keep_claims(empty, [made, later, standing])
    assert claim_lists.ended_figures(empty, 9) == ["d", "c"]
