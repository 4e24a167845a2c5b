"""What settling asks for every article, and pages for every list: found by an index, never by going through a table."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.store import (
    article_lists,
    articles,
    changes,
    claim_lists,
    copies,
    judgements,
    neighbours,
    overlaps,
    party_merges,
    settling,
    sketches,
    stories,
    voices,
    watches,
)
from onrecord.store.opening import open_record

Look = Callable[[sqlite3.Connection], object]
IDS = ("0" * 12, "1" * 12)
LOOKS: dict[str, Look] = {
    "sketches": lambda conn: sketches.sketches(conn, IDS),
    "known": lambda conn: sketches.known(conn, IDS),
    "names": lambda conn: sketches.names(conn, [1, 2]),
    "holders": lambda conn: sketches.holders(conn, 7, most=61),
    "address": lambda conn: sketches.at_address(conn, "gull.example/a"),
    "blocks": lambda conn: sketches.in_blocks(conn, [1, 2]),
    "newest": sketches.newest,
    "near": lambda conn: neighbours.near(conn, 1),
    "unlink": lambda conn: neighbours.unlink(conn, 1),
    "products": lambda conn: neighbours.products(conn, [("gull", 5)], (1, 200)),
    "overlaps": lambda conn: overlaps.overlaps(conn, IDS),
    "copies": lambda conn: copies.copies_of(conn, IDS),
    "versions": lambda conn: copies.versions_of(conn, IDS),
    "articles": lambda conn: articles.by_ids(conn, IDS),
    "members": lambda conn: stories.members(conn, frozenset(IDS)),
    "voices": lambda conn: voices.settled_as(conn, [("Norland", None, None)]),
    "where voices speak": lambda conn: voices.articles_of(conn, [("Norland", None, None)]),
    "judgements about": lambda conn: judgements.about(conn, statements=IDS, articles=IDS, parties=("Norland",)),
    "merges of a name": lambda conn: party_merges.merges_of(conn, "Norland"),
    "put by": lambda conn: settling.put_by(conn, IDS[0]),
    "changes of keys": lambda conn: changes.of_keys(conn, "party", ["Norland"]),
    "changes of a kind": lambda conn: changes.of_kind(conn, "status"),
    "watches": lambda conn: watches.of_reader(conn, "ines"),
    "to tell": lambda conn: watches.to_tell(conn, 1),
    "voices of an article": lambda conn: voices.keep_voices(conn, IDS[0], {}),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_no_table_is_gone_through(tmp_path: Path, look: Look) -> None:
    asked: list[str] = []
    with closing(open_record(tmp_path / "record.db")) as conn:
        conn.set_trace_callback(asked.append)  # with the values in their places
        look(conn)
        conn.set_trace_callback(None)
        assert asked
        assert not [line for query in asked for line in _gone_through(conn, query)]


LISTS: dict[str, Look] = {
    "newest articles": lambda conn: article_lists.newest_own(conn, 10),
    "a page of articles": lambda conn: articles.newest(conn, 10, 20),
    "weightiest claims": lambda conn: claim_lists.page(conn, 10, 20),
    "weightiest of a status": lambda conn: claim_lists.page(conn, 10, 20, status="contested"),
    "latest changed": lambda conn: claim_lists.page(conn, 10, 20, order="change"),
    "latest changed of a status": lambda conn: claim_lists.page(conn, 10, 20, status="denied", order="change"),
    "claims of a story": lambda conn: claim_lists.of_story(conn, "0" * 20, 10, 20),
    "changed since": lambda conn: claim_lists.changed_since(conn, "2026-03-18", 10),
}


@pytest.mark.parametrize("look", LISTS.values(), ids=LISTS.keys())
def test_a_list_is_read_in_the_order_of_an_index(tmp_path: Path, look: Look) -> None:
    asked: list[str] = []
    with closing(open_record(tmp_path / "record.db")) as conn:
        conn.set_trace_callback(asked.append)
        look(conn)
        conn.set_trace_callback(None)
        lines = [row["detail"] for query in asked for row in conn.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert lines
    # As many rows are read as are shown: nothing is sorted, and no table is gone through in its own order.
    assert not [line for line in lines if "TEMP B-TREE" in line]
    assert not [line for line in lines if line.startswith("SCAN") and "INDEX" not in line]


def test_a_sorted_list_is_seen(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "record.db")) as conn:
        rows = conn.execute("EXPLAIN QUERY PLAN SELECT id FROM claims ORDER BY wording LIMIT 10").fetchall()
    assert any("TEMP B-TREE" in row["detail"] for row in rows)


def _gone_through(conn: sqlite3.Connection, query: str) -> list[str]:
    if query.startswith("--"):
        return []
    lines = [row["detail"] for row in conn.execute(f"EXPLAIN QUERY PLAN {query}")]
    return [line for line in lines if line.startswith("SCAN") and "json_each" not in line]
