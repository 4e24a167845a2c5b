"""A record is recognised, made, kept up to date, and nothing else is taken for one."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.model import article_id
from onrecord.store import articles, pages, statements
from onrecord.store.checking import check
from onrecord.store.opening import APPLICATION_ID, open_record, snapshot, statements_of, transaction
from onrecord.store.pages import Kept


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


@pytest.mark.parametrize("hurt", [b"CREAT\xff TABLE articles", b"CREATX TABLE articles"])
def test_a_record_with_a_damaged_layout_is_told_of_at_once(tmp_path: Path, hurt: bytes) -> None:
    path = tmp_path / "record.db"
    with closing(open_record(path)) as conn:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE articles", hurt))
    for readonly in (True, False):
        with pytest.raises(RecordError, match="cannot be used as a record"):
            open_record(path, readonly=readonly)


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
            pages.keep_page(empty, Kept("0" * 64, "a.html", "2026-01-01T00:00:00Z"), b"page")
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        half()
    assert pages.page_bytes(empty, "0" * 64) is None


def test_a_reader_sees_whole_pages_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    with closing(open_record(path)) as writer, closing(open_record(path, readonly=True)) as reader:
        with transaction(writer):
            pages.keep_page(writer, Kept("1" * 64, "a.html", "2026-01-01T00:00:00Z"), b"page")
            assert pages.page_bytes(reader, "1" * 64) is None
        assert pages.page_bytes(reader, "1" * 64) == b"page"


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


def older_record(path: Path, version: int) -> sqlite3.Connection:
    """A record as the program of that version of the layout left it, with a page and an article."""
    folder = files("onrecord.store")
    scripts = [folder / "schema.sql", *sorted((folder / "migrations").iterdir(), key=lambda one: one.name)]
    conn = sqlite3.connect(path, isolation_level=None)
    for script in scripts[:version]:
        conn.executescript(script.read_text(encoding="utf-8"))
    conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.execute(f"PRAGMA user_version = {version}")
    data = b"<p>The ferry was late.</p>"
    digest = hashlib.sha256(data).hexdigest()
    page = (digest, "gull.html", "2026-03-18T08:00:00Z", len(data), zlib.compress(data))
    conn.execute("INSERT INTO pages (digest, input, added, size, packed) VALUES (?, ?, ?, ?, ?)", page)
    known = {"id": article_id(None, "Late", "The ferry was late."), "page": digest, "input": "gull.html"}
    told = {"headline": "Late", "text": "The ferry was late.", "text_key": "k", "published_precision": "unknown"}
    lists = dict.fromkeys(("byline", "published_reasons", "furniture"), "[]")
    values = {**known, **told, **lists, "published_confidence": 0.0}
    named = ", ".join(f":{name}" for name in values)
    conn.execute(f"INSERT INTO articles ({', '.join(values)}) VALUES ({named})", values)
    conn.execute("INSERT INTO finds VALUES (?, ?, 'e')", (digest, known["id"]))
    return conn


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_record_of_an_older_version_is_read_on(tmp_path: Path, version: int) -> None:
    path = tmp_path / "older.db"
    older_record(path, version).close()
    with closing(open_record(path)) as conn:
        (one,) = articles.articles(conn)
        assert (one.text, one.parts, one.notes, one.signals) == ("The ferry was late.", (), (), ())
        assert (one.canonical, one.section) == (None, None)
        assert statements.of_article(conn, one.id) == []
        assert check(conn) == []


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
