"""What a site may show: nothing but an extract unless a licence or its owner says so."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Article
from onrecord.publish.permission import extract_of, permission, permissions, permitted
from onrecord.publish.policy import LICENSED, Policy
from onrecord.store.opening import open_record
from tests.publish.small_record import article, plain, small_record

ONE = replace(article("one", plain), agency=None)
CC = "https://creativecommons.org/licenses/{}/4.0/"


@pytest.mark.parametrize(
    ("named", "policy", "shows"),
    [
        ([], LICENSED, "extract"),
        (["some licence"], LICENSED, "extract"),
        ([CC.format("by")], LICENSED, "text"),
        ([CC.format("by-nd")], LICENSED, "text"),
        ([CC.format("by-nc")], LICENSED, "extract"),
        ([CC.format("by-nc")], Policy(commercial=False), "text"),
        ([CC.format("by"), "All rights reserved"], LICENSED, "extract"),
        ([CC.format("by"), CC.format("by-nc-nd")], LICENSED, "extract"),
        ([CC.format("by")], Policy("none"), "extract"),
        ([], Policy("all"), "page"),
        ([], Policy(own=frozenset({"outlet one"})), "page"),
        ([], Policy("none", frozenset({"outlet one"})), "page"),
        ([], Policy(own=frozenset({"outlet two"})), "extract"),
    ],
)
def test_what_is_shown(named: list[str], policy: Policy, shows: str) -> None:
    found = permission(ONE, policy, named)
    assert found.shows == shows
    assert found.why
    assert bool(found.extract) == (shows == "extract")


def test_the_text_of_an_agency_is_not_its_outlets_to_give() -> None:
    wire = replace(ONE, agency="Wire")
    assert permission(wire, LICENSED, [CC.format("by")]).shows == "extract"
    assert permission(wire, Policy(own=frozenset({"outlet one"})), []).shows == "extract"
    assert permission(wire, Policy(own=frozenset({"outlet one", "wire"})), []).shows == "page"


def test_what_must_stay_as_it_is_is_not_marked() -> None:
    assert not permission(ONE, LICENSED, [CC.format("by-nd")]).marked
    assert permission(ONE, LICENSED, [CC.format("by-sa")]).marked


def test_a_licence_on_a_copy_of_somebody_elses_text_gives_nothing(tmp_path: Path) -> None:
    small_record(tmp_path / "r.db", plain)
    two = article("two", plain)
    with closing(open_record(tmp_path / "r.db")) as conn:
        conn.execute("UPDATE articles SET agency = NULL")
        licensed(conn, two)
        held = permissions(conn, LICENSED)
        assert (held[two.id].shows, held[two.id].why[:10]) == ("extract", "it repeats")
        assert permissions(conn, Policy(own=frozenset({"outlet two"})))[two.id].shows == "page"
        licensed(conn, ONE)
        held = permissions(conn, LICENSED)
        assert [held[one.id].shows for one in (ONE, two)] == ["text", "text"]


def licensed(conn: sqlite3.Connection, one: Article) -> None:
    """Has the page of an article say that it is free."""
    page = f'<!doctype html><html><head><link rel="license" href="{CC.format("by")}"></head><body>a</body></html>'
    conn.execute("UPDATE pages SET packed = ? WHERE digest = ?", (zlib.compress(page.encode()), one.digest))


@given(st.text(alphabet="ab .\n“”!?é", max_size=900), st.integers(0, 60))
def test_an_extract_is_short_and_of_the_words_it_stands_for(text: str, words: int) -> None:
    extract = extract_of(text, words=words)
    kept = extract.removesuffix(" …").split()
    assert len(kept) <= min(words, len(text.split()) // 3)
    assert kept == text.split()[: len(kept)] or not kept


def test_an_extract_is_whole_sentences_where_they_fit() -> None:
    text = "The ferry sank. Nobody was hurt. " + "Divers will look for it in the morning, and that may take long. " * 4
    assert extract_of(text, words=7) == "The ferry sank. Nobody was hurt."
    assert extract_of("one two three four five six seven eight nine ten. " * 3, words=4) == "one two three four …"
    assert extract_of("", words=50) == ""


def test_what_was_not_looked_at_is_an_extract() -> None:
    assert permitted({}, ONE, LICENSED).shows == "extract"
    assert permitted({}, ONE, Policy("none")).why == "this site shows extracts"
