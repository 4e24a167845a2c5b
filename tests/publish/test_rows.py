from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import Furniture, Teaser
from onrecord.publish.chosen import WHOLE
from onrecord.publish.gathering import part_of
from onrecord.publish.rows import article_row, day, furniture_rows, moment, table_rows
from onrecord.publish.tables import TABLES, Column
from onrecord.store.opening import open_record
from tests.publish.assessed_record import assessed_record
from tests.publish.small_record import article, plain

TYPES: dict[str, type | tuple[type, ...]] = {
    "text": str,
    "number": (int, float),
    "whole": int,
    "day": date,
    "moment": datetime,
    "yes": bool,
}


def fits(value: Any, column: Column) -> bool:
    """True where the value is of the column's type, or unknown."""
    if value is None:
        return True
    if isinstance(column, str):
        return isinstance(value, TYPES[column])
    if isinstance(column, list):
        return isinstance(value, list) and all(fits(one, column[0]) for one in value)
    return value.keys() == column.keys() and all(fits(value[key], column[key]) for key in column)


def test_every_row_has_the_columns_of_its_table(tmp_path: Path) -> None:
    assessed_record(tmp_path / "r.db", plain)
    with closing(open_record(tmp_path / "r.db")) as conn:
        rows = list(table_rows(conn, part_of(conn, WHOLE)))
    assert {table for table, _ in rows} == set(TABLES)
    for table, row in rows:
        assert list(row) == list(TABLES[table]), table
        assert all(fits(row[name], column) for name, column in TABLES[table].items()), (table, row)
    signed = [row for table, row in rows if table == "claims" and row["assessment_source"]]
    assert [(row["assessment_source"], row["assessment_information"], row["assessment_stale"]) for row in signed] == [
        ("B", "2", False)
    ]
    copied = [row["copy_of"] for table, row in rows if table == "articles"]
    assert copied[0] is None
    assert copied[1] is not None


@pytest.mark.parametrize("value", [None, "", "2026", "2026-03", "2026-02-31", "20260302xx"])
def test_less_than_a_day_is_no_day(value: str | None) -> None:
    assert day(value) is None


def test_moments_are_of_utc() -> None:
    assert moment("2026-03-02T08:05:00+02:00") == datetime(2026, 3, 2, 6, 5, tzinfo=UTC)
    assert moment("2026-03-02T08:05:00.5Z") == datetime(2026, 3, 2, 8, 5, tzinfo=UTC)
    assert moment("soon") is None
    assert day("2026-03-02") == date(2026, 3, 2)


def test_an_article_that_nothing_is_kept_of() -> None:
    row = article_row(article("one", plain), None)
    assert (row["fetched"], row["page_size"], row["copy_of"]) == (None, None, None)


def test_a_block_without_items_is_a_row() -> None:
    blocks = (Furniture("hot", "Hot"), Furniture("other", "", (Teaser("a"), Teaser("b"))))
    rows = list(furniture_rows(replace(article("one", plain), furniture=blocks)))
    assert [(row["block"], row["item"], row["headline"]) for row in rows] == [(0, None, None), (1, 0, "a"), (1, 1, "b")]
