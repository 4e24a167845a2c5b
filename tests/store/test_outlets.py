"""What is told of outlets follows from articles, copies and claims, whatever the order in which they are kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.publish.evidence import outlet_of
from onrecord.store import articles, outlets
from onrecord.store.articles import Listed
from onrecord.store.opening import open_record
from onrecord.store.outlets import Places, Tie
from tests.publish.small_record import plain, small_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    small_record(tmp_path / "record.db", plain)
    with closing(open_record(tmp_path / "record.db")) as conn:
        yield conn


def test_outlets_are_counted(record: sqlite3.Connection) -> None:
    one, two = outlets.outlets(record)
    assert (one.name, one.articles, one.copies, one.copied, one.places) == ("Outlet one", 1, 0, 1, Places(first=1))
    assert (two.name, two.articles, two.copies, two.copied, two.places) == ("Outlet two", 1, 1, 0, Places(later=1))
    assert [outlets.outlet(record, name) for name in ("Outlet one", "Outlet two")] == [one, two]
    assert outlets.outlet(record, "nobody") is None


def test_ties_days_and_edits(record: sqlite3.Connection) -> None:
    assert outlets.copies_of(record, "Outlet two") == [Tie("Outlet one", 1)]
    assert outlets.copied_by(record, "Outlet one") == [Tie("Outlet two", 1)]
    assert outlets.agencies(record, "Outlet one") == [Tie("Wire", 1)]
    assert outlets.days(record, "Outlet one") == {"2026-05-04": 1}
    assert outlets.edits(record) == {"Outlet two": 1}
    assert [name for name, _ in outlets.edited(record, "Outlet two", 5)] == outlets.articles(record, "Outlet two", 5, 0)
    assert [one.day for one in outlets.firsts(record, "Outlet one", 5)] == ["2026-05-04"]


def placed(conn: sqlite3.Connection) -> dict[str, str]:
    """Who is what on the claim, counted anew."""
    claims = [row[0] for row in conn.execute("SELECT DISTINCT claim FROM claim_outlets")] or ["none"]
    conn.execute("DELETE FROM claim_outlets")
    outlets.keep_carried(conn, claims)
    return {row["outlet"]: row["place"] for row in conn.execute("SELECT outlet, place FROM claim_outlets")}


def test_on_one_day_both_are_among_the_first(record: sqlite3.Connection) -> None:
    record.execute("DELETE FROM copies")
    assert placed(record) == {"Outlet one": "among", "Outlet two": "among"}


def test_the_earlier_day_is_first_and_an_unknown_day_is_unknown(record: sqlite3.Connection) -> None:
    record.execute("DELETE FROM copies")
    record.execute("UPDATE articles SET published = '2026-05-03' WHERE outlet = 'Outlet two'")
    assert placed(record) == {"Outlet one": "later", "Outlet two": "first"}
    record.execute("UPDATE articles SET published = '2026-05' WHERE outlet = 'Outlet two'")
    assert placed(record) == {"Outlet one": "first", "Outlet two": "unknown"}


HOSTS = ["https://a.example", "http://U:p@A.example:8080", "https://[::1]:80", "urn:x", "//b.example"]


@given(st.sampled_from(HOSTS), st.text("/?#@:ab[]", max_size=12))
@example("https://a.example", "?x@y").via("an @ that is no user's")
@example("https://a.example", "#y/z").via("no path")
def test_an_article_without_an_outlet_stands_under_its_host(beginning: str, rest: str) -> None:
    url = beginning + (rest if rest[:1] in ("/", "?", "#") else "")
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.execute("CREATE TABLE articles (seq, id, outlet, published, agency, notes, url)")
        conn.execute(_view())
        conn.execute("INSERT INTO articles VALUES (1, 'a', NULL, NULL, NULL, '[]', ?)", (url,))
        shown = conn.execute("SELECT outlet FROM article_listings").fetchone()[0]
    assert shown == outlet_of(Listed("a", "", None, url if "://" in url else None, None))


def _view() -> str:
    script = Path(articles.__file__).parent.joinpath("migrations", "0022.sql").read_text(encoding="utf-8")
    start = script.index("CREATE VIEW article_listings")
    return script[start : script.index(";", start)]
