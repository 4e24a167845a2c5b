"""Workers read in order, and a page that hangs or kills one costs that page alone."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from onrecord.config import Config
from onrecord.model import Reading, Rejected
from onrecord.pipeline.pool import AHEAD, GIVES_WAY, Pool, give_way
from onrecord.pipeline.sources import Read, Source, source_of
from tests.pipeline.stand_ins import lines

CONFIG = Config()


def given(read: Read | str) -> list[str]:
    """What a source gave, in short."""
    if isinstance(read, str):
        return [read]
    return [one.article.headline if isinstance(one, Reading) else one.reason for one in read.results]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """Workers that the tests of this file share; a page may take half a second and the time to start."""
    with Pool(workers=2, page_seconds=8.0, read=lines) as workers:
        yield workers


def test_everything_comes_in_order(pool: Pool) -> None:
    line: list[Source | str] = []
    for n in range(3 * AHEAD):
        line += [source_of(f"{n}.txt", f"u{n} h{n}: t\nu h{n}b: t".encode()), f"between {n}"]
    found = [given(one) for one in pool(line, CONFIG)]
    assert found == [part for n in range(3 * AHEAD) for part in ([f"h{n}", f"h{n}b"], [f"between {n}"])]


def test_workers_give_way_to_the_desk(pool: Pool) -> None:
    assert list(pool([source_of("a.txt", b"u h: t")], CONFIG))
    own = os.getpriority(os.PRIO_PROCESS, 0)
    held = {os.getpriority(os.PRIO_PROCESS, one.process.pid or 0) for one in pool.workers}
    assert held == {min(19, own + GIVES_WAY)}


def test_only_so_much_is_read_ahead(pool: Pool) -> None:
    pulled = []

    def endless() -> Iterator[Source]:
        for n in range(10_000):
            pulled.append(n)
            yield source_of(f"{n}.txt", f"u{n} h: t".encode())

    reading = pool(endless(), CONFIG)
    next(reading)
    assert len(pulled) <= AHEAD + 1
    for _ in range(AHEAD):  # leaves no worker with a task
        next(reading)


def test_a_page_that_ends_its_worker_costs_that_page_alone() -> None:
    with Pool(workers=2, page_seconds=30.0, read=lines) as workers:
        line = [source_of("a", b"u a: t"), source_of("b", b"u b1: t\ndie\nu b2: t"), source_of("c", b"u c: t")]
        found = list(workers([*line, *line], CONFIG))
    assert [given(one) for one in found] == [["a"], ["b1", "ended the process that read it"], ["c"]] * 2
    last = found[1].results[-1]
    assert last == Rejected("b", "read", "ended the process that read it", digest=line[1].digest)


def test_a_page_that_hangs_is_refused_and_the_others_go_on() -> None:
    started = time.monotonic()
    with Pool(workers=2, page_seconds=3.0, read=lines) as workers:
        line = [source_of(name, f"u {name}: t".encode()) for name in "abc"]
        found = list(workers([line[0], source_of("h", b"u h1: t\nhang"), *line[1:]], CONFIG))
        processes = [one.process for one in workers.workers]
    assert [given(one) for one in found] == [["a"], ["h1", "took over 3 seconds to read"], ["b"], ["c"]]
    assert time.monotonic() - started < 40
    assert not any(one.is_alive() for one in processes)


def test_a_worker_that_dies_idle_costs_nothing(pool: Pool) -> None:
    assert [given(one) for one in pool([source_of("a", b"u a: t")], CONFIG)] == [["a"]]
    for one in pool.workers:
        one.process.kill()
        one.process.join()
    assert [given(one) for one in pool([source_of("b", b"u b: t")], CONFIG)] == [["b"]]


def test_nothing_to_read_starts_no_worker() -> None:
    with Pool(read=lines) as workers:
        assert list(workers(["only this"], CONFIG)) == ["only this"]
        assert workers.workers == []


def test_workers_do_not_hear_what_interrupts_their_parent() -> None:
    with Pool(workers=1, page_seconds=30.0, read=lines) as workers:
        reading = workers([source_of(name, f"u {name}: t".encode()) for name in "ab"], CONFIG)
        started = next(reading)
        (worker,) = workers.workers
        os.kill(worker.process.pid or 0, signal.SIGINT)
        assert [given(started), *map(given, reading)] == [["a"], ["b"]]
        assert worker.process.is_alive()
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_whoever_reads_in_gives_way_once_however_often(monkeypatch: pytest.MonkeyPatch) -> None:
    held = {"now": 0}
    monkeypatch.setattr("os.getpriority", lambda *_: held["now"])
    monkeypatch.setattr("os.setpriority", lambda _, __, value: held.update(now=value))
    for _ in range(3):
        give_way()
    assert held["now"] == GIVES_WAY
    held["now"] = 12
    give_way()
    assert held["now"] == 12
