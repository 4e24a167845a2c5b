"""A webhook is signed, sent once, and led nowhere; whatever the receiver does, it ends."""

from __future__ import annotations

import base64
import hashlib
import hmac
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest

from onrecord.errors import UsageError
from onrecord.fetch.asking import Outside
from onrecord.fetch.hooks import PATIENCE, Hooks, Message, signature
from tests.fetch.server import Names, Server, answer

SECRET = f"whsec_{base64.b64encode(b'k' * 32).decode()}"
MESSAGE = Message("msg_1", 1_773_000_000, '{"what":"Øresund"}'.encode())


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as one:
        yield one


def hooks(**limits: float) -> Hooks:
    return Hooks(("news.test",), Outside(resolver=Names()), replace(PATIENCE, **limits))  # type: ignore[arg-type]


def test_what_is_sent_is_signed_as_the_standard_says(server: Server) -> None:
    server.says["/hook"] = answer(204)
    assert hooks()(server.url("/hook"), SECRET, MESSAGE).error == ""
    [(_, headers)] = server.asked
    assert (headers["webhook-id"], headers["webhook-timestamp"]) == ("msg_1", "1773000000")
    signed = b"msg_1.1773000000." + MESSAGE.body
    expected = base64.b64encode(hmac.new(b"k" * 32, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert headers["content-length"] == str(len(MESSAGE.body))


def test_the_example_of_the_standard() -> None:
    """The values that the libraries of Standard Webhooks test themselves with."""
    body = b'{"test": 2432232314}'
    message = Message("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    assert signature(secret, message) == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (answer(500), "news.test answered 500"),
        (answer(404), "news.test answered 404"),
        (answer(302, location="http://news.test/elsewhere"), "a redirect, which is not followed"),
        (b"nonsense\r\n\r\n", "no HTTP"),
    ],
)
def test_a_receiver_that_does_not_take_it_is_told_why(server: Server, said: bytes, error: str) -> None:
    server.says["/hook"] = said
    assert error in hooks()(server.url("/hook"), SECRET, MESSAGE).error
    assert [path for path, _ in server.asked] == ["/hook"]


def test_a_receiver_that_asks_to_wait_is_heard(server: Server) -> None:
    server.says["/hook"] = answer(429, retry_after="900")
    assert hooks()(server.url("/hook"), SECRET, MESSAGE).wait == 900.0


def test_a_slow_receiver_is_given_up(server: Server) -> None:
    server.says["/hook"] = lambda connected: time.sleep(2)
    began = time.monotonic()
    assert hooks(read=0.2, total=0.4)(server.url("/hook"), SECRET, MESSAGE).error
    assert time.monotonic() - began < 20


def test_a_huge_answer_is_not_read(server: Server) -> None:
    sent = [0]

    def says(connected: socket.socket) -> None:
        with suppress(OSError):
            connected.sendall(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
            for _ in range(2_000):
                connected.sendall(b"10000\r\n" + b"x" * 65_536 + b"\r\n")
                sent[0] += 65_536

    server.says["/hook"] = says
    outcome = hooks()(server.url("/hook"), SECRET, MESSAGE)
    assert sent[0] < 60_000_000
    assert outcome.error in ("", "too large: over 16,384 bytes")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/x", "http://[::1]/x", "http://10.0.0.7/x", "http://169.254.169.254/"]
)
def test_nothing_of_this_network_is_asked(url: str) -> None:
    assert "no public address" in Hooks()(url, SECRET, MESSAGE).error


@pytest.mark.parametrize("url", ["ftp://news.test/", "file:///etc/passwd", "http://a:b@news.test/", "http://x y/"])
def test_what_is_no_address_is_not_asked(url: str) -> None:
    assert Hooks(("news.test",))(url, SECRET, MESSAGE).error


def test_a_damaged_secret_is_told() -> None:
    with pytest.raises(UsageError, match="secret"):
        signature("whsec_###", MESSAGE)
