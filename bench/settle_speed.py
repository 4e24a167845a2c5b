"""How long 200 late articles take to settle, by the size of the record they come to.

python -m bench.settle_speed NEWSROOM... [--sizes 1000 5000 20000] [--record FILE] [--bare]

The record is made of the gold stories of the newsrooms (bench.settle_record). Of the last days'
articles and of a few old ones 200 are held back, then added and settled. ``--bare`` leaves claims out of the record
before, not out of what is measured: those of the stories that are touched are made anew anyway.
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, closing
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from bench.settle_record import retold, templates
from onrecord.model import Reading
from onrecord.pipeline.keep import settle_record
from onrecord.store import articles, finds, pages, repeats, statements, touched
from onrecord.store.opening import open_record, transaction
from onrecord.store.pages import Kept

LATE, OLD = 200, 20
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


def main() -> None:
    """Prints a line a size: seconds of the processor, in all and by part, and the most memory so far."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("newsrooms", nargs="+", type=Path)
    parser.add_argument("--sizes", nargs="+", type=int, default=[1000, 5000, 20000])
    parser.add_argument("--record", type=Path, default=None)
    parser.add_argument("--bare", action="store_true")
    given = parser.parse_args()
    with TemporaryDirectory() as folder, closing(open_record(given.record or Path(folder) / "bench.db")) as conn:
        told = templates(given.newsrooms)
        stories, chance = retold(told, 10**9), random.Random(7)  # noqa: S311
        held: list[Reading] = []
        size = 0
        for wanted in given.sizes:
            fresh: list[Reading] = []
            while size + len(fresh) < wanted:
                fresh += next(stories)
            size += len(fresh)
            held = held[-RECENT:] + fresh
            back = late(fresh, chance)
            ids = {one.article.id for one in back}
            start = time.process_time()
            for at in range(0, len(fresh), 500):
                keep(conn, [one for one in fresh[at : at + 500] if one.article.id not in ids])
            keeping = time.process_time() - start
            base = settle_base(conn, bare=given.bare)
            row = measure(conn, back)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            each = [1000 * spent / len(fresh) for spent in (keeping, base)]
            print(f"{size} articles, kept in {each[0]:.1f} ms each, settled in {each[1]:.1f} ms; {len(back)} more:")
            print("   ", ", ".join(f"{name} {value:.2f}" for name, value in row.items()), f"; {memory:.0f} MB")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
