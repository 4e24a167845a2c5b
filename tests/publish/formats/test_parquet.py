"""Parquet reads back equal, typed as the schema says."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onrecord.publish import parquet_files
from onrecord.publish.chosen import WHOLE
from onrecord.publish.formats import parquet
from onrecord.publish.gathering import part_of
from onrecord.publish.parquet_files import replacing_table, schema
from onrecord.publish.rows import table_rows
from onrecord.publish.tables import SCHEMA, TABLES
from onrecord.store.opening import open_record
from tests.store.gold_record import keep_gold


def test_every_table_reads_back_equal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_files, "GROUP", 50)
    with closing(open_record(tmp_path / "r.db")) as conn:
        keep_gold(conn)
        made = parquet.write(conn, tmp_path / "out")
        rows = list(table_rows(conn, part_of(conn, WHOLE)))
    for table in TABLES:
        path = tmp_path / "out" / f"{table}.parquet"
        back = pq.read_table(path)
        assert back.schema.equals(schema(table))
        assert back.schema.metadata == schema(table).metadata
        assert back.to_pylist() == [row for named, row in rows if named == table]
        assert made.files[path] == back.num_rows
    groups = pq.ParquetFile(tmp_path / "out" / "statements.parquet").metadata
    assert groups.num_row_groups == 7
    assert groups.row_group(0).column(0).compression == "ZSTD"


def test_types_are_proper() -> None:
    found = schema("articles")
    assert found.field("published").type == pa.date32()
    assert found.field("fetched").type == pa.timestamp("ms", tz="UTC")
    assert found.field("byline").type.value_type == pa.string()
    assert pa.types.is_struct(schema("statements").field("content").type)
    assert found.metadata == {b"onrecord.schema": SCHEMA.encode(), b"onrecord.table": b"articles"}


def test_a_table_that_fails_leaves_what_was(tmp_path: Path) -> None:
    path = tmp_path / "copies.parquet"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), replacing_table(path, "copies") as table:
        table.put({"article": "a", "of": "b", "relation": "copy", "why": str(1 // 0)})
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["copies.parquet"]
