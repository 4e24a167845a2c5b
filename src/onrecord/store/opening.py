"""Opening a record: recognising it, bringing it up to date, and transactions on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from onrecord.errors import RecordError

APPLICATION_ID = 0x6F6E7263  # "onrc": tells a record from any other SQLite file
BUSY_SECONDS = 30.0


def open_record(path: Path, *, readonly: bool = False, make: bool = True) -> sqlite3.Connection:
    """A connection to the record at ``path``, made if it is missing (unless ``readonly`` or not ``make``).

    Raises RecordError where there is none to read, where the file is something else, was written by a newer onrecord,
    or cannot be read or written. A read-only connection refuses every change.
    """
    if (readonly or not make) and not path.exists():
        raise RecordError(f"there is none at {path}; make one with: onrecord add INPUT --record {path}")
    try:
        conn = _connect(path)
    except sqlite3.Error as error:
        raise RecordError(f"{path} cannot be opened ({error})") from error
    try:
        _prepare(conn, path, readonly=readonly, make=make and not readonly)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # sqlite3 cannot say what is wrong in a damaged schema
        conn.close()
        why = error if isinstance(error, sqlite3.Error) else "its layout is damaged"
        raise RecordError(f"{path} cannot be used as a record ({why})") from error
    except RecordError:
        conn.close()
        raise
    return conn


@contextmanager
def transaction(conn: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing: committed at the end, rolled back on any exception."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        conn.execute("ROLLBACK")
        raise
    conn.execute("COMMIT")


@contextmanager
def snapshot(conn: sqlite3.Connection) -> Iterator[None]:
    """The record in one state, whatever another process adds meanwhile; nothing may be changed inside."""
    conn.execute("BEGIN")
    try:
        yield
    finally:
        if conn.in_transaction:  # SQLite itself ends it where the disk fails
            conn.execute("ROLLBACK")


def _connect(path: Path) -> sqlite3.Connection:
    # A web server may hand a connection from one of its threads to another; SQLite itself serialises them.
    conn = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    conn.row_factory = sqlite3.Row
    return conn


def _prepare(conn: sqlite3.Connection, path: Path, *, readonly: bool, make: bool) -> None:
    conn.execute("PRAGMA foreign_keys = ON")
    version = _version(conn, path)
    if version == 0 and not make:
        raise RecordError(f"{path} holds none; make one with: onrecord add INPUT --record {path}")
    steps = _steps()
    if version > len(steps):
        raise RecordError(f"{path} was written by a newer onrecord (version {version}, this one reads {len(steps)})")
    if readonly:
        _refuse_changes(conn, path, current=version == len(steps))
        return
    conn.execute("PRAGMA journal_mode = WAL")
    # A commit survives the death of the process; after a power cut the last ones may be read again from the pages.
    conn.execute("PRAGMA synchronous = NORMAL")
    if version < len(steps):
        _bring_up_to_date(conn, steps)


def _refuse_changes(conn: sqlite3.Connection, path: Path, *, current: bool) -> None:
    if not current:
        raise RecordError(
            f"{path} was written by an older onrecord; bring it up to date with: onrecord check --record {path}"
        )
    conn.execute("PRAGMA query_only = ON")


def _version(conn: sqlite3.Connection, path: Path) -> int:
    """The version of the record; 0 for a new one."""
    mark = conn.execute("PRAGMA application_id").fetchone()[0]
    # This reads the layout: a damaged one is told of here and not in the middle of something.
    tables = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if mark == APPLICATION_ID:
        return int(conn.execute("PRAGMA user_version").fetchone()[0])
    if tables or mark:
        raise RecordError(f"{path} is a database, but not one of onrecord's")
    return 0


def _steps() -> list[str]:
    """SQL scripts from nothing to the newest version: the schema, then each migration."""
    folder = files("onrecord.store")
    migrations = folder.joinpath("migrations")
    later = sorted(migrations.iterdir(), key=lambda one: one.name) if migrations.is_dir() else []
    scripts = [folder.joinpath("schema.sql"), *(one for one in later if one.name.endswith(".sql"))]
    return [script.read_text(encoding="utf-8") for script in scripts]


def _bring_up_to_date(conn: sqlite3.Connection, steps: list[str]) -> None:
    # executescript would commit between statements; one step must be there wholly or not at all.
    with transaction(conn):
        version = conn.execute("PRAGMA user_version").fetchone()[0]
        for step in steps[version:]:
            for statement in statements_of(step):
                conn.execute(statement)
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {len(steps)}")


def statements_of(script: str) -> Iterator[str]:
    """The SQL statements of a script, triggers whole."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
