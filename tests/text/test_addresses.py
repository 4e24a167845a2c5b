"""Addresses that lead to one page."""

from __future__ import annotations

import pytest

from onrecord.text.addresses import address_key, host_of


@pytest.mark.parametrize(
    "other",
    [
        "http://www.gull.example/ferry/",
        "https://GULL.example/ferry#comments",
        "https://gull.example/ferry?utm_source=rss&utm_medium=feed",
        "https://gull.example/ferry?fbclid=1&ref=rss&source=mail",
    ],
)
def test_addresses_that_lead_to_the_same_page(other: str) -> None:
    assert address_key(other) == address_key("https://gull.example/ferry") is not None


@pytest.mark.parametrize(
    "other",
    [
        "https://gull.example/ferry?id=2",
        "https://gull.example/ferry?12345",
        "https://tern.example/ferry",
        "https://gull.example/Ferry",
    ],
)
def test_addresses_that_do_not(other: str) -> None:
    assert address_key(other) != address_key("https://gull.example/ferry")


@pytest.mark.parametrize("none", [None, "", "http://[x/a", "ferry.html", "/ferry"])
def test_no_address(none: str | None) -> None:
    assert address_key(none) is None


def test_hosts() -> None:
    assert host_of("https://www.gull.example/news/ferry") == "gull.example"
    assert host_of("http://[broken") is None
    assert host_of(None) is None
