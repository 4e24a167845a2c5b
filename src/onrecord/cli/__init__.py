"""The command line: arguments in, exit code out. 0 done, 1 some inputs refused, 2 wrong usage, 70 a fault of ours."""

from __future__ import annotations

import errno
import json
import logging
import os
import pkgutil
import sqlite3
import sys
import traceback
import zlib
from collections.abc import Sequence
from pathlib import Path

from onrecord.cli.arguments import parser
from onrecord.cli.screen import complain
from onrecord.errors import OnrecordError

INTERRUPTED = 130
WRONG_USAGE = 2
FAULT = 70
UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF)
ABOUT_THE_FILE = frozenset([
    sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN,
])  # fmt: skip


def run(argv: Sequence[str] | None = None) -> int:
    """Carries out one command and returns its exit code."""
    arguments = parser().parse_args(argv)
    _prepare()
    try:
        # A command's module is loaded when it is asked for: reading pages needs libraries that take a second to load.
        return int(pkgutil.resolve_name(arguments.command)(arguments))
    except KeyboardInterrupt:
        complain("interrupted; what was kept until now stays kept")
        return INTERRUPTED
    except Exception as error:
        code = _ended_by(error)
        if code == FAULT and sys.flags.dev_mode:
            raise
        return code


def _ended_by(error: Exception) -> int:
    """Tells in one line what ended a command; its exit code."""
    if isinstance(error, OnrecordError):
        complain(str(error))
        return WRONG_USAGE
    if isinstance(error, BrokenPipeError):
        _silence()  # whoever read us has enough
        return 0
    if isinstance(error, OSError) and error.filename is None and error.errno in UNWRITABLE:
        complain(f"standard output cannot be written: {error.strerror}")
        _silence()
        return WRONG_USAGE
    if _of_the_file(error):
        complain(f"the record cannot be used ({error}); what is damaged in it is told by: onrecord check")
        return WRONG_USAGE
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    complain(f"a fault of onrecord: {type(error).__name__} at {where} ({error}); python -X dev -m onrecord shows all")
    return FAULT


def _of_the_file(error: Exception) -> bool:
    """True where the record's file is to blame, or what holds it: damaged, full, not writable, in use."""
    if isinstance(error, json.JSONDecodeError | zlib.error):
        return any(Path(one.filename).parent.name == "store" for one in traceback.extract_tb(error.__traceback__))
    if not isinstance(error, sqlite3.DatabaseError):
        return False
    code = getattr(error, "sqlite_errorcode", None)  # missing where bytes came that are no text
    return code is None or code & 0xFF in ABOUT_THE_FILE


def _silence() -> None:
    # Python would complain once more when it closes standard output.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _prepare() -> None:
    if sys.stdout is None:  # it was closed before we began
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (for as long as we run)
    # One thread a process: two workers share two cores, and sums come out the same whatever the machine.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
