"""A record is recognised, made, kept up to date, and nothing else is taken for one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.store import articles
from onrecord.store.opening import changes_elsewhere, open_record, snapshot, statements_of, transaction


def test_a_new_record_is_empty_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    for _ in range(2):
        with closing(open_record(path)) as conn:
            assert articles.articles(conn) == []
            assert conn.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
            assert conn.execute("PRAGMA foreign_keys").fetchone()[0] == 1


@pytest.mark.parametrize("options", [{"readonly": True}, {"make": False}])
def test_a_missing_record_is_not_made(tmp_path: Path, options: dict[str, bool]) -> None:
    with pytest.raises(RecordError, match=r"there is none at .*none.db; make one with: onrecord add"):
        open_record(tmp_path / "none.db", **options)
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("data", [b"not a database at all, but long enough to be looked at" * 20, b"{}"])
def test_another_file_is_no_record(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(data)
    with pytest.raises(RecordError, match="not a database"):
        open_record(path)
    assert path.read_bytes() == data


def test_another_database_is_no_record_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE birds (name TEXT)")
    before = path.read_bytes()
    for readonly in (True, False):
        with pytest.raises(RecordError, match="not one of onrecord's"):
            open_record(path, readonly=readonly)
    assert path.read_bytes() == before


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be opened"):
        open_record(tmp_path)


def test_a_newer_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with closing(open_record(path)) as conn:
        conn.execute("PRAGMA user_version = 99")
    for readonly in (True, False):
        with pytest.raises(RecordError, match="written by a newer onrecord"):
            open_record(path, readonly=readonly)


def test_a_read_only_connection_changes_nothing(gold_file: Path) -> None:
    with closing(open_record(gold_file, readonly=True)) as conn:
        assert articles.counted(conn) > 30
        for change in ("DELETE FROM articles", "CREATE TABLE birds (name TEXT)", "DROP TABLE claims"):
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                conn.execute(change)


def test_a_transaction_is_all_or_nothing(empty: sqlite3.Connection) -> None:
    def half() -> None:
        with transaction(empty):
            articles.keep_page(empty, "0" * 64, "a.html", b"page", "2026-01-01T00:00:00Z")
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        half()
    assert articles.page_bytes(empty, "0" * 64) is None


def test_a_reader_sees_whole_pages_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    with closing(open_record(path)) as writer, closing(open_record(path, readonly=True)) as reader:
        with transaction(writer):
            articles.keep_page(writer, "1" * 64, "a.html", b"page", "2026-01-01T00:00:00Z")
            assert articles.page_bytes(reader, "1" * 64) is None
        assert articles.page_bytes(reader, "1" * 64) == b"page"


def test_a_script_falls_into_whole_statements() -> None:
    table, trigger = "CREATE TABLE a (b); -- a note; with a semicolon\n", "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n"
    body, unfinished = "    DELETE FROM a; DELETE FROM a;\nEND;\n", "DROP TABLE a"
    assert list(statements_of(table + trigger + body + unfinished)) == [table, trigger + body, unfinished]


def test_an_older_record_is_brought_up_to_date_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, scripts = tmp_path / "old.db", tmp_path / "scripts"
    (scripts / "migrations").mkdir(parents=True)
    (scripts / "schema.sql").write_text("CREATE TABLE birds (name TEXT);\n")
    monkeypatch.setattr("onrecord.store.opening.files", lambda _: scripts)
    with closing(open_record(path)) as conn:
        conn.execute("INSERT INTO birds VALUES ('gull')")
    (scripts / "migrations" / "0002.sql").write_text("ALTER TABLE birds ADD COLUMN legs INTEGER;\n")
    (scripts / "migrations" / "0003.sql").write_text("UPDATE birds SET legs = 2;\nUPDATE bees SET legs = 6;\n")
    with pytest.raises(RecordError, match="older onrecord; bring it up to date with: onrecord check"):
        open_record(path, readonly=True)
    with pytest.raises(RecordError, match="no such table: bees"):
        open_record(path)
    (scripts / "migrations" / "0003.sql").write_text("UPDATE birds SET legs = 2;\n")
    for _ in range(2):
        with closing(open_record(path)) as conn:
            assert [tuple(row) for row in conn.execute("SELECT * FROM birds")] == [("gull", 2)]
            assert conn.execute("PRAGMA user_version").fetchone()[0] == 3


def test_a_record_of_version_one_learns_what_statements_rest_on(tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    with closing(open_record(path)) as conn:
        for column in ("basis", "confidence", "speaker_confidence"):
            conn.execute(f"ALTER TABLE statements DROP COLUMN {column}")
        conn.execute("PRAGMA user_version = 1")
    with closing(open_record(path)) as conn:
        columns = {row["name"]: row["dflt_value"] for row in conn.execute("PRAGMA table_info(statements)")}
    assert columns["basis"] == "'[]'"
    assert (columns["confidence"], columns["speaker_confidence"]) == ("1", "1")


def test_changes_of_another_connection_are_noticed(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    with closing(open_record(path)) as one, closing(open_record(path)) as other:
        before = changes_elsewhere(one)
        articles.keep_page(one, "1" * 64, "a.html", b"page", "2026-01-01T00:00:00Z")
        assert changes_elsewhere(one) == before, "its own changes are not another's"
        articles.keep_page(other, "2" * 64, "b.html", b"page", "2026-01-01T00:00:00Z")
        with transaction(one):
            assert changes_elsewhere(one) != before


def test_a_snapshot_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with closing(open_record(path)) as writer, closing(open_record(path, readonly=True)) as reader:
        with snapshot(reader):
            assert marks(reader) == 0
            writer.execute("INSERT INTO marks VALUES ('a', 'b')")
            assert marks(reader) == 0
        assert marks(reader) == 1


def test_a_snapshot_ends_with_whatever_goes_wrong_in_it(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "record.db")) as conn:
        with pytest.raises(ZeroDivisionError), snapshot(conn):
            raise ZeroDivisionError
        assert not conn.in_transaction


def marks(conn: sqlite3.Connection) -> int:
    return int(conn.execute("SELECT count(*) FROM marks").fetchone()[0])
