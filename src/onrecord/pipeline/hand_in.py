"""Keeping what was looked over, as it was seen; and what the desk works at behind its pages."""

from __future__ import annotations

import io
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from onrecord.config import Config
from onrecord.model import Reading, Rejected
from onrecord.pipeline import keep
from onrecord.pipeline.fetching import Round
from onrecord.pipeline.follow import Watch
from onrecord.pipeline.keep import Added
from onrecord.pipeline.look_over import Found, pieces_of
from onrecord.pipeline.pool import Pool
from onrecord.pipeline.sources import Other, Read, Source, source_of
from onrecord.read.inputs import Piece, walk
from onrecord.store import finds

UNREAD = "not read to its end: send it again by itself"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What came of it. ``articles``: ids of all that its pages give; ``known``: all was on record already."""

    articles: tuple[str, ...]
    statements: int
    known: bool
    refused: tuple[Rejected, ...]


class Progress(NamedTuple):
    """How many pages were read, and how many of them refused."""

    done: int
    refused: int


class AsSeen:
    """A Reader that gives what was found when the same bytes were looked over; digests of what it was asked for."""

    def __init__(self, found: Found) -> None:
        self._found: dict[str, list[Reading | Rejected]] = defaultdict(list)
        for one in found.results:
            digest = one.article.digest if isinstance(one, Reading) else one.digest
            self._found[digest or ""].append(one)

    def __call__(self, line: Iterable[Source | Other], config: Config) -> Iterator[Read | Other]:
        """Everything on the line, in order. What was not read to its end is a refusal."""
        for one in line:
            if isinstance(one, Source):
                results = self._found.get(one.digest) or [Rejected(one.name, "read", UNREAD, digest=one.digest)]
                yield Read(one, tuple(results))
            else:
                yield one


def hand_in(conn: sqlite3.Connection, sent: Piece, found: Found, config: Config, *, now: str) -> HandedIn:
    """Keeps what was found in something sent, just as it was seen. Settling is a separate step."""
    digests: list[str] = []

    def pieces() -> Iterator[Piece | Rejected]:
        for one in pieces_of(sent, config.max_page_bytes):
            if isinstance(one, Piece):
                digests.append(source_of(one.name, one.data, capture=one.capture).digest)
            yield one

    added = list(keep.add(conn, pieces(), config, now=now, reader=AsSeen(found)))
    articles = dict.fromkeys(id_ for digest in digests for id_ in finds.articles_of(conn, digest))
    return HandedIn(
        tuple(articles),
        sum(one.statements for one in added),
        bool(added) and all(one.known for one in added),
        tuple(one for each in added for one in each.refused),
    )


def keep_all(conn: sqlite3.Connection, sent: Piece, config: Config, *, now: str) -> Iterator[Progress]:
    """Reads and keeps every page of something sent, in processes of its own."""
    with Pool() as pool:
        pieces = pieces_of(sent, config.max_page_bytes)
        yield from _progress(keep.add(conn, pieces, config, now=now, reader=pool))


def keep_folder(conn: sqlite3.Connection, folder: Path, config: Config, *, now: str) -> Iterator[Progress]:
    """Reads and keeps every file of a folder."""
    with Pool() as pool:
        yield from _progress(keep.add(conn, walk([str(folder)], io.BytesIO()), config, now=now, reader=pool))


def fetch_due(watch: Watch) -> Iterator[Progress]:
    """Fetches and keeps what is due of all that is followed."""
    with Pool() as pool:
        one = Round(watch, pool)
        for done, _ in enumerate(one.run(), 1):
            yield Progress(done, sum(told.counts["refused"] + told.counts["failed"] for told in one.told.values()))


def _progress(added: Iterable[Added]) -> Iterator[Progress]:
    refused = 0
    for done, one in enumerate(added, 1):
        refused += bool(one.refused)
        yield Progress(done, refused)
