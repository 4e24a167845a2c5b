from __future__ import annotations

import gzip
import io
import pickle
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.model import Rejected
from onrecord.read import read_bytes
from onrecord.read.inputs import Piece, walk
from onrecord.read.jsonl import Row

NOTHING = io.BytesIO()


def names(*inputs: str) -> list[str]:
    return [one.input if isinstance(one, Rejected) else Path(one[0]).name for one in walk(inputs, NOTHING)]


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a/z.txt", "a/c.txt", ".hidden", ".git/x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(str(tmp_path)) == ["c.txt", "z.txt", "b.html"]


def test_stdin() -> None:
    assert list(walk(["-"], io.BytesIO(b"Rain\nfell"))) == [Piece("-", b"Rain\nfell")]


def test_what_is_not_there_is_refused() -> None:
    (missing,) = walk(["no/such.html"], NOTHING)
    (network,) = walk(["https://h.example/1"], NOTHING)
    (other,) = walk(["ftp://h.example/1"], NOTHING)
    assert other == Rejected(
        "ftp://h.example/1", "read", "no such file or folder, and of addresses only http and https are fetched"
    )
    assert isinstance(missing, Rejected)
    assert missing.reason == "no such file or folder"
    assert isinstance(network, Rejected)
    assert "network" in network.reason


def test_never_more_than_the_cap(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<" * 1000)
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(b"<" * 1000))
    assert [len(one[1]) for one in walk([str(tmp_path)], NOTHING, max_bytes=50) if not isinstance(one, Rejected)] == [
        51,
        51,
    ]


def test_json_lines_stream_row_by_row(tmp_path: Path) -> None:
    rows = b'{"text": "a"}\n\n{"text": "b"}\n'
    (tmp_path / "c.jsonl").write_bytes(rows)
    (tmp_path / "d.jsonl.gz").write_bytes(gzip.compress(rows))
    found = [one[1] for one in walk([str(tmp_path), "-"], io.BytesIO(rows)) if not isinstance(one, Rejected)]
    assert found == [b'{"text": "a"}\n', b'{"text": "b"}\n'] * 3


def test_blank_lines_are_counted_and_a_file_of_nothing_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n \r\n" * 500_000 + b'{"text": "a"}\n' + b"\n" * 200_000 + b"{}\n")
    first, second = (one for one in walk([str(tmp_path)], NOTHING) if isinstance(one, Piece))
    assert isinstance(first.data, Row)
    assert isinstance(second.data, Row)
    assert (first.data.line, second.data.line) == (1_000_001, 1_200_002)
    for nothing in (b"", b"\n" * 1000, b" \n \r\n "):
        (tmp_path / "a.jsonl").write_bytes(nothing)
        (refused,) = walk([str(tmp_path)], NOTHING)
        assert isinstance(refused, Rejected)
        assert refused.reason == "empty file"


def test_a_damaged_gzip_file_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>" * 900)[:-12])
    (tmp_path / "b.txt").write_text("x")
    first, second = walk([str(tmp_path)], NOTHING)
    assert isinstance(first, Rejected)
    assert second == Piece(str(tmp_path / "b.txt"), b"x")


def test_an_empty_name_is_not_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    (found,) = walk([""], NOTHING)
    assert isinstance(found, Rejected)
    assert "empty name" in found.reason


def test_links_in_a_circle_are_walked_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "loop").symlink_to(".")
    assert names(str(tmp_path)) == ["x.txt"]
    assert names(str(tmp_path), str(tmp_path / "a")) == ["x.txt", "x.txt"]


def refusals(rows: bytes, max_bytes: int = 1000) -> list[str]:
    pieces = [one for one in walk(["-"], io.BytesIO(rows), max_bytes=max_bytes) if not isinstance(one, Rejected)]
    sent = [pickle.loads(pickle.dumps(piece)) for piece in pieces]  # as to another process
    results = [one for name, data, _ in sent for one in read_bytes(name, data, Config(max_page_bytes=max_bytes))]
    return [one.reason for one in results if isinstance(one, Rejected)]


def test_a_row_keeps_the_number_of_its_line() -> None:
    rows = b'{"text": "a"}\n\n[1]\n{"id": 7}\n{"text": "b"}\n{"text": '
    assert refusals(rows) == [
        "line 3: not a JSON object",
        "line 4: none of text, html, dump",
        "line 6: not a JSON object",
    ]


def test_a_row_that_is_too_long_is_one_row() -> None:
    rows = b'{"text": "a"}\n{"text": "' + b"x" * 300 + b'"}\n{}\n'
    assert refusals(rows, 100) == ["too large: over 100 bytes", "line 3: none of text, html, dump"]
