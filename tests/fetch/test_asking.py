"""No way into the house: names, addresses, redirects, rebinding."""

from __future__ import annotations

import socket
import threading
from dataclasses import replace

import pytest

from onrecord.fetch import Answer, Failure, Permit
from onrecord.fetch.asking import Outside
from tests.fetch.server import (
    PATIENT,
    FakeClock,
    Names,
    Server,
    answer,
    fetcher,
    got,
    page,
    permit,
)


@pytest.mark.parametrize(
    "inside",
    [
        "127.0.0.1",
        "169.254.169.254",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "10.0.0.1",
        "0.0.0.0",
        "2130706433",
        "0x7f.1",
        "127.1",
        "localhost",
        "intranet.test",
    ],
)
def test_a_redirect_into_the_house_is_refused_and_nothing_is_asked(server: Server, inside: str) -> None:
    names = Names(
        {
            "2130706433": ["127.0.0.1"],
            "0x7f.1": ["127.0.0.1"],
            "127.1": ["127.0.0.1"],
            "localhost": ["::1", "127.0.0.1"],
        }
    )
    server.says["/a"] = answer(302, location=f"http://{inside}/")
    found = fetcher(FakeClock(), names=names).get(server.url("/a"), permit(server))
    assert isinstance(found, Failure)
    assert "no public address" in found.reason
    assert found.retry == "never"
    assert server.paths == ["/a"]


def test_a_name_with_one_private_address_among_public_ones_is_refused(server: Server) -> None:
    def never(ip: str, port: int, seconds: float) -> socket.socket:
        raise AssertionError(f"connected to {ip}:{port} in {seconds}")

    names = Names({"mixed.example": ["93.184.216.34", "10.1.2.3"]})
    found = fetcher(FakeClock(), names=names, outside=Outside(dial=never)).get("http://mixed.example/", Permit())
    assert isinstance(found, Failure)
    assert found.reason == "mixed.example leads to 10.1.2.3, which is no public address (private)"


def test_a_name_is_resolved_once_and_what_answers_is_looked_at(server: Server) -> None:
    """A name that leads outside when it is checked must not lead inside when it is connected to."""
    connected: list[str] = []

    def inside(ip: str, port: int, seconds: float) -> socket.socket:
        connected.append(ip)
        return socket.create_connection(("127.0.0.1", server.port), seconds)

    names = Names({"rebound.example": ["93.184.216.34"]})
    found = fetcher(FakeClock(), names=names, outside=Outside(dial=inside)).get("http://rebound.example/", Permit())
    assert isinstance(found, Failure)
    assert "rebound.example leads to 127.0.0.1, which is no public address (loopback)" in found.reason
    assert connected == ["93.184.216.34"]
    assert names.asked == ["rebound.example"]
    assert server.asked == []


def test_proxies_of_the_environment_are_not_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.says["/a"] = page()
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert isinstance(got(server), Answer)


def test_a_second_address_is_tried_where_the_first_does_not_answer(server: Server) -> None:
    server.says["/a"] = page()
    found = fetcher(FakeClock(), names=Names({"news.test": ["127.0.0.2", "127.0.0.1"]})).get(
        server.url("/a"), permit(server)
    )
    assert isinstance(found, Answer)


def test_a_resolver_that_hangs_is_not_waited_for() -> None:
    hangs = threading.Event()

    class Hanging(Names):
        def __call__(self, host: str, port: int) -> list[str]:
            hangs.wait(5)
            return []

    found = fetcher(FakeClock(), names=Hanging(), limits=replace(PATIENT, resolve=0.1)).get(
        "http://news.example/", Permit()
    )
    hangs.set()
    assert isinstance(found, Failure)
    assert "was not resolved in 0.1 seconds" in found.reason


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://news.test/", "only http and https"),
        ("http://news.test/a b", "blanks"),
        ("http://user@news.test/", "name or password"),
        ("http://news.test\\@127.0.0.1/", "backslashes"),
        ("http:///a", "no name of the web"),
        ("http://news.test:99999/", "cannot be taken apart"),
        ("http://[fe80::1%25eth0]/", "is fetched|no name of the web|one link"),
        ("http://" + "a" * 3000, "too long"),
        ("http://news.test:8081/", "port 8081 of news.test is fetched only where you type it"),
    ],
)
def test_addresses_that_are_not_asked(url: str, reason: str) -> None:
    found = fetcher(FakeClock()).get(url, Permit())
    assert isinstance(found, Failure)
    assert any(one in found.reason for one in reason.split("|"))
    assert found.retry == "never"
