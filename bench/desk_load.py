"""Asks a server for one page over and over on several connections that stay open; run as a process of its own.

python -m bench.desk_load HOST PORT PATH [--seconds 5] [--connections 20]

Prints JSON: answers, seconds, bytes of the body, the 99th percentile of the time of an answer in milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import time

LENGTH = re.compile(rb"content-length: *(\d+)", re.I)
ACCEPT = "gzip, deflate, br"


class Asking(asyncio.Protocol):
    """One connection: the next request goes out when the answer to the last is there."""

    def __init__(self, request: bytes, end: float) -> None:
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.times: list[float] = []
        self.size = 0
        self._request, self._end = request, end
        self._held = b""
        self._sent = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Asks for the first time."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._ask()

    def data_received(self, data: bytes) -> None:
        """Counts the answer when it is whole, and asks again."""
        self._held += data
        head, gap, body = self._held.partition(b"\r\n\r\n")
        length = LENGTH.search(head) if gap else None
        if length is None or len(body) < int(length[1]):
            return
        if not head.startswith(b"HTTP/1.1 200"):
            self._finish(ValueError(head[:60]))
            return
        self.times.append(time.perf_counter() - self._sent)
        self.size, self._held = len(body), b""
        if time.perf_counter() < self._end:
            self._ask()
        else:
            self._finish(None)

    def connection_lost(self, error: Exception | None) -> None:
        """The server closed it, or we did."""
        self._finish(error or (None if self.times else ConnectionError("closed")))

    def _ask(self) -> None:
        self._sent = time.perf_counter()
        self._transport.write(self._request)

    def _finish(self, error: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(error) if error else self.done.set_result(None)
            self._transport.close()


async def load(host: str, port: int, path: str, *, seconds: float, connections: int) -> dict[str, float]:
    """How many answers came; raises where one is not 200."""
    request = f"GET {path} HTTP/1.1\r\nhost: {host}:{port}\r\naccept-encoding: {ACCEPT}\r\n\r\n".encode()
    start = time.perf_counter()
    loop = asyncio.get_running_loop()
    several = [
        (await loop.create_connection(lambda: Asking(request, start + seconds), host, port))[1]
        for _ in range(connections)
    ]
    await asyncio.gather(*(one.done for one in several))
    spent = time.perf_counter() - start
    times = sorted(at for one in several for at in one.times)
    slowest = times[int(len(times) * 0.99)] * 1000
    return {"answers": len(times), "seconds": spent, "bytes": several[0].size, "p99_ms": slowest}


def main() -> None:
    """Prints what came."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("path")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--connections", type=int, default=20)
    given = parser.parse_args()
    asked = load(given.host, given.port, given.path, seconds=given.seconds, connections=given.connections)
    print(json.dumps(asyncio.run(asked)))


if __name__ == "__main__":
    main()
