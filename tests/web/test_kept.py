"""A page is sent as the browser wants it: whole, packed, its head alone, or not again."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.kept import Page, page_of, sent

LONG = b"<p>Vessa is moving its bridge.</p>" * 200


def asked(page: Page, *, method: str = "GET", **headers: str) -> Response:
    named = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()]
    return sent(page, Request({"type": "http", "method": method, "path": "/", "query_string": b"", "headers": named}))


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("BR", "br"),
        ("identity", None),
        ("", None),
        ("br;q=0.000", None),
        ("br;;", None),
    ],
)
def test_it_is_packed_as_accepted(accepted: str, coding: str | None) -> None:
    answer = asked(page_of(LONG), accept_encoding=accepted)
    assert answer.headers.get("content-encoding") == coding
    unpacked = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding](bytes(answer.body))
    assert unpacked == LONG
    assert answer.headers["content-length"] == str(len(answer.body))
    assert "accept-encoding" in answer.headers["vary"]


def test_what_does_not_shrink_is_sent_whole() -> None:
    noise = zlib.compress(bytes(range(256)) * 1 + b"".join(bytes([n * n % 251]) for n in range(9000)), 9)
    page = page_of(noise * 1 if len(noise) > 1000 else bytes((n * 7919 >> 3) % 256 for n in range(5000)))
    answer = asked(page, accept_encoding="br, gzip")
    kept = sum(map(len, page.packed.values()))
    assert len(page.body) + kept <= page.weight
    assert bytes(answer.body) in (page.body, page.packed.get("br"), page.packed.get("gzip"))


def test_a_head_has_no_body() -> None:
    answer = asked(page_of(LONG), method="HEAD")
    assert not answer.body
    assert answer.headers["content-length"] == str(len(LONG))


def test_what_the_browser_has_is_not_sent_again() -> None:
    page = page_of(LONG)
    for tags in (page.etag, page.etag.removeprefix("W/"), f'"other", {page.etag}', "*"):
        answer = asked(page, if_none_match=tags, accept_encoding="br")
        assert answer.status_code == 304
        assert not answer.body
        assert answer.headers["etag"] == page.etag
    assert asked(page, if_none_match='"other"').status_code == 200


def test_other_bytes_have_another_tag() -> None:
    assert page_of(LONG).etag == page_of(LONG).etag != page_of(LONG + b" ").etag


def test_nobody_else_may_keep_it() -> None:
    headers = asked(page_of(LONG)).headers
    assert headers["cache-control"] == "private, no-cache"
    assert headers["vary"] == "accept-encoding, cookie"


def test_what_is_for_all_does_not_hang_on_who_asks() -> None:
    request = Request({"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []})
    assert sent(page_of(LONG), request, caching="public, max-age=9").headers["vary"] == "accept-encoding"


@given(st.text(alphabet=st.characters(max_codepoint=255), max_size=300), st.binary(max_size=3000))
def test_no_header_breaks_it(value: str, body: bytes) -> None:
    page = page_of(body)
    answer = asked(page, accept_encoding=value, if_none_match=value)
    assert answer.status_code in (200, 304)
    assert len(page.body) + sum(map(len, page.packed.values())) <= max(page.weight, len(body))
