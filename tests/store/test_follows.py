"""What is followed is kept as it is given, and goes as a whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model import Follow, Host, Look, Validators
from onrecord.store import follows
from onrecord.store.opening import open_record

FEED = Follow(
    "https://a.example/", "https://a.example/feed", "feed", "2026-03-14T09:00:00Z", validators=Validators("e", "m")
)
PAGE = Follow("https://b.example/", "https://b.example/")
ONE = "https://a.example/1"


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "record.db")) as opened:
        yield opened


def test_following_is_kept_once(conn: sqlite3.Connection) -> None:
    assert follows.follow(conn, PAGE)
    assert follows.follow(conn, FEED)
    assert not follows.follow(conn, Follow(FEED.url, "elsewhere"))
    assert follows.follows(conn) == [FEED, PAGE]
    assert follows.followed(conn, FEED.url) == FEED
    assert follows.followed(conn, "https://c.example/") is None


def test_changes_are_kept_only_while_it_is_followed(conn: sqlite3.Connection) -> None:
    follows.follow(conn, FEED)
    changed = Follow(FEED.url, "x", "sitemap", None, "2026-03-14T10:00:00Z", 3, "busy", Validators(None, "n"), "d")
    follows.keep_follow(conn, changed)
    assert follows.follows(conn) == [changed]
    assert follows.unfollow(conn, FEED.url)
    assert not follows.unfollow(conn, FEED.url)
    follows.keep_follow(conn, changed)
    assert follows.follows(conn) == []


def test_what_is_due_comes_longest_due_first(conn: sqlite3.Connection) -> None:
    for n, due in enumerate(["2026-03-14T10:00:00Z", "2026-03-14T08:00:00Z", None, "2026-03-14T09:00:00Z"]):
        follows.follow(conn, Follow(f"f{n}", "w", "feed", due))
        follows.found(conn, f"f{n}", [f"a{n}"], due=due)
    assert [one.url for one in follows.follows_due(conn, "2026-03-14T09:00:00Z")] == ["f1", "f3"]
    assert [one.url for one in follows.looks_due(conn, "2026-03-14T09:00:00Z", limit=9)] == ["a1", "a3"]
    assert [one.url for one in follows.looks_due(conn, "2027", limit=1)] == ["a1"]
    assert follows.next_due(conn) == "2026-03-14T08:00:00Z"
    assert (follows.next_of(conn, "f0"), follows.next_of(conn, "f2")) == ("2026-03-14T10:00:00Z", None)


def test_an_article_is_found_once_and_goes_with_what_found_it(conn: sqlite3.Connection) -> None:
    follows.follow(conn, FEED)
    follows.follow(conn, PAGE)
    assert follows.found(conn, FEED.url, [ONE, ONE, "2"], due="2026-03-14T09:00:00Z") == [ONE, "2"]
    assert follows.found(conn, PAGE.url, [ONE], due=None, listed={ONE: "2026-03-14"}) == []
    assert follows.known(conn, [ONE, "3"]) == {ONE}
    look = Look(ONE, FEED.url, None, "2026-03-14T09:00:00Z", "2026-03-14T09:00:00Z", 1, "gone", Validators("e"), "d")
    follows.keep_look(conn, look)
    assert follows.tallied(conn) == {FEED.url: (1, 1)}
    assert follows.found(conn, FEED.url, ["3"], due="2026-03-13", listed={"3": "2026-03-12"}) == ["3"]
    assert [(one.url, one.listed) for one in follows.looks_due(conn, "2026-03-13", limit=9)] == [("3", "2026-03-12")]
    follows.keep_look(conn, replace(look, url="3"))
    assert [one.url for one in follows.looks_due(conn, "2027", limit=9)] == ["2"]
    follows.unfollow(conn, FEED.url)
    assert follows.known(conn, [ONE, "2"]) == set()
    follows.keep_look(conn, look)
    assert follows.known(conn, [ONE]) == set()


def test_a_look_comes_back_as_it_was_kept(conn: sqlite3.Connection) -> None:
    follows.follow(conn, FEED)
    follows.found(conn, FEED.url, [ONE], due="2026-03-14T09:00:00Z")
    look = Look(ONE, FEED.url, "2026-03-14T09:30:00Z", "1", "2", 3, "busy", Validators("e", "m"), "d")
    follows.keep_look(conn, look)
    assert follows.looks_due(conn, "2027", limit=9) == [look]


def test_hosts_are_kept(conn: sqlite3.Connection) -> None:
    assert follows.host(conn, "https://a.example") is None
    for host in (Host("https://a.example"), Host("https://a.example", "2026", 2, "rules", "User-agent: *", "2027")):
        follows.keep_host(conn, host)
        assert follows.host(conn, host.origin) == host
