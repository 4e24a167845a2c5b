"""Tables as Parquet files, written a group of rows at a time, so that memory stays small whatever their size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from onrecord.publish.tables import SCHEMA, TABLES, Column

GROUP = 10_000  # rows
GROUPS = {"articles": 1_000}  # with their texts a thousand take some megabytes
LEVEL = 3  # of zstd: beyond it files hardly shrink
_TYPES: Mapping[str, pa.DataType] = {
    "text": pa.string(),
    "number": pa.float64(),
    "whole": pa.int64(),
    "day": pa.date32(),
    "moment": pa.timestamp("ms", tz="UTC"),
    "yes": pa.bool_(),
}


class ParquetTable:
    """A file that is written row by row."""

    def __init__(self, path: Path, table: str) -> None:
        self.schema = schema(table)
        self.count = 0
        self.group = GROUPS.get(table, GROUP)
        self.rows: list[dict[str, Any]] = []
        self.writer = pq.ParquetWriter(path, self.schema, compression="zstd", compression_level=LEVEL)

    def put(self, row: dict[str, Any]) -> None:
        """Adds a row; every column of the table must be in it."""
        self.rows.append(row)
        self.count += 1
        if len(self.rows) >= self.group:
            self._flush()

    def close(self) -> None:
        """Writes what is left, and the end of the file."""
        self._flush()
        self.writer.close()

    def _flush(self) -> None:
        if self.rows:
            self.writer.write_table(pa.Table.from_pylist(self.rows, schema=self.schema))
            self.rows = []


@contextmanager
def replacing_table(path: Path, table: str) -> Iterator[ParquetTable]:
    """A table to be written that takes the place of ``path`` when all went well. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    try:
        made = ParquetTable(beside, table)
        try:
            yield made
        finally:
            made.close()
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def schema(table: str) -> pa.Schema:
    """The columns of a table; its metadata names the table and the version of all of them."""
    fields = [pa.field(name, _arrow(column)) for name, column in TABLES[table].items()]
    return pa.schema(fields, metadata={"onrecord.schema": SCHEMA, "onrecord.table": table})


def _arrow(column: Column) -> pa.DataType:
    if isinstance(column, str):
        return _TYPES[column]
    if isinstance(column, list):
        return pa.list_(pa.field("element", _arrow(column[0])))
    return pa.struct([pa.field(name, _arrow(one)) for name, one in column.items()])
