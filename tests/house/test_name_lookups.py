"""What pages of names, outlets and search ask of the record: no table is gone through for one name."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.store import names, outlets, received, said, seeking
from onrecord.store.opening import open_record
from onrecord.store.seeking import Sorting, Sought

IDS = ("0" * 12, "1" * 12)
AT = Sorting(9)
LOOKS: dict[str, Callable[[sqlite3.Connection], object]] = {
    "outlet": lambda conn: outlets.outlet(conn, "Gull"),
    "articles of an outlet": lambda conn: outlets.articles(conn, "Gull", 9, 0),
    "corrected": lambda conn: outlets.corrected(conn, "Gull", 9),
    "edited": lambda conn: outlets.edited(conn, "Gull", 9),
    "firsts": lambda conn: outlets.firsts(conn, "Gull", 9),
    "carried": lambda conn: outlets.keep_carried(conn, IDS),
    "stood": lambda conn: said.positions(conn, "Ada", 9),
    "offices": lambda conn: names.offices(conn, "Ada", 9),
    "speaks for": lambda conn: names.speaks_for(conn, "Ada"),
    "refused": lambda conn: received.refused(conn, "read", "too large", (9, 0)),
    "sought by speaker": lambda conn: seeking.rows(conn, "statement_words", Sought(speaker="a", stance="denies"), AT),
    "sought by outlet": lambda conn: seeking.rows(conn, "statement_words", Sought(outlet="a", since="2026"), AT),
    "sought by stance": lambda conn: seeking.rows(conn, "statement_words", Sought(stance="denies"), AT),
    "sought by day": lambda conn: seeking.rows(conn, "statement_words", Sought(since="2026", until="2027"), AT),
    "said": lambda conn: said.counted(conn, "Ada"),
    "of a name": lambda conn: said.of_name(conn, "Ada", 9),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_no_table_is_gone_through(tmp_path: Path, look: Callable[[sqlite3.Connection], object]) -> None:
    asked: list[str] = []
    with closing(open_record(tmp_path / "record.db")) as conn:
        conn.set_trace_callback(asked.append)  # with the values in their places
        look(conn)
        conn.set_trace_callback(None)
        tables = {row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert asked
        assert not [line for query in asked for line in _gone_through(conn, query, tables)]


def test_a_table_that_is_gone_through_is_seen(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "record.db")) as conn:
        assert _gone_through(conn, "SELECT * FROM said AS one WHERE one.relayed", {"said"})
        assert not _gone_through(conn, "SELECT * FROM said WHERE id = 'a'", {"said"})


def _gone_through(conn: sqlite3.Connection, query: str, tables: set[str]) -> list[str]:
    """The steps that go through a table from end to end, whatever it is called there."""
    if query.startswith("--"):
        return []
    named = dict(re.findall(r"(\w+) AS (\w+)", query))
    real = tables | {alias for table, alias in named.items() if table in tables}
    lines = [row["detail"] for row in conn.execute(f"EXPLAIN QUERY PLAN {query}")]
    return [line for line in lines if line.startswith("SCAN") and line.split()[1] in real]
