"""The link to a statement's words in the archived page leads somewhere, whatever the page came in as."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from onrecord.model import Capture
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.archived import archived_page
from onrecord.store import articles, pages, statements
from onrecord.store.opening import open_record
from onrecord.store.pages import Kept
from tests.publish.seen_page import check
from tests.publish.small_record import TEXT, article, plain, small_record
from tests.store.gold_record import NEWSROOM, keep_gold

MARKED, MISSING = '<mark class="hit" id="here">', "could not be found in the page as it came in"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    small_record(tmp_path / "record.db", plain)
    conn = open_record(tmp_path / "record.db")
    yield conn
    conn.close()


def shown(conn: sqlite3.Connection, data: bytes) -> list[str]:
    """The archived page of every statement of an article that came in as this."""
    of = article("one", plain)
    _replace(conn, of.digest, data)
    pages = [archived_page(conn, Addresses(), of.id, statement=one.id) for one in statements.of_article(conn, of.id)]
    return [page for page in pages if page]


@pytest.mark.parametrize(
    "data",
    [
        f'<?xml version="1.0"?><rss><item><description>{escape(TEXT)}</description></item></rss>',
        f'<?xml version="1.0"?><rss><item><content>{escape(escape(TEXT))}</content></item></rss>',
        json.dumps({"text": TEXT}),
    ],
    ids=["feed", "escaped feed", "JSON"],
)
def test_words_are_marked_in_a_feed_and_in_data(small: sqlite3.Connection, data: str) -> None:
    pages = shown(small, data.encode())
    assert len(pages) == 4
    for page in pages:
        assert "<pre>" in page
        assert MARKED in page
        assert MISSING not in check(page).text


@pytest.mark.parametrize("data", [b'{"text": 1}', b"<!doctype html><p>Nothing"], ids=["JSON", "page"])
def test_words_that_are_not_there_are_said_to_be_missing(small: sqlite3.Connection, data: bytes) -> None:
    for page in shown(small, data):
        found = check(page)
        assert MISSING in found.text
        assert found.ids.count("here") == 1


@pytest.mark.skipif(not NEWSROOM.exists(), reason="no sample newsroom")
def test_every_statement_of_the_newsroom_has_its_place(tmp_path: Path) -> None:
    conn = open_record(tmp_path / "gold.db")
    keep_gold(conn)
    for listed in articles.listed(conn):
        of = articles.article(conn, listed.id)
        assert of
        file = NEWSROOM / of.input.partition("#")[0]
        _replace(conn, of.digest, file.read_bytes())
        for one in statements.of_article(conn, of.id):
            page = archived_page(conn, Addresses(), of.id, statement=one.id) or ""
            assert page.count('id="here"') == 1, (of.input, one.content.text)
            assert MARKED in page, (of.input, one.content.text)
    conn.close()


def _replace(conn: sqlite3.Connection, digest: str, data: bytes) -> None:
    conn.execute("UPDATE pages SET size = ?, packed = ? WHERE digest = ?", (len(data), zlib.compress(data), digest))


def test_where_the_bytes_came_from_and_when(small: sqlite3.Connection) -> None:
    of = article("one", plain)
    page = check(archived_page(small, Addresses(), of.id) or "")
    assert "given as a file on 7 May 2026 at 08:00 UTC" in page.text
    fetched = Capture("https://one.example/bridge", "2026-05-07T07:55:01Z", 200)
    pages.keep_capture(small, Kept(of.digest, "a name", "2026-05-07T08:00:00Z", fetched))
    page = check(archived_page(small, Addresses(), of.id) or "")
    assert "fetched on 7 May 2026 at 07:55 UTC from https://one.example/bridge" in page.text
    assert "The same bytes came 2 times" in page.text
    assert f"SHA-256 {of.digest}" in page.text


def test_damaged_bytes_are_told_and_not_raised(small: sqlite3.Connection) -> None:
    of = article("one", plain)
    small.execute("UPDATE pages SET packed = x'00'")
    assert "not kept, or are damaged" in (archived_page(small, Addresses(), of.id) or "")
