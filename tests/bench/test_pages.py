from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.pages import PAGES, answer, chosen, file_id, paths, refusals
from bench.places import beside
from onrecord.model import Article, Reading, Rejected, When

ARTICLE = Article("i", "here/a_1.html.gz", "d", "Text.", "Headline", When("2026-03", "month"), byline=("Ann Lee",))
REFUSED = Rejected("here/a_2.html.gz", "articles", "section front: no article body")
FAULT = Rejected("a_3.html.gz", "articles", "a fault of onrecord: KeyError")


def test_answers() -> None:
    got = answer(Reading(ARTICLE, ()))
    assert got == {"text": "Text.", "headline": "Headline", "date": None, "authors": ["Ann Lee"]}
    assert answer(REFUSED) == {"refused": "section front: no article body"}
    assert [file_id(one) for one in (Reading(ARTICLE, ()), REFUSED)] == ["a_1", "a_2"]
    counted = refusals([Reading(ARTICLE, ()), REFUSED, FAULT])
    assert (counted["refused"].value, counted["exceptions"].value) == (2, 1)


def test_the_choice_is_fixed_by_the_ids(tmp_path: Path) -> None:
    rows = [{"id": f"p{number}", "text": "x", "weak_gold": number % 5 == 0} for number in range(400)]
    for name, order in (("a", rows), ("b", rows[::-1])):
        (tmp_path / name).mkdir()
        lines = "".join(json.dumps(row) + "\n" for row in order)
        (tmp_path / name / "gold.jsonl").write_text(lines, encoding="utf-8")
    one, other = chosen(tmp_path / "a"), chosen(tmp_path / "b")
    assert one == other
    assert len(one) == PAGES
    assert not any(row["weak_gold"] for row in one)


@pytest.mark.skipif(not beside("data", "reading"), reason="the pages do not lie beside this checkout")
def test_every_chosen_page_is_there() -> None:
    folder = beside("data", "reading")
    assert folder
    assert len(paths(folder)) == PAGES
    assert all(path.is_file() for path in paths(folder))
