"""Servers that pack, cut, never end, or speak no HTTP."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.fetch import Answer, Failure
from onrecord.fetch.exchange import is_page
from tests.fetch.server import (
    HASTY,
    SMALL,
    Server,
    answer,
    chunked,
    drip,
    endless,
    fetcher,
    got,
    page,
    permit,
    refused,
)


def test_a_body_in_chunks_and_one_that_ends_with_the_connection(server: Server) -> None:
    server.says["/a"] = page(chunked(b"wo", b"rds", b""), transfer_encoding="chunked")
    server.says["/b"] = b"HTTP/1.0 200 OK\r\ncontent-type: text/plain\r\n\r\nwords"
    for path in ("/a", "/b"):
        found = got(server, path)
        assert isinstance(found, Answer)
        assert found.body == b"words"


OK = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n"
BOMB = gzip.compress(b"\0" * 30_000_000)


@pytest.mark.parametrize(("kind", "fits"), [
    ("text/html", True), ("application/xhtml+xml", True), ("application/rss+xml", True), ("text/rss", True), ("", True),
    ("html", True), ("application/feed+json", True), ("message/rfc822", True), ("application/warc", True),
    ("image/png", False), ("image/svg+xml", False), ("video/mp4", False), ("text/css", False), ("font/woff2", False),
    ("application/javascript", False), ("application/x-msdownload", False), ("audio/mpeg", False),
])  # fmt: skip
def test_what_may_be_a_page(kind: str, fits: bool) -> None:
    assert is_page(kind) is fits


EMPTY_GZIP = gzip.compress(b"")
NO_BYTES = b"\x00\x00\x00\xff\xff" * 999  # blocks that hold nothing
HOSTILE: dict[str, tuple[bytes | Callable[[socket.socket], None], str]] = {
    "endless header": (endless(b"HTTP/1.1 200 OK\r\n", b"x-more: " + b"x" * 1000 + b"\r\n"), "what is no HTTP"),
    "endless header line": (endless(b"HTTP/1.1 200 OK\r\nx: ", b"x" * 1000), "what is no HTTP"),
    "endless body": (endless(OK + b"\r\n", b"x" * 10_000), "too large: over 100,000 bytes"),
    "endless chunks": (endless(OK + b"transfer-encoding: chunked\r\n\r\n", chunked(b"x" * 5000)), "too large"),
    "endless empty-ish chunks": (endless(OK + b"transfer-encoding: chunked\r\n\r\n", chunked(b"x") * 500), "too large"),
    "chunk extensions": (endless(OK + b"transfer-encoding: chunked\r\n\r\n1;", b"x" * 1000), "what is no HTTP"),
    "gzip of nothing for ever": (
        endless(OK + b"content-encoding: gzip\r\n\r\n" + EMPTY_GZIP[:10], NO_BYTES),
        "too large",
    ),
    "empty gzip files for ever": (endless(OK + b"content-encoding: gzip\r\n\r\n", EMPTY_GZIP * 99), "too large"),
    "endless trailer": (endless(OK + b"transfer-encoding: chunked\r\n\r\n0\r\n", b"x: y\r\n" * 99), "what is no HTTP"),
    "endless interim answers": (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "never comes to its answer"),
    "early hints for ever": (endless(b"", b"HTTP/1.1 103 Hints\r\nlink: x\r\n\r\n"), "never comes to its answer"),
    "huge chunk": (page(b"ffffffffffffffff\r\nx", transfer_encoding="chunked"), "no HTTP"),
    "chunk without a size": (page(b"zz\r\nx\r\n", transfer_encoding="chunked"), "no HTTP"),
    "huge length": (page(b"x", content_length="99999999999999999999"), "too large"),
    "endless length": (page(b"x", content_length="9" * 5000), "no HTTP"),
    "large length": (page(b"x", content_length="100001"), "too large"),
    "wrong length": (page(b"words", content_length="9"), "no HTTP"),
    "two lengths": (OK + b"content-length: 3\r\ncontent-length: 5\r\n\r\nwords", "no HTTP"),
    "negative length": (page(b"words", content_length="-5"), "no HTTP"),
    "bad status line": (b"HTTP/1.1 yes\r\n\r\n", "no HTTP"),
    "no status line": (b"<p>words</p>", "no HTTP"),
    "another protocol": (b"SSH-2.0-OpenSSH_9.9\r\n", "no HTTP"),
    "switching protocols": (answer(101, upgrade="x"), "no"),
    "nothing": (b"", "no HTTP"),
    "half a header": (b"HTTP/1.1 200 OK\r\nx: ", "no HTTP"),
    "bytes in a header": (OK + b"x\0y: z\r\n\r\n", "no HTTP"),
    "gzip bomb": (page(BOMB, content_encoding="gzip"), "too large"),
    "gzip in gzip": (page(b"x", content_encoding="gzip, gzip"), "packed in a way that was not asked for"),
    "brotli": (page(b"x", content_encoding="br"), "packed in a way that was not asked for: br"),
    "cut gzip": (page(gzip.compress(b"words" * 99)[:-9], content_encoding="gzip"), "the packed body is damaged"),
    "no gzip": (page(b"words", content_encoding="gzip"), "the packed body is damaged"),
    "no deflate": (page(b"\xff\xff\xff", content_encoding="deflate"), "the packed body is damaged"),
    "a picture": (page(b"x", content_type="image/png"), "no page: image/png"),
    "304 unasked": (answer(304), "answered 304 without being asked"),
    "partial": (answer(206, b"x", content_type="text/html"), "answered 206"),
    "gone": (answer(410), "answered 410"),
    "redirect to nowhere": (answer(302), "answered 302"),
    "redirect to a file": (answer(302, location="file:///etc/passwd"), "only http and https are fetched, not file"),
    "redirect to javascript": (answer(302, location="javascript:alert(1)"), "only http and https"),
    "redirect with a password": (answer(302, location="http://a:b@news.test/"), "name or password"),
    "redirect to nonsense": (answer(302, location="http://[::1"), "no address"),
    "redirect to another port": (answer(302, location="http://news.test:22/"), "port 22 of news.test is fetched only"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_server_gets_a_refusal(server: Server, name: str) -> None:
    says, reason = HOSTILE[name]
    server.says["/a"] = says
    began = time.monotonic()
    found = got(server)
    assert isinstance(found, Failure)
    assert reason in found.reason
    assert time.monotonic() - began < 10, "a bound ends it, not the clock"


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\nx: ", OK + b"content-length: 9000\r\n\r\n"], ids=str)
def test_one_byte_at_a_time_is_ended_by_the_clock_on_the_wall(server: Server, first: bytes) -> None:
    server.says["/robots.txt"] = answer(404)
    server.says["/a"] = drip(first, b"x" if first else b"H")
    one = fetcher(limits=replace(HASTY, least_delay=0.0))
    began = time.monotonic()
    found = one.get(server.url("/a"), permit(server))
    assert isinstance(found, Failure)
    assert time.monotonic() - began < 3
    assert found.retry == "again"
    assert "in time" in found.reason or "took over 0.5 seconds" in found.reason or "no HTTP" in found.reason


def test_silence_is_ended(server: Server) -> None:
    server.says["/a"] = lambda _: time.sleep(2)
    found = refused(server, limits=HASTY)
    assert (found.reason, found.retry) == ("news.test did not answer in time", "again")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    head=st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", OK + b"\r\n", OK + b"transfer-encoding: chunked\r\n\r\n"]),
    rest=st.binary(max_size=300) | st.text("0123456789abcdef\r\n;: ", max_size=60).map(str.encode),
)
def test_whatever_a_server_says_there_is_an_answer_or_a_failure(server: Server, head: bytes, rest: bytes) -> None:
    server.says["/a"] = head + rest
    found = got(server)
    assert isinstance(found, Failure) or len(found.body) <= SMALL.body
