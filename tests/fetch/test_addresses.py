"""Addresses taken apart, and what is none."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.fetch.addresses import is_web, joined, parse
from onrecord.fetch.answers import FetchError


@pytest.mark.parametrize(("url", "whole"), [
    ("HTTP://News.Example", "http://news.example/"),
    ("https://news.example:443/a?b=c#d", "https://news.example/a?b=c"),
    ("http://news.example.:8080/", "http://news.example:8080/"),
    ("http://b\u00fccher.example/", "http://xn--bcher-kva.example/"),
    ("http://fa\u00df.example/", "http://xn--fa-hia.example/"),
    ("http://news.example/caf\u00e9?q=\u00e9", "http://news.example/caf%C3%A9?q=%C3%A9"),
    ("http://news.example/%7Ea%20b", "http://news.example/%7Ea%20b"),
    ("http://[2606:4700:0::1]/", "http://[2606:4700::1]/"),
    ("http://news.example?q", "http://news.example/?q"),
    ("http://a_b.example/", "http://a_b.example/"),
])  # fmt: skip
def test_addresses_as_they_are_asked(url: str, whole: str) -> None:
    assert str(parse(url)) == whole


@pytest.mark.parametrize("url", [
    "", "news.example", "//news.example/", "gopher://news.example/", "http://", "http://a..b/", "http://-x/ y",
    "http://x\n.example/", "http://x\u0000/", "http://a@b/", "http://:x@b/", "http://b:port/", "http://[1.2.3.4]/",
    "http://[::1%25lo]/", "http://ex%61mple/", "http://a,b/", "http://\u2488\u2488.example/",
    "http://" + "a" * 64 + ".example/", "http://news.example/\ud800", "http://" + "a." * 130 + "b/",
])  # fmt: skip
def test_what_is_not_asked(url: str) -> None:
    with pytest.raises(FetchError):
        parse(url)


@given(
    st.text(max_size=60).map("http://".__add__) | st.from_regex(r"https?://[a-z0-9.:@\[\]%/-]{0,40}", fullmatch=True)
)
def test_whatever_is_taken_for_an_address_is_one(url: str) -> None:
    try:
        at = parse(url)
    except FetchError:
        return
    assert str(at).isascii()
    assert not any(one.isspace() for one in str(at))
    again = urlsplit(str(at))
    assert (again.hostname, again.port or at.port, again.username) == (at.host, at.port, None)
    assert parse(str(at)) == at


def test_redirects_are_joined() -> None:
    at = parse("https://news.example/a/b")
    assert str(joined(at, "c")) == "https://news.example/a/c"
    assert str(joined(at, " //other.example/x y ")) == "https://other.example/x%20y"
    assert str(joined(parse("http://news.example/"), "https://news.example/")) == "https://news.example/"
    with pytest.raises(FetchError, match="from https down to http"):
        joined(at, "http://news.example/a/b")


@pytest.mark.parametrize(
    ("name", "web"), [("http://a", True), ("HTTPS://a", True), ("httpx://a", False), ("a.html", False)]
)
def test_what_is_written_as_an_address(name: str, web: bool) -> None:
    assert is_web(name) is web
