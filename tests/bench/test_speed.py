from __future__ import annotations

from pathlib import Path

from bench.speed import FIRST, cpu_seconds, rate, read_all
from onrecord.model import Reading
from onrecord.pipeline.pool import Pool


def test_articles_are_counted_and_refusals_are_not(tmp_path: Path) -> None:
    pages = [tmp_path / "a.html", tmp_path / "b.html"]
    text = "<p>The town has opened its bridge after a year of work on it. Cars and people cross it again.</p>"
    pages[0].write_text(FIRST.replace("</h1>", "</h1>" + text * 5), encoding="utf-8")
    pages[1].write_text("", encoding="utf-8")
    with Pool(workers=1) as pool:
        found = read_all(pool, pages)
        assert [isinstance(one, Reading) for one in found] == [True, False]
        assert rate(pool, pages[1:]) == 0
        assert rate(pool, pages[:1]) > 0
    assert 0 < cpu_seconds(pages[:1]) < 5
