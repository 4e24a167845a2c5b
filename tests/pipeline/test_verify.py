"""A recount that comes out otherwise is a problem."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

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
            "claims": "UPDATE claims SET status = 'corroborated' WHERE n = 0",
            "stories": "UPDATE stories SET heat = heat + 1 WHERE n = 0",
            "parties": "UPDATE parties SET party = 'Nowhere' WHERE rowid = 1",
            "copies": "DELETE FROM copies",
        }
        for change in changes.values():
            conn.execute(change)
        assert [one.split()[1] for one in verify(conn)] == ["parties", "copies", "claims", "stories"]
        conn.execute("UPDATE marks SET value = 'older'")
        assert [one.split(";")[0] for one in verify(conn)] == ["tallies: made by other rules than these"]
        assert settle_record(conn)
        assert verify(conn) == []
