"""Who may ask, what may be asked and sent, and the headers of every answer."""

from __future__ import annotations

import logging
from pathlib import Path

import anyio
import pytest
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.publish.addresses import Addresses
from onrecord.web.app import desk
from onrecord.web.entrance import Entrance
from onrecord.web.guard import HEADERS, Guard, of_here
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


def test_a_failure_is_a_calm_page_and_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise ValueError("the inside of it")

    with caplog.at_level(logging.ERROR):
        answer = ask(Guard(broken, Entrance(HOST), Addresses()), "/x")
    assert answer.status_code == 500
    assert "the inside of it" not in answer.text
    check(answer.text)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "event=failed" in caplog.text


def test_a_failure_in_a_handler_is_a_calm_page_too(app: ASGIApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.web.about.about_page", None)
    answer = ask(app, "/about")
    assert answer.status_code == 500
    assert "Something went wrong" in check(answer.text).text


def test_who_goes_away_midway_leaves_no_trace_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    async def left(scope: Scope, receive: Receive, send: Send) -> None:
        raise ClientDisconnect

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    async def asked() -> list[Message]:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": "/about", "query_string": b"", "client": None}
        guarded = Guard(left, Entrance(HOST), Addresses())
        await guarded({**scope, "headers": [(b"host", HOST.encode())]}, gone, send)
        return sent

    assert anyio.run(asked) == []
    assert not caplog.records


@pytest.mark.parametrize("path", ["/feeds/watches/a-secret.atom", "/watching/secret/a-secret"])
def test_no_secret_of_an_address_is_logged(caplog: pytest.LogCaptureFixture, path: str) -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise ValueError

    with caplog.at_level(logging.ERROR):
        ask(Guard(broken, Entrance(HOST), Addresses()), path)
    assert "event=failed" in caplog.text
    assert "a-secret" not in caplog.text


def test_a_question_that_is_not_encoded_is_refused(app: ASGIApp) -> None:
    async def asked() -> list[Message]:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": "/about", "query_string": b"q=\x80", "client": None}
        await app({**scope, "headers": [(b"host", HOST.encode())]}, receive, send)
        return sent

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    assert anyio.run(asked)[0]["status"] == 400


CHARSETS = {
    "multipart/form-data; boundary=x": 403,
    "application/json; charset=utf-8": 403,
    'application/x-www-form-urlencoded; charset="UTF-8"': 403,
    "multipart/form-data; boundary=x; charset=undefined": 415,
    "multipart/form-data; boundary=x; charset=unicode_escape": 415,
    "multipart/form-data; boundary=x; charset=utf-8; charset*0=idna": 415,
    "multipart/form-data; boundary=x; charset=utf-7": 415,
}


@pytest.mark.parametrize("sent_as", CHARSETS)
def test_only_utf_8_is_read(app: ASGIApp, sent_as: str) -> None:
    answer = ask(app, "/people/add", method="POST", headers={"content-type": sent_as}, content=b"x")
    assert answer.status_code == CHARSETS[sent_as]  # 403: what is understood is sent from elsewhere


OWN = "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("site", "origin", "let_in"),
    [
        ("same-origin", None, True),
        (None, OWN, True),
        ("same-origin", OWN, True),
        (None, "HTTP://127.0.0.1:8000", True),  # the same origin, however it is written
        (None, None, False),
        ("cross-site", None, False),
        ("cross-site", OWN, False),
        ("same-site", OWN, False),  # another port or name beside ours
        ("none", None, False),
        ("Same-Origin", None, False),
        ("same-origin, same-origin", None, False),
        ("same-origin", "http://evil.example", False),
        ("same-origin", "null", False),
        (None, "null", False),
        (None, "", False),
        (None, "http://127.0.0.1:8001", False),
        (None, "http://127.0.0.1", False),
        (None, "https://127.0.0.1:8000", False),
        (None, "http://localhost:8000", False),
        (None, "http://127.0.0.1.:8000", False),
        (None, "http://127.0.0.1:8000.evil.example", False),
        (None, "http://127.0.0.1:8000@evil.example", False),
        (None, "http://user@127.0.0.1:8000", False),
        (None, "http://127.0.0.1:8000/", False),
        (None, "http://127.0.0.1:99999", False),
        (None, "//127.0.0.1:8000", False),
        (None, "http://[::1", False),
    ],
)
def test_a_form_is_taken_from_this_desk_alone(site: str | None, origin: str | None, *, let_in: bool) -> None:
    told = {b"sec-fetch-site": site, b"origin": origin}
    assert of_here({name: value.encode() for name, value in told.items() if value is not None}, OWN) is let_in


@pytest.mark.parametrize("path", ["/sign-in", "/people/add", "/sign-out", "/me/phrase", "/api/v1/claims"])
def test_every_form_is_guarded_signing_in_too(app: ASGIApp, path: str) -> None:
    answer = ask(app, path, method="POST", headers={"origin": "http://evil.example"})
    assert answer.status_code == 403
    assert "Only a page of this desk" in answer.text
    assert (answer.headers["content-type"] == "application/problem+json") is path.startswith("/api/")


@pytest.mark.parametrize("path", ["/people/add", "/sign-in"])
def test_a_token_lets_no_form_in(app: ASGIApp, path: str) -> None:
    headers = {"authorization": "Bearer onr_x", "origin": "http://evil.example"}
    assert ask(app, path, method="POST", headers=headers).status_code == 403


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1.:8000", 421), ("LOCALHOST:8000", 200), ("localhost.", 421)])
def test_a_host_is_one_of_ours_to_the_letter(app: ASGIApp, host: str, status: int) -> None:
    assert ask(app, "/healthz", headers={"host": host}).status_code == status


def test_too_many_headers_are_refused(app: ASGIApp) -> None:
    assert ask(app, "/healthz", headers={f"x-{n}": "1" for n in range(120)}).status_code == 431
    assert ask(app, "/healthz", headers={"cookie": "a" * 40_000}).status_code == 431


def test_a_proxy_is_believed_only_where_there_is_one() -> None:
    def reached(as_: str, peer: str, forwarded: str) -> tuple[str, str]:
        guard = Guard(desk, Entrance(HOST, as_), Addresses())  # type: ignore[arg-type]
        scope = {"client": (peer, 1), "scheme": "http", "headers": [(b"x-forwarded-for", forwarded.encode())]}
        seen = guard.as_reached(scope)
        return seen["client"][0], seen["scheme"]

    assert reached("", "127.0.0.1", "192.0.2.7") == ("127.0.0.1", "http")
    assert reached("https://desk.example", "127.0.0.1", "6.6.6.6, 198.51.100.7") == ("198.51.100.7", "https")
    assert reached("https://desk.example", "8.8.8.8", "6.6.6.6") == ("8.8.8.8", "https")
