"""What the front page picks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model import Position, StatusChange
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.today import beats, lead, today_page
from onrecord.store import claims as held_claims
from onrecord.store.opening import open_record
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record

TO = Addresses()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    small_record(tmp_path / "record.db", plain)
    with closing(open_record(tmp_path / "record.db")) as conn:
        yield conn


def test_the_lead_has_a_word_for_it_and_one_against_it(record: sqlite3.Connection) -> None:
    (claim, *_) = held_claims.claims(record, status="contested")
    shown = lead(record, claim)
    assert [one.stance for one in shown.sides] == ["asserts", "denies"]
    page = check(today_page(record, TO))
    assert "In dispute now" in page.text
    assert claim.wording in page.text


def test_what_changed_since_the_day_before_the_newest(record: sqlite3.Connection) -> None:
    (claim, *_) = held_claims.claims(record)
    told = replace(
        claim,
        id="t",
        wording="The bridge is back",
        status="corroborated",
        status_history=(StatusChange("2026-05-01", "single_origin"), StatusChange("2026-05-03", "corroborated")),
        positions=(
            Position("Vessa", "asserts", "2026-05-01", claim.statements[:1]),
            Position("Vessa", "suggests", "2026-05-03", claim.statements[1:2]),
        ),
    )
    old = replace(told, id="u", wording="Long ago", status_history=(StatusChange("2026-04-03", "corroborated"),))
    held_claims.keep_claims(record, [told, old])
    page = check(today_page(record, TO))
    changed = page.text[page.text.index("Status changed since") : page.text.index("Newly corroborated")]
    assert "3 May 2026" in changed
    assert "The bridge is back" in changed
    assert "Long ago" not in changed
    back = page.text[page.text.index("Walked back") :]
    assert "The bridge is gone" in back


def test_days_of_the_week_and_nothing_where_no_day_is_known() -> None:
    week = beats(["2026-05-04", "2026-05-04", "2026-05-01", "2026-04-20", None], "2026-05-04")
    assert [(one.times, one.height) for one in week] == [(0, 0), (0, 0), (0, 0), (1, 8), (0, 0), (0, 0), (2, 16)]
    assert beats(["2026-04-20"], "2026-05-04") == ()
    assert beats(["2026-05-04"], None) == ()


def test_an_empty_record(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "empty.db")) as conn:
        assert "The record is empty" in check(today_page(conn, TO)).text
