"""The outlets: their numbers, who is first, who copies whom, what was corrected."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.outlets import outlet_page, outlets_page, pages_of
from onrecord.store.opening import open_record
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    small_record(tmp_path / "record.db", plain)
    with closing(open_record(tmp_path / "record.db", readonly=True)) as conn:
        yield conn


def words(page: str | None) -> str:
    assert page
    return " ".join(" ".join(check(page).words).split())


def test_every_outlet_stands_in_the_list(record: sqlite3.Connection) -> None:
    text = words(outlets_page(record, Addresses()))
    assert "Outlet one" in text
    assert "Outlet two" in text
    assert pages_of(record) == {"Outlet one": 1, "Outlet two": 1}


def test_an_outlet_is_first_and_is_copied(record: sqlite3.Connection) -> None:
    first = words(outlet_page(record, Addresses(), "Outlet one"))
    assert "alone first 1" in first
    assert "1 time another article repeats one of its, in Outlet two 1 article" in first
    assert "owner not known" in first
    copier = words(outlet_page(record, Addresses(), "Outlet two"))
    assert "later 1" in copier
    assert "1 time an article of its repeats another’s, of Outlet one 1 article" in copier
    assert "1 later version of its articles came in" in copier
    assert outlet_page(record, Addresses(), "nobody") is None
