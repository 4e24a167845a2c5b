"""Under which names the desk answers, and what is its own origin."""

from __future__ import annotations

import pytest

from onrecord.web.entrance import Entrance, allowed, origin_of


@pytest.mark.parametrize(
    ("header", "bound", "let_in"),
    [
        ("127.0.0.1:8000", "127.0.0.1", True),
        ("localhost:8000", "127.0.0.1", True),
        ("LOCALHOST", "127.0.0.1", True),
        ("[::1]:8000", "::1", True),
        ("localhost", "localhost", True),
        ("evil.example", "127.0.0.1", False),
        ("127.0.0.1.evil.example", "127.0.0.1", False),
        ("", "127.0.0.1", False),
        ("192.168.1.5", "127.0.0.1", False),
        ("localhost", "192.168.1.5", False),
        ("192.168.1.5:8000", "192.168.1.5", True),
        ("192.168.1.5:8000", "0.0.0.0", True),
        ("[fe80::1]:8000", "::", True),
        ("evil.example", "0.0.0.0", False),
        ("desk.example:80", "desk.example", True),
        ("127.0.0.1:8000@evil.example", "127.0.0.1", False),
        ("evil.example@127.0.0.1", "127.0.0.1", False),
        ("127.0.0.1:8000/x", "127.0.0.1", False),
        ("127.0.0.1:8000, evil.example", "127.0.0.1", False),
        ("[::1]evil.example", "::1", False),
        ("[::1]:80@evil.example", "::1", False),
        ("127.0.0.1:port", "127.0.0.1", False),
        ("127.1", "127.0.0.1", False),
    ],
)
def test_hosts(header: str, bound: str, *, let_in: bool) -> None:
    assert allowed(header, bound) is let_in


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("https://Desk.Example:443", "https://desk.example"),
        ("https://desk.example:8443", "https://desk.example:8443"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("null", ""),
        ("ftp://desk.example", ""),
        ("https://desk.example/path", ""),
        ("https://a@desk.example", ""),
        ("https://desk.example:port", ""),
    ],
)
def test_origins(url: str, origin: str) -> None:
    assert origin_of(url) == origin


def test_behind_a_proxy_the_public_name_counts() -> None:
    entrance = Entrance("127.0.0.1", "https://desk.example")
    assert entrance.answers_to("desk.example")
    assert entrance.answers_to("desk.example:443")
    assert not entrance.answers_to("desk.example.")
    assert not entrance.answers_to("evil.example")
    assert entrance.origin("desk.example") == "https://desk.example"
    assert entrance.cookie("onrecord") == "__Host-onrecord"
    assert not entrance.local


def test_a_desk_is_local_on_a_loopback_address_alone() -> None:
    assert [Entrance(host).local for host in ("127.0.0.1", "::1", "localhost", "127.9.9.9")] == [True] * 4
    assert [Entrance(host).local for host in ("0.0.0.0", "::", "192.168.1.5", "desk.example")] == [False] * 4
    assert Entrance("127.0.0.1").cookie("onrecord") == "onrecord"
