"""A server on loopback that says exactly what a test tells it to, and a clock that nobody waits for."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from onrecord.fetch import Answer, Failure, Fetcher, Permit
from onrecord.fetch.asking import Outside
from onrecord.fetch.clock import SystemClock
from onrecord.fetch.hosts import HostBook
from onrecord.fetch.limits import Limits
from onrecord.model import Validators

Says = bytes | Callable[[socket.socket], None]
START = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
PATIENT = Limits(connect=10.0, read=10.0, total=30.0)  # a machine may be busy
HASTY = replace(PATIENT, connect=0.4, read=0.25, total=0.5)
SMALL = replace(PATIENT, body=100_000, head=8_192)


class Server:
    """Answers by path; what it has no answer for is not found. ``asked``: (path, headers) of every request."""

    def __init__(self, *, tls: ssl.SSLContext | None = None) -> None:
        self.says: dict[str, Says] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.tls = tls
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listening.getsockname()[1]
        self.stopped = threading.Event()

    def __enter__(self) -> Server:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopped.set()
        self.listening.close()

    def url(self, path: str, *, host: str = "news.test", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, without the robots.txt of every host."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connected, _ = self.listening.accept()
                threading.Thread(target=self._answer, args=(connected,), daemon=True).start()

    def _answer(self, plain: socket.socket) -> None:
        with suppress(OSError), plain:
            connected = self.tls.wrap_socket(plain, server_side=True) if self.tls else plain
            with connected:
                says = self._hear(connected)
                if callable(says):
                    says(connected)
                else:
                    connected.sendall(says)

    def _hear(self, connected: socket.socket) -> Says:
        head = b""
        while b"\r\n\r\n" not in head:
            data = connected.recv(65_536)
            if not data:
                raise ConnectionResetError
            head += data
        first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        path = first.split(" ")[1]
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        self.asked.append((path, headers))
        return self.says.get(path, answer(404))


class FakeClock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.slept: list[float] = []

    def now(self) -> datetime:
        return START + timedelta(seconds=self.passed)

    def monotonic(self) -> float:
        return self.passed

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.passed += seconds


class Names:
    """A resolver with a list; every name is asked for once in ``asked`` each time."""

    def __init__(self, names: Mapping[str, Sequence[str]] | None = None) -> None:
        self.names = dict(names or {})
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        return self.names.get(host) or (["127.0.0.1"] if host.endswith(".test") else [host])


def answer(status: int, body: bytes = b"", **headers: str) -> bytes:
    """An answer as it goes over the wire; in names of headers _ stands for -."""
    lines = [f"HTTP/1.1 {status} Said", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    if not {"content_length", "transfer_encoding"} & headers.keys():
        lines.append(f"content-length: {len(body)}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def page(body: bytes = b"<p>A page.</p>", **headers: str) -> bytes:
    """A page that came through."""
    return answer(200, body, **{"content_type": "text/html", **headers})


def fetcher(
    clock: FakeClock | None = None,
    *,
    names: Names | None = None,
    limits: Limits = PATIENT,
    hosts: HostBook | None = None,
    outside: Outside | None = None,
) -> Fetcher:
    """A fetcher to which every name that ends in .test is this machine."""
    given = replace(outside or Outside(), clock=clock or SystemClock(), resolver=names or Names())
    return Fetcher(hosts=hosts, limits=limits, outside=given)


def permit(server: Server, *hosts: str) -> Permit:
    """Leave to fetch from the server under these names."""
    named = hosts or ("news.test",)
    return Permit(frozenset(named), frozenset((host, server.port) for host in named))


def got(
    server: Server, path: str = "/a", *, limits: Limits = SMALL, validators: Validators | None = None
) -> Answer | Failure:
    return fetcher(FakeClock(), limits=limits).get(server.url(path), permit(server), validators=validators)


def refused(server: Server, path: str = "/a", *, limits: Limits = SMALL) -> Failure:
    found = got(server, path, limits=limits)
    assert isinstance(found, Failure)
    return found


def chunked(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(one), one) for one in chunks)


def endless(first: bytes, again: bytes) -> Callable[[socket.socket], None]:
    def send(connected: socket.socket) -> None:
        connected.sendall(first)
        while True:
            connected.sendall(again)

    return send


def drip(first: bytes, byte: bytes) -> Callable[[socket.socket], None]:
    """A byte every so often: always soon enough for a time-out between two of them."""

    def send(connected: socket.socket) -> None:
        connected.sendall(first)
        for _ in range(200):
            connected.sendall(byte)
            time.sleep(0.02)

    return send
