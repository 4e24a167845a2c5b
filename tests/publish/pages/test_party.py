"""Where somebody stands and stood, what was said by claim, and who quotes them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.party import (
    Stand,
    counts,
    grouped,
    pages_of,
    party_page,
    quoting,
    stands_of,
    turned,
)
from onrecord.store import names, said
from onrecord.store.opening import open_record
from onrecord.store.said import Utterance
from tests.publish.seen_page import check, seen
from tests.publish.small_record import plain, small_record

CYRILLIC = "\u0430"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    small_record(tmp_path / "record.db", plain)
    with closing(open_record(tmp_path / "record.db", readonly=True)) as conn:
        yield conn


def one(
    n: int, *, claim: str | None = "c", stance: str = "asserts", outlet: str = "A", day: str | None = None
) -> Utterance:
    return Utterance(n, f"s{n}", f"a{n}", stance, outlet, day or f"2026-05-{n:02d}", n % 2, claim, n % 3 == 0)


def test_a_party_stands_where_its_last_position_is(record: sqlite3.Connection) -> None:
    known = names.named(record, "Tarn")
    assert known
    stands = stands_of(record, known, said.of_name(record, "Tarn", 100))
    assert [[at.stance for at in several] for several in stands.values()] == [["no_comment", "denies"]]
    assert counts(stands) == [("denies", 1)]
    assert [(turn.before.stance, turn.after.stance) for turn in turned(stands)] == [("no_comment", "denies")]


def test_a_person_stands_by_own_words_and_passing_on_is_no_stand(record: sqlite3.Connection) -> None:
    known = names.named(record, "Ana Kol")
    assert known
    assert known.kind == "person"
    words = [one(3, stance="denies"), one(2, stance="relays"), one(1)]
    assert [at.stance for at in stands_of(record, known, words)["c"]] == ["asserts", "denies"]
    assert [at.statement for at in stands_of(record, known, words)["c"]] == ["s1", "s3"]


def test_a_position_that_is_said_again_is_no_change() -> None:
    several = (Stand("asserts", "2026-05-01", "s1"),)
    assert turned({"a": several}) == []
    assert counts({"a": several, "b": several, "c": ()}) == [("asserts", 2)]


def test_claims_come_by_what_was_said_last_and_what_is_of_none_is_left_out() -> None:
    words = [one(5, claim="b"), one(4, claim=None), one(3, claim="a"), one(2, claim="b")]
    assert [(claim, len(several)) for claim, several in grouped(words)] == [("b", 2), ("a", 1)]


def test_outlets_that_quote_are_counted_with_the_way_it_came() -> None:
    found = quoting([one(1), one(2), one(3, outlet="B"), one(6)])
    assert [(at.outlet, at.times, at.relayed, at.copied, at.since) for at in found] == [
        ("A", 3, 1, 1, "2026-05-01"),
        ("B", 1, 1, 1, "2026-05-03"),
    ]


def test_the_page_of_a_name(record: sqlite3.Connection) -> None:
    page = party_page(record, Addresses(), "Ana Kol")
    assert page
    text = " ".join(check(page).text.split())
    assert "Minister" in text
    assert "speaks for Vessa" in text
    assert "The bridge is gone" in text
    assert "Outlet one" in text
    assert party_page(record, Addresses(), "nobody") is None
    assert pages_of(record, "Ana Kol") == 1


def test_a_name_that_is_not_what_it_looks_like_says_so(tmp_path: Path) -> None:
    small_record(tmp_path / "record.db", lambda text: text.replace("Tarn", f"T{CYRILLIC}rn"))
    with closing(open_record(tmp_path / "record.db", readonly=True)) as conn:
        page = party_page(conn, Addresses(), f"T{CYRILLIC}rn")
    assert page
    assert "letters of another script" in seen(page).text
