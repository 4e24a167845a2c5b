"""Everybody on record: kinds told apart, found by letters, in pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.speakers import Asked, chosen, pages_of, speakers_page
from onrecord.store.opening import open_record
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path: Path = tmp_path_factory.mktemp("names") / "record.db"
    small_record(path, plain)
    with closing(open_record(path, readonly=True)) as conn:
        yield conn


def names_on(page: str) -> str:
    return " ".join(" ".join(check(page).words).split())


def test_kinds_are_told_apart(record: sqlite3.Connection) -> None:
    people = names_on(speakers_page(record, Addresses()))
    assert "Ana Kol" in people
    assert "People 1" in people
    parties = names_on(speakers_page(record, Addresses(), wanted=Asked("party", "name")))
    assert parties.index("Tarn party") < parties.index("Vessa party")


def test_names_are_found_by_letters_whatever_the_case(record: sqlite3.Connection) -> None:
    assert "Ana Kol" in names_on(speakers_page(record, Addresses(), wanted=Asked(name="KOL an")))
    assert "Nobody here has these letters" in names_on(speakers_page(record, Addresses(), wanted=Asked(name="zz")))


@settings(deadline=None, max_examples=30)
@given(st.builds(Asked, *[st.text(max_size=20)] * 4))
def test_whatever_is_typed_gives_a_page(record: sqlite3.Connection, wanted: Asked) -> None:
    assert "Speakers" in speakers_page(record, Addresses(), wanted=wanted)


def test_the_kind_that_is_shown() -> None:
    assert [chosen("party", {}), chosen("", {"body": 2}), chosen("none", {})] == ["party", "body", "person"]


def test_every_kind_has_its_pages(record: sqlite3.Connection) -> None:
    assert {kind: at.total for kind, at in pages_of(record).items()} == {"person": 1, "body": 0, "party": 2}
