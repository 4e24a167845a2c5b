"""How fast pages are read: articles a second, with two processes that have loaded what they need."""

from __future__ import annotations

import hashlib
import multiprocessing
import statistics
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from onrecord.config import Config
from onrecord.model import Reading, Rejected
from onrecord.pipeline.take_in import read_input

WORKERS = 2
FIRST_WORDS = (
    '<html><body><article><h1>News</h1><p>"It is open," a spokesman said on Monday.</p></article></body></html>'
)


def read_page(path: Path) -> list[Reading | Rejected]:
    """What one file gives, from its bytes to its statements."""
    data = path.read_bytes()
    return list(read_input(path.name, data, hashlib.sha256(data).hexdigest(), Config()))


def load(_: int) -> None:
    """Reads one page for nothing: loads the models."""
    data = FIRST_WORDS.encode()
    list(read_input("first.html", data, hashlib.sha256(data).hexdigest(), Config()))


@contextmanager
def readers(workers: int = WORKERS) -> Iterator[ProcessPoolExecutor]:
    """Processes that have read a page already."""
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(load, range(4 * workers)))
        yield pool


def timed(pool: ProcessPoolExecutor, pages: Sequence[Path]) -> tuple[list[list[Reading | Rejected]], float]:
    """What each page gives, and the articles a second that were read."""
    start = perf_counter()
    found = list(pool.map(read_page, pages))
    seconds = perf_counter() - start
    return found, sum(isinstance(one, Reading) for given in found for one in given) / seconds


def articles_a_second(pages: Sequence[Path], *, times: int = 3) -> float:
    """The median of several passes over the pages."""
    with readers() as pool:
        return statistics.median(timed(pool, pages)[1] for _ in range(times))
