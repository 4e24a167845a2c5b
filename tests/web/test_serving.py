"""The desk is really served, by a process that ends when it is told to."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from onrecord.errors import UsageError
from onrecord.web.serving import serve
from tests.publish.small_record import plain, small_record

CODE = """
import sys; from pathlib import Path; from onrecord.web.serving import serve
serve(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
"""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def first_answer(address: str) -> httpx.Response:
    for _ in range(100):
        try:
            return httpx.get(address, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("nothing answered for ten seconds")


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_and_stops(tmp_path: Path, told: signal.Signals) -> None:
    record, port = tmp_path / "record.db", free_port()
    small_record(record, plain)
    process = subprocess.Popen([sys.executable, "-c", CODE, str(record), "127.0.0.1", str(port)])
    try:
        answer = first_answer(f"http://127.0.0.1:{port}/")
        assert answer.status_code == 200
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    finally:
        process.send_signal(told)
        assert process.wait(10) == 0


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_under_load(tmp_path: Path, told: signal.Signals) -> None:
    """Connections are open and a page is asked for on each when it is told to stop."""
    record, port = tmp_path / "record.db", free_port()
    small_record(record, plain)
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, str(record), "127.0.0.1", str(port)], stderr=subprocess.PIPE, text=True
    )
    open_ones = []
    try:
        first_answer(f"http://127.0.0.1:{port}/about")
        for _ in range(10):
            one = socket.create_connection(("127.0.0.1", port))
            one.sendall(f"GET / HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\n\r\n".encode())
            open_ones.append(one)
    finally:
        process.send_signal(told)
        _, said = process.communicate(timeout=15)
        for one in open_ones:
            one.close()
    assert process.returncode == 0
    assert "panic" not in said


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(UsageError, match="--port"):
            serve(tmp_path / "record.db", "127.0.0.1", other.getsockname()[1])


def test_an_address_of_another_machine_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"192\.0\.2\.1"):
        serve(tmp_path / "record.db", "192.0.2.1", 8000)


def test_those_who_drip_their_requests_keep_nobody_waiting(tmp_path: Path) -> None:
    record, port = tmp_path / "record.db", free_port()
    small_record(record, plain)
    process = subprocess.Popen([sys.executable, "-c", CODE, str(record), "127.0.0.1", str(port)])
    dripping = []
    try:
        first_answer(f"http://127.0.0.1:{port}/healthz")
        here = f"127.0.0.1:{port}"
        sent = f"POST /watch HTTP/1.1\r\nHost: {here}\r\nOrigin: http://{here}\r\nContent-Length: 9\r\n"
        for n in range(200):
            dripping.append(socket.create_connection(("127.0.0.1", port)))
            dripping[-1].sendall(sent.encode() + (b"\r\na" if n % 2 else b"X: "))
        assert httpx.get(f"http://127.0.0.1:{port}/about", trust_env=False, timeout=4.0).status_code == 200
    finally:
        for one in dripping:
            one.close()
        process.kill()
        process.wait()
