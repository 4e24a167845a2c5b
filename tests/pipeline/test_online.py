"""Inputs that are addresses stand among the others, in order."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.model import Capture, Reading, Rejected
from onrecord.pipeline.online import pieces
from onrecord.pipeline.sources import readings
from onrecord.read.inputs import Piece
from tests.fetch.server import FakeClock, Server, answer, fetcher, page

ALLOWED = Config(allow_private=("news.test",))
HTML = b"""<html><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1>
<p>The ferry to Portvale was two hours late on Monday, harbour master Ada Moreau said.</p>
<p>"Nobody could have known," she said, and promised that the next one would leave on time.</p></article></body>"""


def test_addresses_files_and_standard_input_in_order(server: Server, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"file")
    server.says["/b"] = page(b"web")
    inputs = [str(tmp_path / "a.html"), server.url("/b"), "-", "gone.html", server.url("/c")]
    found = list(pieces(inputs, io.BytesIO(b"typed"), ALLOWED, fetcher(FakeClock())))
    assert [one.data if isinstance(one, Piece) else one.reason for one in found] == [
        b"file",
        b"web",
        b"typed",
        "no such file or folder",
        "not fetched: news.test answered 404",
    ]
    web = found[1]
    assert isinstance(web, Piece)
    assert web.name == server.url("/b")
    assert isinstance(web.capture, Capture)
    assert (web.capture.url, web.capture.status) == (server.url("/b"), 200)


def test_a_fetched_page_is_read_with_its_address(server: Server) -> None:
    server.says |= {"/old": answer(301, location="/ferry"), "/ferry": page(HTML)}
    ((_, found),) = readings(pieces([server.url("/old")], io.BytesIO(), ALLOWED, fetcher(FakeClock())), ALLOWED)
    assert isinstance(found, Reading)
    assert (found.article.headline, found.article.url) == ("Ferry late", server.url("/ferry"))


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def test_pages_of_a_fetched_archive_are_pieces_of_their_own(server: Server) -> None:
    head = f"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://h.example/1\r\nContent-Length: {len(HTML)}"
    server.says |= {
        "/z": answer(200, zipped(a=HTML, b=HTML + b"<!-- -->"), content_type="application/zip"),
        "/w": answer(200, head.encode() + b"\r\n\r\n" + HTML, content_type="application/warc"),
        "/r": answer(200, b'{"id": "1", "text": "Rain."}\n{"id": "2", "text": "Snow."}', content_type="text/plain"),
        "/g": answer(200, gzip.compress(HTML), content_type="application/gzip"),
    }
    urls = [server.url(path) for path in ("/z", "/w", "/r", "/g")]
    found = [one for one in pieces(urls, io.BytesIO(), ALLOWED, fetcher(FakeClock())) if isinstance(one, Piece)]
    assert [one.name for one in found] == [
        *(f"{urls[0]}#a", f"{urls[0]}#b"),
        f"{urls[1]}#https://h.example/1",
        *(urls[2], urls[2]),
        urls[3],
    ]
    assert {one.data for one in (found[0], found[2], found[5])} == {HTML}, "as they are, unpacked"
    assert [one.capture and one.capture.url for one in found] == [
        None,
        None,
        "https://h.example/1",
        None,
        None,
        urls[3],
    ]
    assert all(one.capture and one.capture.fetched for one in (found[0], found[3], found[5])), "the moment is known"


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "klingon", "", "utf-8, utf-16; x=", "\xff"])
def test_a_server_that_lies_about_the_alphabet_spoils_nothing(server: Server, charset: str) -> None:
    body = HTML.replace(b"<title>Ferry late", '<meta charset="utf-8"><title>F\u00e4hre sp\u00e4t'.encode())
    body = body.replace(b"<h1>Ferry late", "<h1>F\u00e4hre sp\u00e4t".encode())
    server.says["/a"] = answer(200, body, content_type=f"text/html; charset={charset}")
    ((_, found),) = readings(pieces([server.url("/a")], io.BytesIO(), ALLOWED, fetcher(FakeClock())), ALLOWED)
    assert isinstance(found, Reading)
    assert found.article.headline == "F\u00e4hre sp\u00e4t"


@pytest.mark.parametrize(("url", "reason"), [
    ("http://127.0.0.1/", "not fetched: 127.0.0.1 is no public address (loopback)"),
    ("HTTP://[::1]/x", "not fetched: ::1 is no public address (loopback)"),
    ("http://a:b@news.test/", "not fetched: an address with a name or password in it is not fetched"),
])  # fmt: skip
def test_what_must_not_be_fetched_is_refused_as_any_input(url: str, reason: str) -> None:
    (found,) = pieces([url], io.BytesIO(), Config(), fetcher(FakeClock()))
    assert found == Rejected(url, "read", reason, url)
