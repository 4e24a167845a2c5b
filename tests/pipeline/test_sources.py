"""Inputs on their way to be read."""

from __future__ import annotations

import hashlib

from onrecord.config import Config
from onrecord.model import Reading, Rejected
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
