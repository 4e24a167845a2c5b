"""CSV reads back equal, with any reader of RFC 4180, and no cell of it is a formula."""

from __future__ import annotations

import csv as reader
import json
import re
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from onrecord.publish.cells import cell, plain
from onrecord.publish.chosen import WHOLE
from onrecord.publish.formats import csv
from onrecord.publish.gathering import part_of
from onrecord.publish.rows import table_rows
from onrecord.publish.tables import TABLES
from onrecord.store.opening import open_record
from tests.publish.assessed_record import assessed_record, hostile
from tests.store.gold_record import keep_gold


def read_back(path: Path) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of a file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = reader.reader(file, strict=True)
    return header, rows


def written(conn: Any) -> dict[str, list[dict[str, Any]]]:
    """The rows that were to be written, by table."""
    found: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    for table, row in table_rows(conn, part_of(conn, WHOLE)):
        found[table].append(row)
    return found


@pytest.mark.parametrize("which", ["gold", "hostile"])
def test_every_cell_comes_back(tmp_path: Path, which: str) -> None:
    if which == "hostile":
        assessed_record(tmp_path / "r.db", hostile)
    with closing(open_record(tmp_path / "r.db")) as conn:
        if which == "gold":
            keep_gold(conn)
        made = csv.write(conn, tmp_path / "out")
        rows = written(conn)
    assert made.files == {tmp_path / "out" / f"{table}.csv": len(held) for table, held in rows.items()}
    for table, held in rows.items():
        header, back = read_back(tmp_path / "out" / f"{table}.csv")
        assert header == list(TABLES[table])
        assert back == [[str(cell(row[name])) for name in header] for row in held]
        for sheet, row in zip(back, held, strict=True):
            for name, shown in zip(header, sheet, strict=True):
                check(TABLES[table][name], shown, row[name])


def check(column: Any, shown: str, value: Any) -> None:
    """A cell is harmless, and what it was is got back from it."""
    if value in (None, ""):
        assert shown == ""
    elif column == "text":
        assert unicodedata.normalize("NFKC", shown.lstrip()[0])[0] not in "=+-@"
        assert plain(shown) == value
    elif column in ("number", "whole"):
        assert float(shown) == value
    elif not isinstance(column, str):
        assert json.loads(shown) == value


def test_it_is_rfc_4180_and_says_that_it_is_utf_8(tmp_path: Path) -> None:
    assessed_record(tmp_path / "r.db", hostile)
    with closing(open_record(tmp_path / "r.db")) as conn:
        csv.write(conn, tmp_path / "out")
    data = (tmp_path / "out" / "claims.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,story,wording,")
    # Outside of quotation marks every line ends with CR LF, and there is no other control.
    bare = re.sub(rb'"(?:[^"]|"")*"', b"", data)
    assert bare.count(b"\r\n") == bare.count(b"\n") == bare.count(b"\r") == 3


def test_what_columns_are_is_told(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "r.db")) as conn:
        csv.write(conn, tmp_path / "out")
    told = json.loads((tmp_path / "out" / csv.METADATA).read_text(encoding="utf-8"))
    assert told == csv.metadata()
    assert {one["url"] for one in told["tables"]} == {f"{table}.csv" for table in TABLES}
    columns = {one["name"]: one["datatype"] for one in told["tables"][0]["tableSchema"]["columns"]}
    assert (columns["published"], columns["fetched"], columns["byline"]) == ("date", "dateTime", "json")
