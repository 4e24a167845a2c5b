"""How fast the desk is: every kind of page over real HTTP, front pages a second, search while articles are added.

python -m bench.desk_speed RECORD [--rounds 20] [--only KIND ...] [--no-load] [--no-adding]

RECORD (bench.desk_record makes a large one) is copied first. The desk is ``onrecord serve`` in a process of its own.
Cold: nothing of the page is kept, as something was committed just before; the record's file is in the system's
memory. Warm: the page was asked for since the last commit. First byte and whole: milliseconds from the request to the
first and to the last byte of the answer, on a connection that is open. Worked: milliseconds of the processor that the
desk took for it, which neighbours on the machine change little. Kilobytes are of the page before it is packed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
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
from typing import NamedTuple
from urllib.parse import quote

from bench.desk_pages import Kind, kinds, pages_to_add, words_of
from onrecord.store import tallies
from onrecord.store.opening import open_record

HOST = "127.0.0.1"
START = 30.0  # seconds that the desk may take to answer first
WARMING = 3.0  # seconds that it is given before the first page
WARM = 5  # warm requests a round
FIRST, WHOLE, KILO = 50.0, 200.0, 150.0  # what a page may take: milliseconds, milliseconds, kilobytes


@dataclass(frozen=True, slots=True)
class Timed:
    """One answer; milliseconds. ``worked``: of the processor, in the desk's process; nought where that is not known."""

    first: float
    whole: float
    size: int
    worked: float


class Served(NamedTuple):
    """A desk that runs: where it answers, and as which process."""

    port: int
    process: int

    def worked(self) -> float:
        """Milliseconds of the processor that it took so far. Source: Linux, Documentation/scheduler/sched-stats."""
        return sum(map(_nanoseconds, Path(f"/proc/{self.process}/task").glob("*/schedstat"))) / 1e6


def _nanoseconds(thread: Path) -> int:
    try:
        return int(thread.read_text(encoding="ascii").split()[0])
    except OSError:  # it has ended
        return 0


@contextmanager
def served(record: Path) -> Iterator[Served]:
    """The desk of a record, in a process of its own, warmed up."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "onrecord", "serve", "--record", str(record), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait(port)
        time.sleep(WARMING)
        yield Served(port, process.pid)
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


def asked(desk: Served, conn: http.client.HTTPConnection, address: str) -> Timed:
    """One request on an open connection. Raises ValueError where the answer is not 200."""
    worked, start = desk.worked(), time.perf_counter()
    conn.request("GET", address)
    answer = conn.getresponse()
    first = time.perf_counter()
    body = answer.read()
    whole = time.perf_counter()
    if answer.status != 200:
        raise ValueError(f"{address}: {answer.status}")
    return Timed((first - start) * 1000, (whole - start) * 1000, len(body), desk.worked() - worked)


def timed(desk: Served, record: Path, kind: Kind, rounds: int) -> tuple[list[Timed], list[Timed]]:
    """Cold and warm answers of one kind of page."""
    cold, warm = [], []
    with (
        closing(http.client.HTTPConnection(HOST, desk.port, timeout=60)) as conn,
        closing(open_record(record)) as writing,
    ):
        for n in range(rounds):
            address = kind.addresses[n % len(kind.addresses)]
            tallies.set_mark(writing, "bench", str(time.time_ns()))
            cold.append(asked(desk, conn, address))
            warm += [asked(desk, conn, address) for _ in range(WARM)]
    return cold, warm


def percentile(values: Sequence[float], share: float) -> float:
    """The value that such a share of them does not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def row(kind: str, cold: Sequence[Timed], warm: Sequence[Timed]) -> str:
    """A line of the table, with a mark at each budget that is missed."""
    size = max(one.size for one in (*cold, *warm)) / 1000
    worked = sorted(one.worked for one in cold)
    cells = [f"{kind:<28} {statistics.median(worked):6.1f} {worked[-1]:6.1f}"]
    for several in (cold, warm):
        for values, bound in (([one.first for one in several], FIRST), ([one.whole for one in several], WHOLE)):
            p99 = percentile(values, 0.99)
            cells.append(f"{statistics.median(values):7.1f} {p99:7.1f}{'*' if p99 > bound else ' '}")
    return " ".join((*cells, f"{size:7.1f}{'*' if size > KILO else ' '}"))


_OF = ("cold: first byte", "whole", "warm: first byte", "whole")
HEAD = f"""{"":<28} {"cold: worked":>13} {" ".join(f"{one:>16}" for one in _OF)} {"HTML":>8}
{"page":<28} median    max {" median     p99 " * 4}      kB"""


def loaded(desk: Served, *, seconds: float) -> str:
    """Front pages a second, asked for by a second process."""
    command = [sys.executable, "-m", "bench.desk_load", HOST, str(desk.port), "/", "--seconds", str(seconds)]
    worked = desk.worked()
    done = subprocess.run(command, check=True, capture_output=True, timeout=seconds * 4 + 30)  # noqa: S603
    found = json.loads(done.stdout)
    rate, each = found["answers"] / found["seconds"], (desk.worked() - worked) / found["answers"]
    told = (
        f"20 connections, p99 {found['p99_ms']:.1f} ms, {found['bytes']:,} bytes, {each:.3f} ms of the processor each"
    )
    return f"front pages a second: {rate:,.0f} ({told})"


def searched(desk: Served, record: Path, *, seconds: float) -> str:
    """Time of searches while another process adds."""
    with closing(open_record(record, readonly=True)) as conn, TemporaryDirectory() as folder:
        words = words_of(conn, 400)
        pages_to_add(conn, Path(folder))
        command = [sys.executable, "-m", "onrecord", "add", folder, "--record", str(record)]
        adding = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
        found, end = list[Timed](), time.monotonic() + seconds
        try:
            with closing(http.client.HTTPConnection(HOST, desk.port, timeout=60)) as asking:
                while time.monotonic() < end and adding.poll() is None:
                    found.append(asked(desk, asking, "/search?q=" + quote(random.choice(words))))  # noqa: S311
        finally:
            adding.kill()
            adding.wait()
    times, worked = [one.whole for one in found], [one.worked for one in found]
    taken = f"median {statistics.median(times):.1f} ms, p99 {percentile(times, 0.99):.1f} ms"
    processor = f"worked {statistics.median(worked):.1f} and {percentile(worked, 0.99):.1f} ms"
    return f"search while adding: {taken}; {processor}; {len(times)} searches"


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
        with served(record) as desk:
            print(f"load of the machine before: {os.getloadavg()[0]:.1f}")
            print(HEAD)
            for kind in several:
                print(row(kind.name, *timed(desk, record, kind, given.rounds)), flush=True)
            if not given.no_load:
                print(loaded(desk, seconds=given.seconds), flush=True)
            if not given.no_adding:
                print(searched(desk, record, seconds=4 * given.seconds), flush=True)


if __name__ == "__main__":
    main()
