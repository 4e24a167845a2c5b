"""read and add."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from onrecord.cli.progress import Bar
from onrecord.cli.screen import complain, plural, show_json
from onrecord.cli.shown import show_reading
from onrecord.config import Config
from onrecord.fetch import Fetcher
from onrecord.model import Capture, Rejected, moments
from onrecord.pipeline import keep
from onrecord.pipeline.keep import Added
from onrecord.pipeline.online import pieces
from onrecord.pipeline.pool import Pool, give_way
from onrecord.pipeline.sources import Source, readings
from onrecord.publish.record_json import Json, read_json, rejected_json
from onrecord.store.opening import open_record
from onrecord.store.pages import Evidence, Kept

ROWS = frozenset([".jsonl", ".ndjson", ".warc", ".wacz", ".zip", ".mbox"])  # many pages in one file


def read(arguments: argparse.Namespace) -> int:
    """Shows what is in pages."""
    config = Config(as_of=arguments.as_of, body=arguments.body, allow_private=tuple(arguments.allow_private))
    refused = 0
    with Pool() as pool:
        inputs = pieces(arguments.inputs, sys.stdin.buffer, config, Fetcher())
        for source, one in readings(inputs, config, reader=pool):
            refused += isinstance(one, Rejected)
            if arguments.json:
                show_json(read_json(one, evidence=_evidence(source)))
            elif isinstance(one, Rejected):
                complain(f"refused {one.input}: {one.reason}")
            else:
                show_reading(one)
    return 1 if refused else 0


def _evidence(source: Source | None) -> Evidence | None:
    """The bytes that were read; never added to a record, they came but this once."""
    if source is None:
        return None
    return Evidence(len(source.data), (Kept(source.digest, source.name, "", source.capture or Capture()),))


def add(arguments: argparse.Namespace) -> int:
    """Keeps what is in pages."""
    allowed = tuple(arguments.allow_private)
    config = Config(record=arguments.record, as_of=arguments.as_of, body=arguments.body, allow_private=allowed)
    total: Counter[str] = Counter()
    give_way()
    with closing(open_record(config.record)) as conn:
        for one in added(conn, arguments.inputs, config):
            total.update(_counts(one))
            if arguments.json:
                show_json(_added_json(one))
    if not arguments.json:
        sys.stdout.write(f"{told(total)} in {config.record}\n")
    return 1 if total["refused"] else 0


def added(
    conn: sqlite3.Connection, inputs: Sequence[str], config: Config, *, tell_refusals: bool = True
) -> Iterator[Added]:
    """Adds the inputs, with a bar on a terminal and a line for each refusal, then settles."""
    now = moments.now()
    bytes_of = pieces(inputs, sys.stdin.buffer, config, Fetcher())
    with Bar(_expected(inputs)) as bar, Pool() as pool:
        for one in keep.add(conn, bytes_of, config, now=now, reader=pool):
            for refused in one.refused if tell_refusals else ():
                bar.complain(f"refused {refused.input}: {refused.reason}")
            bar.step(Path(one.name).name)
            yield one
        bar.step("settling who stands where", by=0)
        keep.settle_record(conn)


def told(total: Counter[str]) -> str:
    """What an addition came to, in a line."""
    parts = [f"kept {plural(total['articles'], 'article')} with {plural(total['statements'], 'statement')}"]
    parts += [f"{plural(total['repeats'], 'article')} of another page again"] if total["repeats"] else []
    parts += [f"{plural(total['known'], 'input')} known already"] if total["known"] else []
    parts += [f"{total['refused']} refused"] if total["refused"] else []
    return ", ".join(parts)


def _counts(one: Added) -> dict[str, int]:
    return {
        "articles": one.articles,
        "repeats": one.repeats,
        "statements": one.statements,
        "known": one.known,
        "refused": len(one.refused),
    }


def _added_json(one: Added) -> Json:
    return {
        "input": one.name,
        **_counts(one),
        "known": one.known,
        "refused": [rejected_json(refused) for refused in one.refused],
    }


def _expected(inputs: Sequence[str]) -> int | None:
    """How many files there are to read; None where it cannot be told beforehand."""
    paths = [Path(one) for one in inputs]
    files = [one for path in paths for one in (path.rglob("*") if path.is_dir() else [path]) if not one.is_dir()]
    rows = any(ROWS & set(one.suffixes) for one in files)
    return None if rows or "-" in inputs else len(files)
