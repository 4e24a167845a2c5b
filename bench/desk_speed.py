"""How fast the desk is: every kind of page over real HTTP, front pages a second, search while articles are added.

python -m bench.desk_speed RECORD [--rounds 20] [--only KIND ...] [--no-load] [--no-adding]

RECORD (bench.desk_record makes a large one) is copied first. The desk is ``onrecord serve`` in a process of its own.
Cold: nothing of the page is kept, as something was committed just before; the record's file is in the system's
memory. Warm: the page was asked for since the last commit. First byte and whole: milliseconds from the request to the
first and to the last byte of the answer, on a connection that is open. Kilobytes are of the page before it is packed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from bench.desk_pages import Kind, kinds, pages_to_add, words_of
from onrecord.store import tallies
from onrecord.store.opening import open_record

HOST = "127.0.0.1"
START = 30.0  # seconds that the desk may take to answer first
WARM = 5  # warm requests a round
FIRST, WHOLE, KILO = 50.0, 200.0, 150.0  # what a page may take: milliseconds, milliseconds, kilobytes


@dataclass(frozen=True, slots=True)
class Timed:
    """One answer; milliseconds."""

    first: float
    whole: float
    size: int


@contextmanager
def served(record: Path) -> Iterator[int]:
    """The desk of a record, in a process of its own; gives its port."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "onrecord", "serve", "--record", str(record), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _wait(port: int) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end:
        try:
            with socket.create_connection((HOST, port), 1):
                return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("the desk does not answer")


def asked(conn: http.client.HTTPConnection, address: str) -> Timed:
    """One request on an open connection. Raises ValueError where the answer is not 200."""
    start = time.perf_counter()
    conn.request("GET", address)
    answer = conn.getresponse()
    first = time.perf_counter()
    body = answer.read()
    whole = time.perf_counter()
    if answer.status != 200:
        raise ValueError(f"{address}: {answer.status}")
    return Timed((first - start) * 1000, (whole - start) * 1000, len(body))


def timed(port: int, record: Path, kind: Kind, rounds: int) -> tuple[list[Timed], list[Timed]]:
    """Cold and warm answers of one kind of page."""
    cold, warm = [], []
    with closing(http.client.HTTPConnection(HOST, port, timeout=60)) as conn, closing(open_record(record)) as writing:
        for n in range(rounds):
            address = kind.addresses[n % len(kind.addresses)]
            tallies.set_mark(writing, "bench", str(time.time_ns()))
            cold.append(asked(conn, address))
            warm += [asked(conn, address) for _ in range(WARM)]
    return cold, warm


def percentile(values: Sequence[float], share: float) -> float:
    """The value that such a share of them does not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def row(kind: str, cold: Sequence[Timed], warm: Sequence[Timed]) -> str:
    """A line of the table, with a mark at each budget that is missed."""
    size = max(one.size for one in (*cold, *warm)) / 1000
    cells = [f"{kind:<28}"]
    for several in (cold, warm):
        for values, bound in (([one.first for one in several], FIRST), ([one.whole for one in several], WHOLE)):
            p99 = percentile(values, 0.99)
            cells.append(f"{statistics.median(values):7.1f} {p99:7.1f}{'*' if p99 > bound else ' '}")
    return " ".join((*cells, f"{size:7.1f}{'*' if size > KILO else ' '}"))


HEAD = f"""{"":<28} {"cold: first byte":>16} {"whole":>16} {"warm: first byte":>16} {"whole":>16} {"HTML":>8}
{"page":<28} {" median     p99 " * 4}      kB"""


def loaded(port: int, *, seconds: float) -> str:
    """Front pages a second, asked for by a second process."""
    command = [sys.executable, "-m", "bench.desk_load", HOST, str(port), "/", "--seconds", str(seconds)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=seconds * 4 + 30)  # noqa: S603
    found = json.loads(done.stdout)
    rate = found["answers"] / found["seconds"]
    return f"front pages a second: {rate:,.0f} (20 connections, p99 {found['p99_ms']:.1f} ms, {found['bytes']:,} bytes)"


def searched(port: int, record: Path, *, seconds: float) -> str:
    """Time of searches while another process adds."""
    with closing(open_record(record, readonly=True)) as conn, TemporaryDirectory() as folder:
        words = words_of(conn, 400)
        pages_to_add(conn, Path(folder))
        command = [sys.executable, "-m", "onrecord", "add", folder, "--record", str(record)]
        adding = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
        times, end = list[float](), time.monotonic() + seconds
        try:
            with closing(http.client.HTTPConnection(HOST, port, timeout=60)) as asking:
                while time.monotonic() < end and adding.poll() is None:
                    times.append(asked(asking, "/search?q=" + quote(random.choice(words))).whole)  # noqa: S311
        finally:
            adding.kill()
            adding.wait()
    p99 = percentile(times, 0.99)
    return f"search while adding: median {statistics.median(times):.1f} ms, p99 {p99:.1f} ms ({len(times)} searches)"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--no-load", action="store_true")
    parser.add_argument("--no-adding", action="store_true")
    given = parser.parse_args()
    with TemporaryDirectory(dir=given.record.parent) as folder:
        record = Path(shutil.copy(given.record, Path(folder) / "copy.db"))
        with closing(open_record(record)) as conn:
            several = [kind for kind in kinds(conn, given.rounds) if not given.only or kind.name in given.only]
        with served(record) as port:
            print(HEAD)
            for kind in several:
                print(row(kind.name, *timed(port, record, kind, given.rounds)), flush=True)
            if not given.no_load:
                print(loaded(port, seconds=given.seconds), flush=True)
            if not given.no_adding:
                print(searched(port, record, seconds=4 * given.seconds), flush=True)


if __name__ == "__main__":
    main()
