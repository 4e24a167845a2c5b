"""Run in a network of its own (see test_wire): an outlet with a public address that leads inside, and what comes of it.

Prints one line of JSON: the exit codes of follow and fetch, what fetch told, and who was asked for what.
"""

from __future__ import annotations

import io
import json
import socket
import sys
from contextlib import redirect_stdout, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from unittest.mock import patch

from onrecord.cli import run
from onrecord.fetch.clock import SystemClock
from onrecord.pipeline.sources import one_by_one

STORY = """<html><head><title>Harbour closed</title></head><body><article><h1>Harbour closed</h1>
<p>The harbour of Portvale is closed, harbour master Ada Moreau said on Friday. "Nobody may leave," she said.</p>
<p>The mayor, Tor Lind, said he had not been told. "I read it in the paper," Lind said, and left.</p>
</article></body></html>"""


def inside_of(outside: str) -> list[str]:
    """Addresses that a page may lead to and must not."""
    hosts = ["127.0.0.1", "169.254.169.254", "[::1]", f"[::ffff:{outside}]", "localhost"]
    return [*(f"http://{host}/secret" for host in hosts), f"http://{outside}:8080/secret"]


def outlet(outside: str, asked: list[str]) -> type[BaseHTTPRequestHandler]:
    """A feed, a story, and a redirect to each place inside."""
    ways = inside_of(outside)
    links = "".join(f"<item><link>http://{outside}/{path}</link></item>" for path in ("story", *range(len(ways))))

    class Outlet(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            name = self.path[1:]
            if name.isdecimal():
                self.send_response(302)
                self.send_header("Location", ways[int(name)])
            else:
                self.send_response(404 if name == "robots.txt" else 200)
                self.send_header("Content-Type", "text/xml" if name == "feed" else "text/html")
            self.end_headers()
            feed = f'<?xml version="1.0"?><rss version="2.0"><channel>{links}</channel></rss>'
            self.wfile.write({"feed": feed, "story": STORY}.get(name, "").encode())

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    return Outlet


def listen(host: str, port: int, handler: type[BaseHTTPRequestHandler]) -> None:
    class Server(ThreadingHTTPServer):
        address_family = socket.AF_INET6 if ":" in host else socket.AF_INET

    Thread(target=Server((host, port), handler).serve_forever, daemon=True).start()


class Here:
    """Reads in this process, so that the test takes no time for starting others."""

    def __enter__(self) -> object:
        return one_by_one

    def __exit__(self, *_: object) -> None:
        """Nothing to end."""


def no_time_passes(_: SystemClock, seconds: float) -> None:
    """Takes the place of waiting: the distance between requests is tested elsewhere."""


def main(outside: str, record: str) -> None:
    """Serves, follows and fetches."""
    asked: list[str] = []
    inside: list[str] = []
    listen(outside, 80, outlet(outside, asked))
    for host, port in (("127.0.0.1", 80), ("::1", 80), (outside, 8080)):
        with suppress(OSError):  # a machine may have no IPv6
            listen(host, port, outlet(outside, inside))
    written = io.BytesIO()
    said = io.TextIOWrapper(written, encoding="utf-8", write_through=True)
    with (
        redirect_stdout(said),
        patch("onrecord.fetch.clock.SystemClock.sleep", no_time_passes),
        patch("onrecord.cli.fetching.Pool", Here),
    ):
        codes = [run(["follow", f"http://{outside}/feed", "--record", record])]
        codes.append(run(["fetch", "--record", record, "--json"]))
    told = written.getvalue().decode().splitlines()[-1]
    sys.stdout.write(json.dumps({"codes": codes, "fetched": json.loads(told), "asked": asked, "inside": inside}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
