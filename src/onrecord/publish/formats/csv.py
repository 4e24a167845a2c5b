"""CSV (RFC 4180): a folder of tables, safe to open in a spreadsheet, with what its columns are (W3C CSV on the Web).

UTF-8, with a mark at the beginning of each file that tells spreadsheets so; rows end with CR LF; unknown is empty.
"""

from __future__ import annotations

import csv
import sqlite3
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from onrecord.publish.cells import cell
from onrecord.publish.chosen import WHOLE, Chosen
from onrecord.publish.gathering import part_of
from onrecord.publish.json_files import dumped, replacing
from onrecord.publish.rows import table_rows
from onrecord.publish.tables import SCHEMA, TABLES, Column
from onrecord.publish.writing import Written
from onrecord.store.opening import snapshot

name = "csv"
tells = "a folder of tables, safe to open in a spreadsheet"
of = ("article", "claim", "story")

METADATA = "csv-metadata.json"
_BOM = "\ufeff"
_TYPES = {
    "text": "string",
    "number": "double",
    "whole": "integer",
    "day": "date",
    "moment": "dateTime",
    "yes": "boolean",
}


def write(conn: sqlite3.Connection, out: Path, *, only: Chosen = WHOLE) -> Written:
    """Writes the tables into the folder ``out``, made if missing. Raises OSError."""
    counts: Counter[str] = Counter()
    with snapshot(conn), ExitStack() as open_files:
        sheets = {}
        for table, columns in TABLES.items():
            file = open_files.enter_context(replacing(out / f"{table}.csv", newline=""))
            file.write(_BOM)
            sheets[table] = csv.writer(file)
            sheets[table].writerow(columns)
        for table, row in table_rows(conn, part_of(conn, only)):
            sheets[table].writerow([cell(row[column]) for column in TABLES[table]])
            counts[table] += 1
    with replacing(out / METADATA) as file:
        file.write(dumped(metadata()) + "\n")
    return Written({out / f"{table}.csv": counts[table] for table in TABLES})


def metadata() -> dict[str, Any]:
    """What the columns of the tables are, as CSV on the Web has it; lists and what has parts are JSON in a cell."""
    tables = [
        {"url": f"{table}.csv", "tableSchema": {"columns": [_column(*one) for one in columns.items()]}}
        for table, columns in TABLES.items()
    ]
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:conformsTo": SCHEMA,
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tables": tables,
    }


def _column(called: str, column: Column) -> dict[str, Any]:
    return {"name": called, "titles": called, "datatype": _TYPES[column] if isinstance(column, str) else "json"}
