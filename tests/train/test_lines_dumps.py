from __future__ import annotations

import numpy as np
import pytest

from onrecord.articles.lines import Line
from train.lines_dumps import dump_of
from train.lines_pages import labelled, other_shapes, seed_shaped

MARKUP = b"""<html><head><title>x</title></head><body><nav><a>News</a> <a>Sport</a></nav><h1>Crane  falls</h1>
<script>var a = 1</script><p>The harbour <b>was</b> closed.<br>Nobody was hurt.</p><!-- no --> tail</body></html>"""
TEXT = "The harbour was closed on Monday.\n\nNobody was hurt, they said."
ROW = {
    "id": "a", "url": "https://www.bay.example/1", "headline": "Crane falls", "lang": "en", "authors": None,
    "text": TEXT,
}  # fmt: skip


def test_a_dump_of_markup() -> None:
    assert dump_of(MARKUP) == ["News Sport", "Crane falls", "The harbour was closed.", "Nobody was hurt.", "tail"]
    assert dump_of(b"") == []


def test_labels() -> None:
    lines = ("News", "Crane falls", *TEXT.split("\n\n"), "Crane falls")
    page = labelled(ROW, tuple(Line(line, gap=True) for line in lines), TEXT, total=1, shape="naive")
    assert page.body.tolist() == [0, 0, 1, 1, 0]
    assert page.headline.tolist() == [0, 1, 0, 0, 0]
    assert page.weight.sum() == pytest.approx(1)
    for shaped in other_shapes(page):
        assert shaped.body.sum() == 2
        assert len(shaped.lines) == len(shaped.body) == len(shaped.weight)


def test_columns() -> None:
    rows = [ROW | {"id": str(number), "headline": f"Story {number}"} for number in range(9)]
    for page in seed_shaped(rows):
        kept = [line.text for line, is_body in zip(page.lines, page.body, strict=True) if is_body]
        assert kept == TEXT.split("\n\n")
        assert page.lines[int(np.argmax(page.headline))].text == page.row["headline"]
    assert [page.lines for page in seed_shaped(rows)] == [page.lines for page in seed_shaped(rows)]
