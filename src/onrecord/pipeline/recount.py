"""Settles the readings of a record anew, in a file of its own, and compares row by row; nothing is held in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.pipeline.keep import settle_record
from onrecord.store.opening import open_record
from onrecord.store.recounting import COUNTED, differing, take_readings


def recount(conn: sqlite3.Connection) -> Iterator[str]:
    """What a recount gives otherwise, a line each."""
    with (
        TemporaryDirectory(prefix="onrecord-check-") as folder,
        closing(open_record(Path(folder) / "recount.db")) as fresh,
    ):
        take_readings(fresh, conn)
        settle_record(fresh)
        for name in COUNTED:
            kept, counted = differing(fresh, name)
            if kept or counted:
                yield f"tallies: {name} are not what a recount gives ({kept} rows only kept, {counted} only counted)"
