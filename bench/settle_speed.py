"""How long 200 late articles take to settle, by the size of the record they come to.

python -m bench.settle_speed [NEWSROOM...] [--sizes 1000 5000 20000 100000] [--written 24] [--times 3] [--bare]

A record of 1,000 articles is made of gold and written stories (bench.settle_record) and settled. Of the last days'
articles and of a few old ones 200 were held back. For each size the record is made larger by writing its rows again
under other ids, names and earlier days (bench.settle_clones); then the 200 are added and settled, the same at every
size. ``--bare`` leaves claims out of the record before, not out of what is measured: those of the stories that are
touched are made anew anyway.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, closing
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from bench.settle_clones import grow
from bench.settle_record import Template, retold, templates
from onrecord.model import Reading
from onrecord.pipeline.keep import settle_record
from onrecord.store import articles, finds, pages, repeats, statements, touched
from onrecord.store.opening import open_record, transaction
from onrecord.store.pages import Kept

LATE, OLD = 200, 20
BASE = 1000  # articles that are settled as they would be anywhere
RECENT = 600  # articles of the last days, among which most of the late ones are
PARTS = {
    "taken in": "onrecord.pipeline.settle_batch._taken",
    "copies": "onrecord.pipeline.settle_batch._edges_anew",
    "parties": "onrecord.pipeline.settle_batch._parties_anew",
    "groups": "onrecord.pipeline.settle_batch._groups_anew",
    "stories and claims": "onrecord.pipeline.settle_told.tell_anew",
    "claims": "onrecord.pipeline.settle_told.claims_of",
}


def keep(conn: sqlite3.Connection, several: Iterable[Reading]) -> None:
    """Keeps readings in one transaction, as ``add`` would one by one."""
    with transaction(conn):
        for one in several:
            article = one.article
            pages.keep_page(conn, Kept(article.digest, article.input, "2026-03-18T08:00:00Z"), article.text.encode())
            articles.same_article(conn, article.url, article.text, other_than=article.digest)
            articles.keep_article(conn, article)
            statements.keep_statements(conn, article.id, one.statements)
            repeats.note_lines(conn, article)
            finds.found(conn, article.digest, article.id, "bench")
            touched.touch(conn, [article.id])


def settle_base(conn: sqlite3.Connection, *, bare: bool) -> float:
    """Settles what was kept; seconds."""
    start = time.process_time()
    if bare:
        with patch("onrecord.pipeline.settle_told.claims_of", lambda _: []):
            settle_record(conn)
    else:
        settle_record(conn)
    return time.process_time() - start


def late(held: Sequence[Reading], chance: random.Random) -> list[Reading]:
    """Articles of the last days, and a few of any day."""
    found = chance.sample(held[-RECENT:], min(LATE - OLD, len(held[-RECENT:]) // 2))
    return found + chance.sample(held[:-RECENT], min(OLD, len(held[:-RECENT])))


def measure(conn: sqlite3.Connection, several: Sequence[Reading]) -> dict[str, float]:
    """Seconds to keep and to settle late articles, in all and by part, and how many stories were told again."""
    spent: dict[str, float] = dict.fromkeys(PARTS, 0.0)
    told: list[str] = []
    start = time.process_time()
    keep(conn, several)
    kept = time.process_time()
    with ExitStack() as patched:
        for name, place in PARTS.items():
            patched.enter_context(patch(place, _timed(name, place, spent, told)))
        settle_record(conn)
    return {"keep": kept - start, "settle": time.process_time() - kept, "stories told": len(told)} | spent


def _timed(name: str, place: str, spent: dict[str, float], told: list[str]) -> Callable[..., Any]:
    """The function at that place, its time added up under a name."""
    module, _, attribute = place.rpartition(".")
    whole = getattr(import_module(module), attribute)

    def timed(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return whole(*given, **named)
        finally:
            spent[name] += time.process_time() - start
            told.extend([name] if name == "claims" else [])

    return timed


def base(told: Sequence[Template], path: Path, *, bare: bool) -> list[Reading]:
    """Makes a record of ``BASE`` articles, settled; gives those held back that come late to it."""
    stories, held = retold(told, 10**9), list[Reading]()
    while len(held) < BASE + LATE:
        held += next(stories)
    back = late(held, random.Random(7))  # noqa: S311
    ids = {one.article.id for one in back}
    with closing(open_record(path)) as conn:
        keep(conn, [one for one in held if one.article.id not in ids])
        spent = settle_base(conn, bare=bare)
        print(f"{articles.counted(conn)} articles settled in {spent:.1f} s of the processor")
    return back


def row(path: Path, size: int, several: Sequence[Reading]) -> str:
    """Grows a copy of the record to a size, settles the late articles into it, and tells what that took."""
    with TemporaryDirectory(dir=path.parent) as folder, closing(open_record(copy(path, Path(folder)))) as conn:
        start = time.process_time()
        grow(conn, max(round(size / articles.counted(conn)) - 1, 0))
        grown, wall = time.process_time() - start, time.perf_counter()
        found = measure(conn, several)
        wall = time.perf_counter() - wall
        named = conn.execute("SELECT count(*) FROM voices").fetchone()[0]
        sketched = conn.execute("SELECT count(*) FROM sketches").fetchone()[0] - len(several)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    head = f"{sketched} articles, {named} ways of naming, grown in {grown:.0f} s; {len(several)} more"
    parts = ", ".join(f"{name} {value:.2f}" for name, value in found.items())
    return f"{head}: {parts}; wall {wall:.1f}; {memory:.0f} MB"


def copy(path: Path, folder: Path) -> Path:
    """A copy of a closed record."""
    shutil.copy(path, folder / "copy.db")
    return folder / "copy.db"


def main() -> None:
    """Prints a line a size: seconds of the processor, in all and by part, and the most memory so far."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("newsrooms", nargs="*", type=Path)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 5000, 20000, 100000])
    parser.add_argument("--written", type=int, default=24)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--bare", action="store_true")
    given = parser.parse_args()
    # Rules that are edited meanwhile would have everything settled anew.
    with TemporaryDirectory() as folder, patch("onrecord.pipeline.keep.settling_edition", lambda: "bench"):
        path = Path(folder) / "base.db"
        back = base(templates(given.newsrooms, written=given.written), path, bare=given.bare)
        for size in given.sizes:
            for _ in range(given.times):
                print(row(path, size, back), flush=True)


if __name__ == "__main__":
    main()
