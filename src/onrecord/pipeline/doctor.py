"""Looks whether all that onrecord needs is here, and whether a record is well; each finding says what to do."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

from onrecord.config import Config
from onrecord.errors import RecordError
from onrecord.model import Reading
from onrecord.pipeline.edition import settling_edition
from onrecord.pipeline.take_in import read_input
from onrecord.store import articles, follows, health, rejected, tallies, touched
from onrecord.store.opening import open_record

Health: TypeAlias = Literal["good", "look", "bad"]
SENTENCE = "The harbour was shut on Monday, the harbour master Ada Moreau said. She said that nobody had been hurt."
SPARE = 1_000_000_000  # bytes that should be free on the disk, or three times the record
MEMORY = 1_000_000_000  # bytes that reading with two processes takes, and some more
LARGE_LOG = 500_000_000  # bytes: a log of changes that nobody folds back


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, in words; ``remedy``: what to do, where something is to be done."""

    about: str
    health: Health
    told: str
    remedy: str = ""


def examine(record: Path) -> Iterator[Finding]:
    """Everything looked at, in turn. Nothing is changed; a record that is not there is no fault."""
    for look in (_python, _sqlite, _reader, _memory):
        yield _safely(look)
    yield _safely(partial(_disk, record))
    yield from _record(record)


def _safely(look: Callable[[], Finding]) -> Finding:
    """A look that fails is a finding too: that is what a doctor is for."""
    try:
        return look()
    except Exception as error:  # noqa: BLE001  (whatever is broken here is what is looked for)
        name = look.func.__name__ if isinstance(look, partial) else look.__name__
        return Finding(name.strip("_"), "bad", f"{type(error).__name__}: {error}"[:300], "install onrecord again")


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    fits = (3, 11) <= sys.version_info[:2] <= (3, 13)
    return Finding("python", "good" if fits else "look", version, "" if fits else "use Python 3.11, 3.12 or 3.13")


def _sqlite() -> Finding:
    return Finding("sqlite", "good", f"{health.engine()}, with full-text search")


def _reader() -> Finding:
    """Reads a page of two sentences: the weights are there, load, and find what they should."""
    data = SENTENCE.encode()
    digest = hashlib.sha256(data).hexdigest()
    found = [one for one in read_input("doctor.txt", data, digest, Config(body=True)) if isinstance(one, Reading)]
    names = {said.speaker.name for one in found for said in one.statements}
    if "Ada Moreau" in names:
        return Finding("reader", "good", "reads a page and finds who speaks")
    return Finding("reader", "bad", f"a page of two sentences is misread: {names or 'nobody'}", "install it again")


def _memory() -> Finding:
    try:
        free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError, AttributeError):
        return Finding("memory", "good", "how much is free is not known on this system")
    told = f"{_size(free)} free"
    if free < MEMORY:
        return Finding("memory", "look", told, f"reading takes up to {_size(MEMORY)}: close something")
    return Finding("memory", "good", told)


def _disk(record: Path) -> Finding:
    folder = next(one for one in (record.parent.resolve(), *record.parent.resolve().parents) if one.exists())
    free = shutil.disk_usage(folder).free
    need = max(SPARE, 3 * record.stat().st_size if record.exists() else 0)
    told = f"{_size(free)} free where the record is"
    return Finding("disk", "good", told) if free >= need else Finding("disk", "look", told, f"free {_size(need)}")


def _record(record: Path) -> Iterator[Finding]:
    if not record.exists():
        remedy = "make one with: onrecord serve, onrecord add INPUT or onrecord demo"
        yield Finding("record", "good", f"none at {record} yet", remedy)
        return
    try:
        conn = open_record(record, readonly=True)
    except RecordError as error:
        yield Finding("record", "bad", str(error))
        return
    with closing(conn):
        for look in (_whole, _settled, _followed, _refused):
            yield _safely(partial(look, conn, record))


def _whole(conn: sqlite3.Connection, record: Path) -> Finding:
    """The pages of the file hold together. Hashes, spans and a recount are ``check``'s, which takes longer."""
    damage = health.damage(conn)
    told = f"{articles.counted(conn):,} articles, {_size(record.stat().st_size)}"
    if damage:
        return Finding("record", "bad", f"{told}; damaged: {damage}"[:300], "restore a copy, and see: onrecord check")
    log = record.with_name(record.name + "-wal")
    if log.exists() and log.stat().st_size > LARGE_LOG:
        what = "stop what reads it for long, then run: onrecord check"
        return Finding("record", "look", f"{told}; its log of changes has {_size(log.stat().st_size)}", what)
    return Finding("record", "good", told)


def _settled(conn: sqlite3.Connection, record: Path) -> Finding:
    waiting = touched.counted(conn)
    made_with = tallies.settled_with(conn)
    if waiting or (made_with is None and articles.counted(conn)):
        told = f"{waiting:,} articles were read and not settled" if waiting else "something was read and not settled"
        return Finding("settling", "look", told, "run the last onrecord add or fetch again, if none is running")
    if made_with not in (None, settling_edition()):
        return Finding("settling", "look", "settled by other rules", "run the last onrecord add or fetch again")
    return Finding("settling", "good", "everything read is settled")


def _followed(conn: sqlite3.Connection, record: Path) -> Finding:
    every = follows.follows(conn)
    failing = [one for one in every if one.failures]
    if failing:
        worst = max(failing, key=lambda one: one.failures)
        told = f"{len(failing)} of {len(every)} fail, worst {worst.url}: {worst.error or 'no answer'}"
        return Finding("following", "look", told[:300], "see: onrecord following")
    return Finding("following", "good", f"{len(every):,} addresses followed")


def _refused(conn: sqlite3.Connection, record: Path) -> Finding:
    counts = rejected.counts(conn)
    total = sum(counts.values())
    if not total:
        return Finding("refusals", "good", "none")
    (stage, reason), times = max(counts.items(), key=lambda one: one[1])
    return Finding("refusals", "good", f"{total:,}, most often ({times:,}) at {stage}: {reason}"[:300])


def _size(number: int) -> str:
    return f"{number / 1e9:.1f} GB" if number >= 1e9 else f"{number / 1e6:.1f} MB"
