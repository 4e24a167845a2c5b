"""The bytes of the pages come back out of an archive, to any reader of WARC and to our own."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

from onrecord.config import Config
from onrecord.model import Capture
from onrecord.pipeline.keep import add
from onrecord.publish.chosen import Chosen
from onrecord.publish.formats import warc
from onrecord.read.inputs import Piece, walk
from onrecord.store import articles, pages
from onrecord.store.opening import open_record
from tests.store.gold_record import keep_gold

NOW = "2026-03-18T08:00:00Z"
STORY = """<!doctype html><html><head><title>{0}</title><meta property="og:site_name" content="Daily Gull">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{0}", "datePublished": "2026-03-17"}}</script>
</head><body><article><h1>{0}</h1>{1}</article></body></html>"""
PARAGRAPHS = "".join(
    f"<p>{one}</p>"
    for one in (
        "The night ferry to Sandholm was held in port for six hours on Tuesday after its loading door would not shut.",
        "“Nobody was in danger at any time,” said Ada Moreau, who speaks for the harbour authority, on Tuesday.",
        "Passengers said they had been told nothing until shortly before midnight, and many slept in the hall.",
        "The company confirmed that an inspection found a worn hinge, and denied that the ship had been overloaded.",
    )
)
HEADERS = (("content-type", "text/html; charset=utf-8"), ("content-encoding", "gzip"), ("content-length", "7"))


def record_headers(data: bytes) -> Iterator[tuple[Message, bytes]]:
    """(headers, block) of every record of an unpacked archive: a reader of the standard, and nothing more."""
    stream = io.BytesIO(data)
    while line := stream.readline():
        assert line == b"WARC/1.1\r\n"
        head = b""
        while (part := stream.readline()) != b"\r\n":
            assert part.endswith(b"\r\n")
            head += part
        headers = message_from_bytes(head)
        block = stream.read(int(headers["Content-Length"]))
        assert stream.read(4) == b"\r\n\r\n"
        yield headers, block


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A record of a page fetched twice, a page given as a file, and a text."""
    fetched = STORY.format("Ferry held in port", PARAGRAPHS).encode()
    given = STORY.format("Ferry sails again", PARAGRAPHS.replace("was held", "sails again, having been held")).encode()
    url = "https://gull.example/ferry?a=1"
    inputs = [
        Piece(url, fetched, Capture(url, "2026-03-18T07:59:00Z", 200, HEADERS)),
        Piece(url, fetched, Capture(url, "2026-03-18T08:59:00Z", 200, HEADERS)),
        Piece("pages/späte fähre.html", given),
    ]
    with closing(open_record(tmp_path / "first.db")) as conn:
        list(add(conn, inputs, Config(), now=NOW))
        yield conn


def test_every_capture_is_a_record_and_gives_the_bytes_back(kept: sqlite3.Connection, tmp_path: Path) -> None:
    written = warc.write(kept, tmp_path / "out" / "some.warc.gz")
    data = (tmp_path / "out" / "some.warc.gz").read_bytes()
    records = list(record_headers(gzip.decompress(data)))
    assert written == ({tmp_path / "out" / "some.warc.gz": len(records)}, ())
    kinds = [headers["WARC-Type"] for headers, _ in records]
    assert kinds == ["warcinfo", "response", "response", "metadata", "resource", "metadata"]
    assert len({headers["WARC-Record-ID"] for headers, _ in records}) == len(records)
    assert [headers["WARC-Date"] for headers, _ in records if headers["WARC-Type"] == "response"] == [
        "2026-03-18T07:59:00Z",
        "2026-03-18T08:59:00Z",
    ]
    for headers, block in records[1:]:
        assert headers["WARC-Block-Digest"] == warc.digest(block)
        if headers["WARC-Type"] in ("response", "resource"):
            payload = block.partition(b"\r\n\r\n")[2] if headers["WARC-Type"] == "response" else block
            assert pages.page_bytes(kept, hashlib.sha256(payload).hexdigest()) == payload
            assert headers["WARC-Payload-Digest"] == warc.digest(payload)
    first = records[1][1]
    assert first.startswith(b"HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\n")
    assert b"X-Archive-Orig-content-encoding: gzip\r\nX-Archive-Orig-content-length: 7\r\n" in first
    assert records[4][0]["WARC-Target-URI"] == "file:///pages/sp%C3%A4te%20f%C3%A4hre.html"
    told = json.loads(records[3][1])
    assert (told["headline"], told["evidence"]["captures"]) == ("Ferry held in port", 2)
    assert records[3][0]["WARC-Refers-To"] == records[1][0]["WARC-Record-ID"]


def test_reading_it_back_gives_the_same_articles(kept: sqlite3.Connection, tmp_path: Path) -> None:
    for name in ("some.warc.gz", "some.warc"):
        warc.write(kept, tmp_path / name)
        with closing(open_record(tmp_path / f"{name}.db")) as conn:
            list(add(conn, walk([str(tmp_path / name)], io.BytesIO()), Config(), now=NOW))
            before, after = articles.articles(kept), articles.articles(conn)
            assert [(one.id, one.digest, one.text, one.url, one.published) for one in after] == [
                (one.id, one.digest, one.text, one.url, one.published) for one in before
            ]
            assert [(one.page, one.capture.url, one.capture.fetched) for one in pages.captures(conn)] == [
                (one.page, one.capture.url, one.capture.fetched) for one in pages.captures(kept)
            ]


def test_only_the_pages_of_the_articles_asked_for(kept: sqlite3.Connection, tmp_path: Path) -> None:
    (_, second) = articles.articles(kept)
    warc.write(kept, tmp_path / "one.warc", only=Chosen(articles=(second.id,)))
    records = list(record_headers((tmp_path / "one.warc").read_bytes()))
    assert [headers["WARC-Type"] for headers, _ in records] == ["warcinfo", "resource", "metadata"]


def test_the_same_record_gives_the_same_archive(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "gold.db")) as conn:
        keep_gold(conn)
        for name in ("a", "b"):
            warc.write(conn, tmp_path / name / "gold.warc.gz")
    assert (tmp_path / "a" / "gold.warc.gz").read_bytes() == (tmp_path / "b" / "gold.warc.gz").read_bytes()


def test_damaged_bytes_are_left_out_and_told(kept: sqlite3.Connection, tmp_path: Path) -> None:
    kept.execute("UPDATE pages SET packed = x'00' WHERE rowid = 1")
    kept.execute("UPDATE pages SET packed = ? WHERE rowid = 2", (zlib.compress(b"other"),))
    written = warc.write(kept, tmp_path / "some.warc.gz")
    assert list(written.files.values()) == [1]
    assert len([one for one in written.left_out if "damaged" in one]) == 2


def test_a_stranger_s_words_end_no_line(tmp_path: Path) -> None:
    evil = "x\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\n\r\n"
    with closing(open_record(tmp_path / "r.db")) as conn:
        capture = Capture(f"https://gull.example/{evil}", evil, 999, ((evil, evil),))
        list(add(conn, [Piece(evil, b"text", capture), Piece(evil, b"other")], Config(), now=NOW))
        warc.write(conn, tmp_path / f"{'some'}.warc")
    records = list(record_headers((tmp_path / "some.warc").read_bytes()))
    assert [headers["WARC-Type"] for headers, _ in records] == ["warcinfo", "response", "resource"]
