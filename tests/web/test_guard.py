"""Who may ask, what may be asked, and the headers of every answer."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.publish.addresses import Addresses
from onrecord.web.app import desk
from onrecord.web.guard import HEADERS, Guard, allowed
from tests.publish.seen_page import check
from tests.web.asking import HOST, ask


@pytest.fixture
def app(tmp_path: Path) -> ASGIApp:
    return desk(tmp_path / "none.db", HOST)


def test_the_policy_is_strict() -> None:
    policy = HEADERS["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for part in ("style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert part in policy


@pytest.mark.parametrize("address", ["/about", "/", "/nope", "/static/desk.css", "/search?q=" + "x" * 3_000])
def test_every_answer_has_the_headers(app: ASGIApp, address: str) -> None:
    answer = ask(app, address)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_no_other_way(app: ASGIApp, method: str) -> None:
    answer = ask(app, "/about", method=method)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, POST"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_head_is_reading(app: ASGIApp) -> None:
    answer = ask(app, "/about", method="HEAD")
    assert (answer.status_code, answer.content) == (200, b"")


def test_long_addresses_are_refused(app: ASGIApp) -> None:
    assert ask(app, "/" + "a" * 3_000).status_code == 414
    assert ask(app, "/search?q=" + "a" * 3_000).status_code == 414


def test_another_name_for_this_machine_is_refused(app: ASGIApp) -> None:
    answer = ask(app, "/about", headers={"host": "evil.example"})
    assert answer.status_code == 421
    check(answer.text)


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
    ],
)
def test_hosts(header: str, bound: str, *, let_in: bool) -> None:
    assert allowed(header, bound) is let_in


def test_a_failure_is_a_calm_page_and_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise ValueError("the inside of it")

    with caplog.at_level(logging.ERROR):
        answer = ask(Guard(broken, HOST, Addresses()), "/x")
    assert answer.status_code == 500
    assert "the inside of it" not in answer.text
    check(answer.text)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "event=failed" in caplog.text
