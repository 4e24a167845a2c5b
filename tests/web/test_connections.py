"""Connections that stay open never show a record that is gone, and its state is another after every commit."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.store import tallies
from onrecord.store.opening import open_record
from onrecord.web.connections import Connections, Watch
from tests.publish.small_record import plain, small_record

ELSEWHERE = """
import sys; from pathlib import Path
from onrecord.store import tallies; from onrecord.store.opening import open_record
tallies.set_mark(open_record(Path(sys.argv[1])), "test", sys.argv[2])
"""


def mark(connections: Connections) -> str | None:
    with connections.reading() as conn:
        return tallies.mark(conn, "test")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    small_record(path, plain)
    return path


def test_what_another_process_commits_is_seen(record: Path) -> None:
    connections, watch = Connections(record), Watch(record)
    before = watch.state()
    assert mark(connections) is None
    assert watch.state() == before
    subprocess.run([sys.executable, "-c", ELSEWHERE, str(record), "one"], check=True, timeout=60)
    assert before is not None
    assert watch.state() not in (before, None)
    assert mark(connections) == "one"


def test_every_commit_is_another_state(record: Path) -> None:
    watch = Watch(record)
    with closing(open_record(record)) as conn:
        states = []
        for n in range(20):
            states += [watch.state(), watch.state()]
            tallies.set_mark(conn, "test", str(n))
    assert states[::2] == states[1::2]
    assert len(set(states)) == 20


def test_a_record_in_its_place_is_another(record: Path, tmp_path: Path) -> None:
    connections, watch = Connections(record), Watch(record)
    before = watch.state()
    assert mark(connections) is None
    with closing(open_record(tmp_path / "other.db")) as conn:
        tallies.set_mark(conn, "test", "other")
    (tmp_path / "other.db").replace(record)
    for beside in ("-wal", "-shm"):
        record.with_name(record.name + beside).unlink(missing_ok=True)
    assert watch.state() != before
    assert mark(connections) == "other"


def test_no_record_has_no_state(tmp_path: Path) -> None:
    watch, connections = Watch(tmp_path / "none.db"), Connections(tmp_path / "none.db")
    assert watch.state() is None
    with pytest.raises(RecordError, match="onrecord add"), connections.reading():
        pass


def test_a_record_that_is_none_has_no_state(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("not a record")
    assert Watch(tmp_path / "note.txt").state() is None


def test_a_layout_changed_meanwhile_is_said(record: Path) -> None:
    connections = Connections(record)
    assert mark(connections) is None
    with closing(open_record(record)) as conn:
        conn.execute("PRAGMA user_version = 9999")
    with pytest.raises(RecordError, match="newer onrecord"), connections.reading():
        pass


def test_a_connection_is_used_again(record: Path) -> None:
    connections = Connections(record)
    with connections.reading() as first:
        pass
    with connections.reading() as second:
        assert second is first
        with connections.reading() as third:
            assert third is not first


def test_a_page_that_failed_leaves_no_transaction(record: Path) -> None:
    connections = Connections(record)
    with pytest.raises(ValueError, match="page"), connections.reading() as conn:
        raise ValueError("page")
    with connections.reading() as again:
        assert again is conn
    assert not again.in_transaction
