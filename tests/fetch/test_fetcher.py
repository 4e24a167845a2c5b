"""Fetching a page: what comes with it, where redirects lead, what a robots.txt lets us."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import replace

import pytest

from onrecord.fetch import Answer, Failure
from onrecord.fetch.fetcher import agent
from onrecord.fetch.limits import Limits
from onrecord.model import Validators
from tests.fetch.server import (
    HASTY,
    SMALL,
    FakeClock,
    Server,
    answer,
    drip,
    endless,
    fetcher,
    got,
    page,
    permit,
    refused,
)


def test_a_page_comes_with_how_it_came(server: Server) -> None:
    server.says["/a?q=1"] = page(b"words", etag='"1"', last_modified="yesterday", set_cookie="id=7", x_served_by="c1")
    found = got(server, "/a?q=1#part")
    assert isinstance(found, Answer)
    assert (found.body, found.unchanged) == (b"words", False)
    capture = found.capture
    assert (capture.url, capture.status, capture.fetched) == (server.url("/a?q=1"), 200, "2026-03-14T09:00:01Z")
    assert dict(capture.headers) == {
        "content-type": "text/html",
        "etag": '"1"',
        "last-modified": "yesterday",
        "x-served-by": "c1",
    }
    assert found.validators == Validators('"1"', "yesterday")


def test_headers_are_kept_up_to_a_bound(server: Server) -> None:
    server.says["/a"] = page(x_first="1", x_padding="x" * 20_000, etag='"1"')
    found = got(server, limits=Limits())
    assert isinstance(found, Answer)
    assert found.capture.headers == (("content-type", "text/html"), ("x-first", "1"))


def test_a_request_says_who_asks_and_carries_nothing_else(server: Server) -> None:
    server.says["/a"] = page(set_cookie="id=7")
    one = fetcher(FakeClock())
    for _ in range(2):
        one.get(server.url("/a"), permit(server))
    _, headers = server.asked[-1]
    assert headers.keys() == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert headers["host"] == f"news.test:{server.port}"
    assert headers["user-agent"] == agent()
    assert agent().startswith("onrecord/0.")


def test_what_did_not_change_costs_no_bytes(server: Server) -> None:
    server.says["/a"] = answer(304, etag='"2"')
    found = got(server, validators=Validators('"1"', "yesterday"))
    assert isinstance(found, Answer)
    assert (found.unchanged, found.body) == (True, b"")
    assert server.asked[-1][1]["if-none-match"] == '"1"'
    assert server.asked[-1][1]["if-modified-since"] == "yesterday"


def test_a_validator_too_long_to_be_sent_again_is_none(server: Server) -> None:
    server.says["/a"] = page(etag='"' + "x" * 600 + '"')
    found = got(server)
    assert isinstance(found, Answer)
    assert found.validators == Validators()


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (gzip.compress(b"words" * 9), "gzip"),
        (gzip.compress(b"words" * 4) + gzip.compress(b"words" * 5), "x-gzip"),
        (zlib.compress(b"words" * 9), "deflate"),
        (zlib.compress(b"words" * 9, wbits=-15), "deflate"),
        (b"words" * 9, "identity"),
    ],
)
def test_packed_bodies_are_unpacked(server: Server, packed: bytes, encoding: str) -> None:
    server.says["/a"] = page(packed, content_encoding=encoding)
    found = got(server)
    assert isinstance(found, Answer)
    assert found.body == b"words" * 9
    assert found.capture.header("content-encoding") is None


def test_redirects_are_followed_and_counted(server: Server) -> None:
    for step in range(7):
        server.says[f"/{step}"] = answer(301, location=f"/{step + 1}")
    server.says["/7"] = page()
    found = got(server, "/2")
    assert isinstance(found, Answer)
    assert found.capture.url == server.url("/7")
    assert refused(server, "/1").reason == "more than 5 redirects"
    server.says["/round"] = answer(302, location="/round")
    assert refused(server, "/round").reason == "more than 5 redirects"
    assert server.paths.count("/round") == 6


def test_a_redirect_in_another_alphabet_is_understood(server: Server) -> None:
    server.says["/a"] = answer(301, location="/caf\u00c3\u00a9 bar")  # UTF-8 as a server sends it
    server.says["/caf%C3%A9%20bar"] = page()
    assert isinstance(got(server), Answer)


def test_robots_are_asked_once_a_day_and_obeyed(server: Server, clock: FakeClock) -> None:
    server.says |= {
        "/robots.txt": answer(200, b"User-agent: *\nDisallow: /private"),
        "/a": page(),
        "/private/a": page(),
    }
    one = fetcher(clock)
    for path in ("/a", "/private/a", "/a"):
        found = one.get(server.url(path), permit(server))
        assert isinstance(found, Failure) == path.startswith("/private")
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a", "/a"]
    clock.passed += 86_400
    one.get(server.url("/a"), permit(server))
    assert [path for path, _ in server.asked].count("/robots.txt") == 2


def test_a_redirect_to_where_robots_may_not_go_is_refused(server: Server) -> None:
    server.says |= {
        "/robots.txt": answer(200, b"User-agent: *\nDisallow: /b"),
        "/a": answer(302, location="/b"),
        "/b": page(),
    }
    assert refused(server).reason == "the robots.txt of news.test asks not to fetch this"
    assert server.paths == ["/a"]


@pytest.mark.parametrize(
    ("says", "fetched"),
    [
        (answer(404), True),
        (answer(403), True),
        (answer(401), True),
        (answer(500), False),
        (answer(503), False),
        (answer(429), False),
        (b"garbage", False),
        (answer(301, location="/robots2.txt"), False),
        (answer(301, location="/robots.txt"), True),
        (answer(301, location="http://169.254.169.254/robots.txt"), False),
        (page(b"<html>no robots here</html>"), True),
        (answer(200, b"\xff\xfe\0\0User-agent: *"), True),
        (endless(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nAllow: /\n", b"# x\n" * 1000), True),
        (endless(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /\n", b"# x\n" * 1000), False),
        (
            answer(200, gzip.compress(b"User-agent: *\nDisallow: /\n" + b"#" * 9_000_000), content_encoding="gzip"),
            False,
        ),
    ],
)
def test_what_comes_of_a_robots_txt(server: Server, says: bytes, fetched: bool) -> None:
    server.says |= {
        "/robots.txt": says,
        "/robots2.txt": answer(200, b"User-agent: onrecord\nDisallow: /"),
        "/a": page(),
    }
    found = got(server, limits=replace(SMALL, body=1_000_000))
    assert isinstance(found, Answer) is fetched
    assert ("/a" in server.paths) is fetched


def test_a_robots_txt_that_leads_inside_closes_the_site_for_now(server: Server) -> None:
    server.says |= {"/robots.txt": answer(301, location="http://169.254.169.254/robots.txt"), "/a": page()}
    found = refused(server)
    assert found.reason == "robots.txt cannot be had: 169.254.169.254 is no public address (link-local)"
    assert found.retry == "again"


def test_a_robots_txt_that_never_ends_is_none_that_can_be_had(server: Server) -> None:
    server.says |= {"/robots.txt": drip(b"HTTP/1.1 200 OK\r\n\r\n", b"#"), "/a": page()}
    found = fetcher(limits=HASTY).get(server.url("/a"), permit(server))
    assert isinstance(found, Failure)
    assert found.reason.startswith("robots.txt cannot be had: ")
    assert found.retry == "again"
    assert server.paths == []
