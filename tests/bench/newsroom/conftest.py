"""A newsroom of five articles, one page that is none, and one feed; and its perfect export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.newsroom.faults import Perfect, perfect
from bench.newsroom.gold import make_newsroom

FOLDER = Path(__file__).with_name("tiny")


@pytest.fixture(scope="session")
def tiny() -> Perfect:
    gold = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))
    pages = [row["file"] for row in gold["articles"]] + ["006-front.html", "feed-gull.xml"]
    return perfect(make_newsroom("tiny", gold, pages))
