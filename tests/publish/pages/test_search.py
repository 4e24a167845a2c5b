"""Search: any text and any value of a filter gives a page; what is asked is what is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.search import Asked, asked, found, search_page
from onrecord.store.opening import open_record
from tests.publish.seen_page import check
from tests.publish.small_record import plain, small_record

NAMES = ("q", "speaker", "party", "stance", "outlet", "since", "until", "kind", "order", "page")
TYPED = st.text(max_size=30) | st.sampled_from(["bridge", '"moved', "2026-05", "denies", "claims", "new", "9999999"])


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path: Path = tmp_path_factory.mktemp("search") / "record.db"
    small_record(path, plain)
    with closing(open_record(path, readonly=True)) as conn:
        yield conn


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.sampled_from(NAMES), TYPED))
def test_whatever_is_typed_gives_a_sound_page(record: sqlite3.Connection, given_: dict[str, str]) -> None:
    check(search_page(record, Addresses(), asked(given_)))


def test_what_no_search_has_is_left_out() -> None:
    typed = asked({"q": " a ", "kind": "people", "order": "old", "stance": "lies", "since": "May", "x": "y"})
    assert typed == Asked(q="a", since="May")
    assert typed.sought.told() == {"words": "a"}


def test_the_same_words_of_one_mouth_are_one_hit_with_several_places(record: sqlite3.Connection) -> None:
    part = next(one for one in found(record, Asked("gone"), None) if one.kind == "statements")
    assert part.total == 2
    ((_, quotation),) = part.results
    assert [place.outlet for place in (quotation.place, *quotation.also)] == ["Outlet one", "Outlet two"]


def test_filters_narrow_what_is_found(record: sqlite3.Connection) -> None:
    def statements(search: Asked) -> int:
        return next((one.total for one in found(record, search, None) if one.kind == "statements"), 0)

    assert statements(Asked("bridge")) == 6
    assert statements(Asked("bridge", stance="denies")) == 2
    assert statements(Asked("bridge", speaker="ana kol", outlet="Outlet one")) == 2
    assert statements(Asked(party="Vessa")) == 4
    assert statements(Asked("bridge", until="2026-05-03")) == 0
    assert not [one for one in found(record, Asked("bridge", speaker="Ana Kol"), None) if one.kind == "articles"]


def test_a_page_says_how_much_it_found_and_where_it_is(record: sqlite3.Connection) -> None:
    text = " ".join(check(search_page(record, Addresses(), Asked("bridge", since="yesterday"))).text.split())
    assert "6 statements, 2 articles" in text
    assert "“yesterday” is no day" in text
    page = check(search_page(record, Addresses(), Asked("gone", kind="statements")))
    assert any("/page?statement=" in link.get("href", "") for link in page.links)
    assert "Found:" not in check(search_page(record, Addresses(), Asked())).text
