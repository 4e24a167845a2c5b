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
    assert found == [
        *(reading for reading, _ in gold_pages()[:2]),
        gone,
        *(reading for reading, _ in gold_pages()[2:4]),
    ]


def test_reading_one_by_one_reads_real_pages() -> None:
    text = b'The harbour is closed, harbour master Ada Moreau said on Friday. "Nobody may leave," she said.'
    (found,) = readings([Piece("a.txt", text)], Config(body=True), reader=one_by_one)
    assert isinstance(found, Reading)
    assert found.article.digest == hashlib.sha256(text).hexdigest()
    assert found.statements


@pytest.mark.parametrize("url", ["file:///home/ada/saved.html", "saved.html", "urn:uuid:1"])
def test_a_file_s_place_is_no_address(url: str) -> None:
    kept = source_of("a", b"x", capture=Capture(url, "2026-03-18T08:00:00Z", 200)).capture
    assert kept == Capture(None, "2026-03-18T08:00:00Z", 200)
    of_the_net = Capture("HTTPS://gull.example/a", "2026-03-18T08:00:00Z", 200)
    assert source_of("a", b"x", capture=of_the_net).capture == of_the_net
