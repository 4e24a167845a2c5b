"""How hosts are treated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.fetch import Answer, Failure
from onrecord.fetch.clock import seconds_until
from tests.fetch.server import (
    PATIENT,
    FakeClock,
    Server,
    answer,
    fetcher,
    page,
    permit,
)


def test_requests_to_one_host_keep_their_distance(server: Server, clock: FakeClock) -> None:
    server.says |= {"/a": page(), "/b": page()}
    one = fetcher(clock)
    for path in ("/a", "/b", "/a"):
        one.get(server.url(path), permit(server))
    assert clock.slept == [1.0, 1.0, 1.0]  # after robots.txt, and between
    one.get(server.url("/a", host="other.test"), permit(server, "other.test"))
    assert clock.slept == [1.0, 1.0, 1.0, 1.0]
    assert one.ready(server.url("/a")) == 3.0 + 1.0
    assert one.ready("http://never-asked.test/") == one.ready("no address") == 0.0


@pytest.mark.parametrize(
    ("asked_for", "waited"), [("5", 5.0), ("900", 30.0), ("0.1", 1.0), ("nan", 1.0), ("inf", 1.0), ("-3", 1.0)]
)
def test_a_crawl_delay_is_kept_up_to_a_bound(server: Server, clock: FakeClock, asked_for: str, waited: float) -> None:
    server.says |= {"/robots.txt": answer(200, f"User-agent: *\nCrawl-delay: {asked_for}".encode()), "/a": page()}
    one = fetcher(clock)
    for _ in range(2):
        one.get(server.url("/a"), permit(server))
    assert clock.slept[-1] == waited


@pytest.mark.parametrize(
    ("value", "until"),
    [
        ("120", "2026-03-14T09:02:01Z"),
        ("Sat, 14 Mar 2026 10:00:00 GMT", "2026-03-14T10:00:00Z"),
        ("31536000", "2026-03-15T09:00:01Z"),
        ("9" * 400, "2026-03-15T09:00:01Z"),
        ("Fri, 31 Dec 9999 23:59:59 GMT", "2026-03-15T09:00:01Z"),
        ("soon", "2026-03-14T09:01:01Z"),
        ("Sat, 99 Mar 2026", "2026-03-14T09:01:01Z"),
        ("", "2026-03-14T09:01:01Z"),
    ],
)
def test_retry_after_is_kept_up_to_a_day(server: Server, clock: FakeClock, value: str, until: str) -> None:
    server.says["/a"] = answer(429, retry_after=value)
    one = fetcher(clock)
    found = one.get(server.url("/a"), permit(server))
    assert found == Failure(server.url("/a"), "news.test answered 429", "again", 429, until)
    asked = len(server.asked)
    found = one.get(server.url("/b"), permit(server))
    assert isinstance(found, Failure)
    assert (found.retry, found.until) == ("wait", until)
    assert len(server.asked) == asked, "who wants quiet is not asked again"


def test_a_host_that_fails_is_left_alone_twice_as_long_each_time(server: Server, clock: FakeClock) -> None:
    server.says["/a"] = answer(503)
    one, waits = fetcher(clock), []
    for _ in range(12):
        found = one.get(server.url("/a"), permit(server))
        assert isinstance(found, Failure)
        assert found.retry == "again"
        waits.append(seconds_until(found.until, clock.now()))
        clock.passed += 86_400
    assert waits[:4] == pytest.approx([60, 120, 240, 480], abs=1)
    assert waits[-1] == pytest.approx(86_400, abs=1), "and never longer than a day"
    server.says["/a"] = page()
    assert isinstance(one.get(server.url("/a"), permit(server)), Answer)
    server.says["/a"] = answer(503)
    found = one.get(server.url("/a"), permit(server))
    assert isinstance(found, Failure)
    assert seconds_until(found.until, clock.now()) == pytest.approx(60, abs=1), "an answer is a new beginning"


def test_a_short_wish_is_waited_out(server: Server, clock: FakeClock) -> None:
    server.says["/a"] = answer(503)
    one = fetcher(clock, limits=replace(PATIENT, first_wait=10.0))
    one.get(server.url("/a"), permit(server))
    server.says["/a"] = page()
    assert isinstance(one.get(server.url("/a"), permit(server)), Answer)
    assert 10.0 in clock.slept
