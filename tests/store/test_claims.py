"""Claims by id, status and story, and from their statements."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace

from onrecord.model import HeadlineGap
from onrecord.store import claims
from tests.store.gold_record import gold_settled


def test_a_claim_by_its_id(record: sqlite3.Connection) -> None:
    wanted = gold_settled().claims[1]
    assert claims.claim(record, wanted.id) == wanted
    assert claims.claim(record, "none") is None


def test_claims_by_their_ids_in_that_order(record: sqlite3.Connection) -> None:
    one, two, *_ = gold_settled().claims
    assert claims.by_ids(record, [two.id, "none", one.id, two.id]) == [two, one]


def test_the_statuses_of_each_story(record: sqlite3.Connection) -> None:
    every = gold_settled().claims
    stories = {one.story for one in every}
    expected = {story: Counter(one.status for one in every if one.story == story) for story in stories}
    assert claims.statuses(record) == expected


def test_claims_of_a_status_and_of_a_story(record: sqlite3.Connection) -> None:
    every = list(gold_settled().claims)
    assert claims.claims(record) == every
    assert claims.claims(record, status="contested") == [one for one in every if one.status == "contested"]
    assert claims.of_story(record, "s2") == [one for one in every if one.story == "s2"]
    assert 0 < len(claims.of_story(record, "s2")) < len(every)


def test_the_claim_of_a_statement(record: sqlite3.Connection) -> None:
    one = next(one for one in gold_settled().claims if one.statements)
    assert claims.claim_of(record, [*one.statements, "unknown"]) == dict.fromkeys(one.statements, one.id)


def test_ids_by_their_beginning(record: sqlite3.Connection) -> None:
    every = sorted(one.id for one in gold_settled().claims)
    assert claims.ids(record, "") == every
    assert claims.ids(record, "c1") == [one for one in every if one.startswith("c1")]
    assert claims.ids(record, "c%") == claims.ids(record, "c_") == []


def test_what_became_of_figures_and_what_headlines_say_is_kept(record: sqlite3.Connection) -> None:
    first = next(one for one in gold_settled().claims if one.figures and one.origins)
    figure = first.figures[0]
    gone = replace(figure, scope="dead", statement="s1", ended="withdrawn", ended_on="2026-03-09")
    gap = HeadlineGap(first.origins[0].first_article, "asks", "denies", "Did it?", "It did not.", "s1")
    full = replace(first, id="new", figures=(gone,), unnamed_figures=(replace(figure, party=""),), headlines=(gap,))
    claims.keep_claims(record, [full])
    assert claims.claim(record, "new") == full
