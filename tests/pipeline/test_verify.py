"""A recount that comes out otherwise is a problem."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.pipeline.keep import add, settle_record
from onrecord.pipeline.verify import verify
from onrecord.store.opening import open_record
from tests.pipeline.stand_ins import GoldReader, gold_inputs


def test_tallies_must_equal_a_recount(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "record.db")) as conn:
        list(add(conn, gold_inputs()[:14], Config(), now="2026-03-18T08:00:00Z", reader=GoldReader()))
        assert [one.split(";")[0] for one in verify(conn)] == ["tallies: something was read since they were made"]
        settle_record(conn)
        assert verify(conn) == []
        changes = {
            "parties": "UPDATE parties SET party = 'Nowhere' WHERE statement = (SELECT min(statement) FROM parties)",
            "copies": "DELETE FROM copies",
            "claims": "UPDATE claims SET status = 'corroborated' WHERE n = (SELECT min(n) FROM claims)",
            "stories": "UPDATE stories SET heat = heat + 1 WHERE n = (SELECT min(n) FROM stories)",
            "indexes": "DELETE FROM prints WHERE print % 2",
        }
        for change in changes.values():
            conn.execute(change)
        assert [one.split()[1] for one in verify(conn)] == list(changes)
        conn.execute("UPDATE marks SET value = 'older'")
        assert [one.split(";")[0] for one in verify(conn)] == ["tallies: made by other rules than these"]
        assert settle_record(conn)
        assert verify(conn) == []


def test_a_record_in_which_nothing_was_read_yet_holds_together(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "record.db")) as conn:
        assert verify(conn) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE articles SET parts = '[{'", "a list in it is damaged"),
        ("UPDATE statements SET content_spans = 'x'", "a list in its statements is damaged"),
        ("UPDATE pages SET packed = x'00'", "its bytes do not unpack"),
    ],
)
def test_damage_is_told_and_nothing_is_raised(tmp_path: Path, change: str, said: str) -> None:
    with closing(open_record(tmp_path / "record.db")) as conn:
        list(add(conn, gold_inputs()[:3], Config(), now="2026-03-18T08:00:00Z", reader=GoldReader()))
        settle_record(conn)
        conn.execute(change)
        problems = verify(conn)
        assert len([one for one in problems if said in one]) >= 3
        assert any("cannot be counted again" in one for one in problems) == ("pages" not in change)


def test_a_file_with_holes_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with closing(open_record(path)) as conn:
        list(add(conn, gold_inputs()[:6], Config(), now="2026-03-18T08:00:00Z", reader=GoldReader()))
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    for at in range(15 * len(data) // 16 // 4096 * 4096, len(data) - 4096, 2 * 4096):
        data[at : at + 4096] = bytes(4096)
    path.write_bytes(data)
    with closing(open_record(path)) as conn:
        assert [one for one in verify(conn) if one.startswith("file: ")]
