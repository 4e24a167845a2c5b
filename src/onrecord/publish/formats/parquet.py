"""Apache Parquet: a folder of tables with nested columns, dates, and moments of UTC, packed with zstd."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack
from pathlib import Path

from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.gathering import part_of
from onrecord.publish.parquet_files import replacing_table
from onrecord.publish.rows import table_rows
from onrecord.publish.tables import TABLES
from onrecord.publish.writing import Written
from onrecord.store.opening import snapshot

name = "parquet"
tells = "a folder of tables for analysis"
of = ("article", "claim", "story")


def write(conn: sqlite3.Connection, out: Path, *, only: Chosen = WHOLE) -> Written:
    """Writes the tables into the folder ``out``, made if missing. Raises OSError."""
    paths = {table: out / f"{table}.parquet" for table in TABLES}
    with snapshot(conn), ExitStack() as open_files:
        files = {table: open_files.enter_context(replacing_table(path, table)) for table, path in paths.items()}
        for table, row in table_rows(conn, part_of(conn, only)):
            files[table].put(row)
    return Written({path: files[table].count for table, path in paths.items()})
