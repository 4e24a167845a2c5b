"""How a host is treated outlives the program."""

from __future__ import annotations

import sqlite3

from onrecord.fetch import Answer, Failure
from onrecord.model import Host
from onrecord.pipeline.host_book import RecordedHosts
from tests.fetch.server import FakeClock, Server, answer, fetcher, page, permit


def test_an_unknown_host_is_a_fresh_one(record: sqlite3.Connection) -> None:
    assert RecordedHosts(record).host("http://news.test") == Host("http://news.test")


def test_robots_and_patience_are_kept_from_one_run_to_the_next(
    server: Server, clock: FakeClock, record: sqlite3.Connection
) -> None:
    server.says |= {"/robots.txt": answer(200, b"User-agent: *\nDisallow: /b\0"), "/a": page(), "/c": answer(503)}
    for path, comes in (("/a", True), ("/b", False), ("/c", False), ("/a", False)):
        found = fetcher(clock, hosts=RecordedHosts(record)).get(server.url(path), permit(server))
        assert isinstance(found, Answer) is comes
    assert isinstance(found, Failure)
    assert found.retry == "wait"
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a", "/c"]
