from __future__ import annotations

import gzip
import io
import json
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.model import Page, Rejected
from onrecord.read import read_bytes, zips
from onrecord.read.inputs import Piece, walk

PAGE = b"<!DOCTYPE html><html><head><title>Ferry</title></head><body><p>The ferry was late.</p></body></html>"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
HEADERS = (
    "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://h.example/1\r\nWARC-Date: 2026-10-01T10:00:00Z\r\n"
)
WARC = f"{HEADERS}Content-Length: {len(ANSWER)}\r\n\r\n".encode() + ANSWER + b"\r\n\r\n"


def packed(files: dict[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", way) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


class Pipe(io.RawIOBase):
    """Standard input that cannot be gone back in."""

    def __init__(self, data: bytes) -> None:
        self.data = io.BytesIO(data)

    def read(self, size: int = -1) -> bytes:
        return self.data.read(size)

    def seekable(self) -> bool:
        return False


def found(data: bytes, max_bytes: int = 1_000_000) -> list[Piece | Rejected]:
    return list(walk(["-"], io.BytesIO(data), max_bytes=max_bytes))


def told(data: bytes, max_bytes: int = 1_000_000) -> list[str]:
    return [one.reason if isinstance(one, Rejected) else one.name for one in found(data, max_bytes)]


def test_entries_are_read_like_files_of_a_folder(tmp_path: Path) -> None:
    files = {
        "b/c.html": PAGE,
        ".x": b"x",
        "__MACOSX/b/c.html": b"x",
        "b/.d/e": b"x",
        "a.txt.gz": gzip.compress(b"Rain"),
        "d/": b"",
    }
    data = packed(files)
    (tmp_path / "z.zip").write_bytes(data)
    name = str(tmp_path / "z.zip")
    assert list(walk([name], io.BytesIO())) == [Piece(f"{name}#b/c.html", PAGE), Piece(f"{name}#a.txt.gz", b"Rain")]
    assert list(walk(["-"], Pipe(data))) == [Piece("-#b/c.html", PAGE), Piece("-#a.txt.gz", b"Rain")]  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == [tmp_path / "z.zip"]


def test_rows_archives_and_one_more_zip_inside() -> None:
    files = {
        "r.jsonl": b'{"text": "a"}\n{"text": "b"}\n',
        "w.warc": WARC,
        "w.warc.gz": gzip.compress(WARC) * 2,
        "z.zip": packed({"a.html": PAGE, "y.zip": packed({"b.html": PAGE})}),
    }
    assert told(packed(files)) == [
        "-#r.jsonl",
        "-#r.jsonl",
        "-#w.warc#https://h.example/1",
        "-#w.warc.gz#https://h.example/1",
        "-#w.warc.gz#https://h.example/1 (2)",
        "-#z.zip#a.html",
        "zip archive inside two others: unpack it first",
    ]


def test_a_web_archive_is_its_warc_files() -> None:
    files = {
        "datapackage.json": json.dumps({"profile": "data-package"}).encode(),
        "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n{"url": "https://h.example/1", "text": "x"}\n',
        "indexes/index.cdx.gz": gzip.compress(b"x"),
        "archive/data.warc.gz": gzip.compress(WARC),
    }
    assert told(packed(files, zipfile.ZIP_STORED)) == ["-#archive/data.warc.gz#https://h.example/1"]


def test_an_archive_at_hand_gives_the_same_as_one_that_streams() -> None:
    (page,) = read_bytes("a.zip", packed({"w.warc": WARC}), Config())
    assert isinstance(page, Page)
    assert (page.input, page.url) == ("a.zip#w.warc#https://h.example/1", "https://h.example/1")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (packed({}), "zip archive without files"),
        (packed({"[Content_Types].xml": b"", "word/document.xml": b""}), "office document: not read"),
        (packed({"mimetype": b"", "META-INF/container.xml": b""}), "e-book: not read"),
        (packed({"a.html": PAGE})[:-30], "damaged zip archive"),
        (b"PK\x03\x04" + bytes(40), "damaged zip archive"),
        (packed({"a.html": PAGE}, zipfile.ZIP_BZIP2), "packed in a way not read: pack it again as an ordinary zip"),
        (packed({"a.html": PAGE}, zipfile.ZIP_LZMA), "packed in a way not read: pack it again as an ordinary zip"),
        (packed({"a.html": bytes(9_000_000)}), "unpacks to far more than a page or archive would"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    assert told(data, 20_000_000) == [reason]


def test_encrypted_and_damaged_entries_are_refused_and_the_rest_read() -> None:
    data = bytearray(packed({"a.html": PAGE, "b.html": PAGE, "c.html": PAGE}))
    first, second = data.find(b"PK\x01\x02"), data.find(b"PK\x03\x04", 9)
    data[first + 8] |= 1
    data[second + 50] ^= 0xFF
    assert told(bytes(data)) == [
        "encrypted: unpack it with its password first",
        "damaged where it is packed in its archive",
        "-#c.html",
    ]


def test_paths_are_names_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["../../up.html", "/etc/root.html", "C:\\x.html", "a\x1b[2J.html", "x" * 900]
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = double(dict.fromkeys(names, PAGE))
    assert told(data) == ["-#../../up.html", "-#/etc/root.html", "-#C:\\x.html", "-#4", "-#5", "-#6"]
    assert list(tmp_path.iterdir()) == []


def double(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in [*files.items(), list(files.items())[-1]]:
            archive.writestr(name, data)
    return out.getvalue()


def test_bombs_are_put_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "FREE_IN_ALL", 5_000_000)
    # Many entries in the list, all of them the same bytes of the file.
    data = packed({"a.html": b" " * 1_900_000})
    at, end = data.find(b"PK\x01\x02"), data.find(b"PK\x05\x06")
    many = (
        data[:at] + data[at:end] * 500 + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 500, 500, (end - at) * 500, at, 0)
    )
    reasons = told(many, 2_000_000)
    assert reasons[-1] == "zip archive that unpacks to far more than its size: the rest is not read"
    assert len(reasons) < 20


def test_a_list_of_entries_too_long_for_memory_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_LIST_BYTES", 1000)
    assert told(packed({f"{n}.html": PAGE for n in range(50)})) == ["zip archive with too many entries"]
    monkeypatch.undo()
    monkeypatch.setattr(zips, "MOST_ENTRIES", 2)
    assert told(packed({f"{n}.html": PAGE for n in range(5)}))[2:] == ["3 files beyond the first 2 are not read"]


def test_too_large_for_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_SPOOLED", 100)
    (refused,) = walk(["-"], Pipe(packed({"a.html": PAGE})))  # type: ignore[arg-type]
    assert isinstance(refused, Rejected)
    assert "too large" in refused.reason


WHOLE = packed({"a.html": PAGE, "w.warc.gz": gzip.compress(WARC) * 2, "z.zip": packed({"r.jsonl": b'{"text": "a"}\n'})})


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=12), st.integers(0, 40))
def test_mutated_archives_give_pieces_or_reasons(at: int, new: bytes, cut: int) -> None:
    changed = WHOLE[:at] + new + WHOLE[at + cut :]
    for one in found(changed):
        assert isinstance(one, Piece) or one.reason
    assert told(changed) == told(changed)
