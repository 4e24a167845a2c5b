"""Connections to the record that stay open from one request to the next, and in which state it is."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import RecordError
from onrecord.store.opening import open_record, snapshot
from onrecord.store.state import layout, never_wait, version_seen

MOST = 8  # connections that are kept while nobody uses them


class File(NamedTuple):
    """Which file a path names: a record that is put in its place is another."""

    device: int
    node: int


class Held(NamedTuple):
    """A connection, the file it is to, and the layout of the record when it was opened."""

    conn: sqlite3.Connection
    file: File | None
    layout: int


class State(NamedTuple):
    """The record in one state: after any commit, of whatever process, it is another."""

    file: File
    version: int


class Connections:
    """Read-only connections to one record. Opening one takes longer than most of what is read with it."""

    def __init__(self, record: Path) -> None:
        self._record = record
        self._idle: deque[Held] = deque()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees the record in one state throughout. Raises RecordError as open_record does."""
        held = self._taken()
        try:
            with snapshot(held.conn):
                yield held.conn
        except sqlite3.Error:
            held.conn.close()
            raise
        except BaseException:
            self._back(held)
            raise
        self._back(held)

    def _taken(self) -> Held:
        now = file_at(self._record)
        while True:
            try:
                held = self._idle.pop()
            except IndexError:
                conn = open_record(self._record, readonly=True)
                return Held(conn, now, layout(conn))
            if held.file == now and _same_layout(held):
                return held
            held.conn.close()

    def _back(self, held: Held) -> None:
        if len(self._idle) < MOST and not held.conn.in_transaction:
            self._idle.append(held)
        else:
            held.conn.close()


class Watch:
    """Tells the state of a record, in microseconds. Used by one thread."""

    def __init__(self, record: Path) -> None:
        self._record = record
        self._held: Held | None = None
        self._opened = 0

    def state(self) -> State | None:
        """The state as of now; None where it cannot be told without waiting, or there is no record."""
        file = file_at(self._record)
        if file is None:
            return None
        try:
            held = self._held if self._held and self._held.file == file else self._open(file)
            return State(file, version_seen(held.conn) + (self._opened << 32))
        except (sqlite3.Error, RecordError):
            self._held = None
            return None

    def _open(self, file: File) -> Held:
        conn = open_record(self._record, readonly=True)
        never_wait(conn)
        self._opened += 1  # numbers of two connections must never look alike
        self._held = Held(conn, file, layout(conn))
        return self._held


def file_at(path: Path) -> File | None:
    """Which file is at a path; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return File(found.st_dev, found.st_ino)


def _same_layout(held: Held) -> bool:
    """Whether no newer onrecord changed the layout since."""
    try:
        return layout(held.conn) == held.layout
    except sqlite3.Error:
        return False
