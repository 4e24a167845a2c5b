"""How fast pages are read: articles a second of ``onrecord read``, with its two workers, once they are loaded."""

from __future__ import annotations

import io
import os
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time

from bench.result import Number, Result, digest_of
from onrecord.config import Config
from onrecord.model import Reading, Rejected
from onrecord.pipeline.pool import WORKERS, Pool
from onrecord.pipeline.sources import readings
from onrecord.read.inputs import walk

FIRST = '<article><h1>The bridge</h1><p>"It is open again," a spokesman for the town said on Monday.</p></article>'
PAGES, TIMES = 60, 3
ASKED = 6.0


@contextmanager
def loaded() -> Iterator[Pool]:
    """A pool whose workers have read a page already."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # as the command line does
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as name, Pool() as pool:
        first = Path(name, "first.html")
        first.write_text(FIRST, encoding="utf-8")
        read_all(pool, [first] * 2 * WORKERS)
        yield pool


def read_all(pool: Pool, pages: Sequence[Path]) -> list[Reading | Rejected]:
    """What the pages give, in order."""
    found = readings(walk([str(page) for page in pages], io.BytesIO()), Config(), reader=pool)
    return [one for _, one in found]


def rate(pool: Pool, pages: Sequence[Path]) -> float:
    """Articles a second, this once."""
    start = perf_counter()
    found = read_all(pool, pages)
    return sum(isinstance(one, Reading) for one in found) / (perf_counter() - start)


def measure(pages: Sequence[Path], root: Path) -> Result:
    """The median of several passes over the first of these pages."""
    start, chosen = perf_counter(), pages[:PAGES]
    with loaded() as pool:
        rates = [rate(pool, chosen) for _ in range(TIMES)]
    what = f"median of {TIMES} passes over {len(chosen)} HTML pages with {WORKERS} processes"
    numbers = {
        "articles a second": Number(statistics.median(rates), what, asked=ASKED, pinned=False),
        "CPU seconds an article": Number(cpu_seconds(chosen), "in one process, whatever else runs", True, pinned=False),
    }
    return Result("speed", digest_of(root, chosen), numbers, perf_counter() - start)


def cpu_seconds(pages: Sequence[Path]) -> float:
    """What an article costs in this process, the models loaded."""
    inputs = [str(page) for page in pages]
    list(readings(walk(inputs[:1], io.BytesIO()), Config()))
    start = process_time()
    found = list(readings(walk(inputs, io.BytesIO()), Config()))
    return (process_time() - start) / max(1, sum(isinstance(one, Reading) for _, one in found))
