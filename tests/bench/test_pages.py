from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench.pages import PAGES, answer, chosen, known, lost, one_of, paths, refusals, sure_days, told_apart
from bench.places import beside
from onrecord.model import Article, Rejected, When

ARTICLE = Article("i", "a_1.html.gz", "d", "Text.", "Headline", When("2026-03", "month"), byline=("Ann Lee",))
REFUSED = Rejected("a_2.html.gz", "articles", "section front: no article body")


def dated(day: str, confidence: float) -> Article:
    return Article("i", "a", "d", "Text.", "Headline", When(day, "day", confidence))


def test_answers() -> None:
    got = answer(ARTICLE)
    assert got == {"text": "Text.", "headline": "Headline", "date": None, "authors": ["Ann Lee"]}
    assert answer(REFUSED) == {"refused": "section front: no article body"}
    assert refusals({"a": ARTICLE, "b": REFUSED})["refused"].value == 1


def test_only_sure_days_count_as_sure_and_wrong() -> None:
    gold: list[dict[str, Any]] = [{"id": name, "date": "2026-03-14"} for name in "abcd"] + [{"id": "e", "date": None}]
    got: dict[str, Article | Rejected] = {
        "a": dated("2026-03-14", 0.9),
        "b": dated("2026-03-15", 0.8),
        "c": dated("2026-03-15", 0.79),
        "d": REFUSED,
        "e": dated("2026-03-15", 0.9),
    }
    found = sure_days(gold, got)
    assert (found["sure days"].value, found["sure and wrong"].value) == (0.5, 0.5)


def test_lost_bodies_and_misses() -> None:
    gold: list[dict[str, Any]] = [
        {"id": "a", "text": "Nobody was hurt when the old crane fell.", "headline": "Crane", "authors": ["Bo Ek"]},
        {"id": "b", "text": "Text."},
    ]
    got: dict[str, Article | Rejected] = {"a": ARTICLE, "b": ARTICLE}
    assert lost(gold, {name: answer(one) for name, one in got.items()}) == 0.5
    outcomes, misses = told_apart(gold, {name: answer(one) for name, one in got.items()})
    assert outcomes == {"read": frozenset("b")}
    assert len(misses["text"]) == 1
    assert len(misses["headline, day, authors"]) == 2


def test_a_page_is_read_without_its_statements() -> None:
    text = "Nobody was hurt when the old crane fell into the harbour on Monday, the harbour master said in the evening."
    more = "The wind had been rising since noon, and the crane had been due for an inspection in the coming week."
    one = one_of("a.txt", f"Crane falls\n\n{text}\n\n{more}\n".encode())
    assert isinstance(one, Article)
    assert one.headline == "Crane falls"


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
    assert len(paths(folder, of=known(folder))) > PAGES
    assert all(path.is_file() for path in paths(folder))
