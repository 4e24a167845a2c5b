from __future__ import annotations

from pathlib import Path

import pytest

from bench.gold import gold_labelled, gold_readings
from bench.places import beside, sample_newsroom


@pytest.mark.parametrize(
    "newsroom", [sample_newsroom(), *(beside("bench", f"newsroom_{letter}") for letter in "CDE")], ids=[*"ACDE"]
)
def test_every_span_slices_to_the_gold_words(newsroom: Path | None) -> None:
    if newsroom is None:
        pytest.skip("this newsroom does not lie beside this checkout")
    for reading, rows in gold_labelled(newsroom):
        text = reading.article.text
        for one, row in zip(reading.statements, rows, strict=True):
            assert [text[span.start : span.end] for span in one.content.spans] == row["content"]
            for part, name in ((one.cue, "cue"), (one.source, "source")):
                assert (part.text if part else None) == row[name]


def test_in_order_of_arrival() -> None:
    newsroom = sample_newsroom()
    assert newsroom
    readings = gold_readings(newsroom)
    assert [one.article.input for one in readings] == sorted(one.article.input for one in readings)
    assert sum(len(one.statements) for one in readings) > 300
