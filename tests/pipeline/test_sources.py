"""Inputs on their way to be read."""

from __future__ import annotations

import hashlib

import pytest

from onrecord.config import Config
from onrecord.model import Capture, Reading, Rejected
from onrecord.pipeline.sources import one_by_one, readings, source_of
from onrecord.read.inputs import Piece
from tests.pipeline.stand_ins import GoldReader, gold_inputs
from tests.store.gold_record import gold_pages


def test_a_source_is_named_by_its_bytes() -> None:
    assert source_of("a.html", b"page").digest == hashlib.sha256(b"page").hexdigest()


def test_readings_come_in_order_with_refusals_in_their_place() -> None:
    gone = Rejected("gone.html", "read", "no such file")
    inputs = [*gold_inputs()[:2], gone, *gold_inputs()[2:4]]
    found = list(readings(inputs, Config(), reader=GoldReader()))
    assert [one for _, one in found] == [
        *(reading for reading, _ in gold_pages()[:2]),
        gone,
        *(reading for reading, _ in gold_pages()[2:4]),
    ]
    assert [source and source.name for source, _ in found] == [
        *(reading.article.input for reading, _ in gold_pages()[:2]),
        None,
        *(reading.article.input for reading, _ in gold_pages()[2:4]),
    ]


def test_reading_one_by_one_reads_real_pages() -> None:
    text = b'The harbour is closed, harbour master Ada Moreau said on Friday. "Nobody may leave," she said.'
    ((source, found),) = readings([Piece("a.txt", text)], Config(body=True), reader=one_by_one)
    assert source == source_of("a.txt", text)
    assert isinstance(found, Reading)
    assert found.article.digest == hashlib.sha256(text).hexdigest()
    assert found.statements


@pytest.mark.parametrize(("url", "fetched"), [
    ("file:///home/ada/saved.html", None),
    ("saved.html", "2026-03-18T08:00:00Z"),
    ("urn:uuid:1", "2026-03-18T08:00:00Z"),
])  # fmt: skip
def test_a_file_s_place_is_no_address_and_was_not_fetched(url: str, fetched: str | None) -> None:
    kept = source_of("a", b"x", capture=Capture(url, "2026-03-18T08:00:00Z", 200)).capture
    assert kept == Capture(None, fetched, 200)
    of_the_net = Capture("HTTPS://gull.example/a", "2026-03-18T08:00:00Z", 200)
    assert source_of("a", b"x", capture=of_the_net).capture == of_the_net


SAVED = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://post.example/1
Date: Thu, 1 Oct 2026 09:30:00 +0200
Content-Type: multipart/related; boundary="x"

--x
Content-Type: text/html

<p>The ferry was late.</p>
--x--
"""


def test_a_page_that_a_browser_saved_says_how_it_was_fetched() -> None:
    assert source_of("a.mhtml", SAVED).capture == Capture("https://post.example/1", "2026-10-01T07:30:00Z")
    known = Capture("https://archive.example/1", "2026-11-01T00:00:00Z")
    assert source_of("a.mhtml", SAVED, capture=known).capture == known
    assert source_of("a.html", b"<p>The ferry was late.</p>").capture is None
