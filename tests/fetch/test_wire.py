"""TLS, and what a connection may lead to where there is a world outside: a network of our own stands in for it."""

from __future__ import annotations

import json
import shlex
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.fetch import Answer, Failure, Permit
from onrecord.fetch.answers import FetchError
from onrecord.fetch.asking import Outside
from onrecord.fetch.wire import Wire, trust
from tests.fetch.server import HASTY, FakeClock, Server, answer, fetcher, page, permit

ROOT = Path(__file__).parents[2]
OPENSSL = shutil.which("openssl")
SIGN = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=news.test"


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for news.test that nobody vouches for, and its key."""
    if OPENSSL is None:
        pytest.skip("there is no openssl to make a certificate with")
    folder = tmp_path_factory.mktemp("tls")
    cert, key = folder / "cert.pem", folder / "key.pem"
    named = ["-addext", "subjectAltName=DNS:news.test", "-keyout", str(key), "-out", str(cert)]
    subprocess.run([OPENSSL, *SIGN.split(), *named], check=True, capture_output=True)
    return cert, key


@pytest.fixture
def secure(signed: tuple[Path, Path]) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*signed)
    with Server(tls=context) as one:
        one.says["/a"] = page(b"words")
        yield one


def fetched(server: Server, host: str, trusted: ssl.SSLContext) -> Answer | Failure:
    one = fetcher(FakeClock(), outside=Outside(tls=lambda: trusted))
    return one.get(server.url("/a", host=host, scheme="https"), permit(server, host))


def test_a_certificate_that_nobody_vouches_for_is_refused(secure: Server) -> None:
    found = fetched(secure, "news.test", trust())
    assert isinstance(found, Failure)
    assert "the certificate of news.test does not verify: self" in found.reason
    assert secure.asked == []


def test_a_certificate_of_another_host_is_refused(secure: Server, signed: tuple[Path, Path]) -> None:
    trusted = ssl.create_default_context(cafile=str(signed[0]))
    found = fetched(secure, "other.test", trusted)
    assert isinstance(found, Failure)
    assert "the certificate of other.test does not verify: Hostname mismatch" in found.reason
    right = fetched(secure, "news.test", trusted)
    assert isinstance(right, Answer)
    assert right.body == b"words"


def test_there_is_no_way_down_from_https(secure: Server, server: Server, signed: tuple[Path, Path]) -> None:
    server.says["/b"] = page()
    secure.says["/a"] = answer(302, location=server.url("/b"))
    found = fetched(secure, "news.test", ssl.create_default_context(cafile=str(signed[0])))
    assert isinstance(found, Failure)
    assert found.reason == "redirected from https down to http (news.test)"
    assert server.asked == []


@pytest.mark.parametrize("says", [b"HTTP/1.1 200 OK\r\n\r\n", b"\x16\x03\x01\xff\xff" + b"x" * 70_000, b""])
def test_what_is_no_tls_is_a_failure(says: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        at = Permit(frozenset(["news.test"]), frozenset([("news.test", listening.getsockname()[1])]))

        def speak(ip: str, port: int, seconds: float) -> socket.socket:
            connected = socket.create_connection((ip, port), seconds)
            other, _ = listening.accept()
            with other:
                other.sendall(says)
            return connected

        one = fetcher(FakeClock(), outside=Outside(dial=speak))
        found = one.get(f"https://news.test:{listening.getsockname()[1]}/", at)
    assert isinstance(found, Failure)
    assert found.retry == "again"


def test_a_handshake_that_never_comes_is_ended() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        at = Permit(frozenset(["news.test"]), frozenset([("news.test", listening.getsockname()[1])]))
        began = time.monotonic()
        found = fetcher(limits=HASTY).get(f"https://news.test:{listening.getsockname()[1]}/", at)
    assert isinstance(found, Failure)
    assert found.retry == "again"
    assert time.monotonic() - began < 3


def test_a_wire_whose_time_is_over_gives_nothing() -> None:
    clock = FakeClock()
    ours, theirs = socket.socketpair()
    with theirs, Wire(ours, HASTY, clock, clock.monotonic() + 1.0) as wire:
        theirs.sendall(b"words")
        assert wire.receive() == b"words"
        clock.passed += 1.0
        for act in (wire.receive, lambda: wire.send(b"x")):
            with pytest.raises(FetchError, match=r"took over 0\.5 seconds"):
                act()


def test_roots_are_never_empty() -> None:
    assert trust().verify_mode is ssl.CERT_REQUIRED
    assert trust().check_hostname
    assert trust().cert_store_stats()["x509_ca"] > 50


# ------------------------------------------------------------------------- a network of our own

OUTSIDE = "93.184.215.14"  # a public address that in a network of our own is this machine


def alone(*command: str) -> list[str]:
    """The command in a network that has nothing but a loopback, which bears a public address."""
    up = f"ip link set lo up && ip addr add {OUTSIDE}/32 dev lo && exec {shlex.join(command)}"
    return ["unshare", "--net", "sh", "-c", up]


@pytest.fixture(scope="module")
def networks() -> None:
    tools = all(shutil.which(one) for one in ("unshare", "ip"))
    if not tools or subprocess.run(alone("true"), capture_output=True, check=False).returncode:
        pytest.skip("networks of our own cannot be made here")


@pytest.mark.usefixtures("networks")
def test_from_a_public_address_no_way_leads_inside(tmp_path: Path) -> None:
    """The real command line, from following to fetching, in a network where the outlet has a public address."""
    command = alone(sys.executable, "-m", "tests.fetch.outlet", OUTSIDE, str(tmp_path / "r.db"))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["codes"] == [0, 1]
    assert told["fetched"]["articles"] == 1
    assert told["fetched"]["failed"] == len(told["fetched"]["errors"]) == 6
    assert all(
        "no public address" in one or "is fetched only where you type it" in one for one in told["fetched"]["errors"]
    )
    assert told["inside"] == [], "nobody inside was asked"
    assert sorted(told["asked"]) == sorted(["/robots.txt", "/feed", "/story", *(f"/{n}" for n in range(6))])
