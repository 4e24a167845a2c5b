"""The sets of stories as articles: which belong together, and what must be left out together when a model is judged."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.gold import gold_readings, load_gold
from onrecord.model import Article, When

Row = dict[str, Any]
FILES = {
    "incidents": "gva.jsonl.gz",
    "rumours": "fnc_claim_clusters.jsonl.gz",
    "look-alikes": "ecbplus_docs.jsonl.gz",
}


@dataclass(frozen=True, slots=True)
class Told:
    """An article of a set; ``group``: None where it belongs to several; ``unit``: what is left out as a whole."""

    article: Article
    group: str | None
    unit: str


def rows(path: Path) -> list[Row]:
    """The rows of a packed file of JSON Lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def article(id_: str, text: str, *, headline: str | None = None, day: str | None = None) -> Article:
    """An article of which no more than this is known."""
    when = When(day, "day") if day else When(None, "unknown", 0.0, ("not given",))
    return Article(id=id_, input=id_, digest="", headline=headline or "", published=when, text=text)


def incidents(stories: Path) -> list[Told]:
    """Local news of shootings, by incident."""
    return [
        Told(
            article(row["id"], row["text"], headline=row["title"], day=row["date"]),
            None if row["shared_with_other_clusters"] else row["cluster"],
            row["cluster"],
        )
        for row in rows(stories / FILES["incidents"])
    ]


def several(told: list[Told]) -> dict[str, str]:
    """{article: its group}, of groups with two articles or more."""
    size = Counter(one.group for one in told)
    return {one.article.id: one.group for one in told if one.group and size[one.group] > 1}


def rumours(stories: Path) -> list[Told]:
    """Articles by the claim that they tell; undated, without headlines."""
    found = rows(stories / FILES["rumours"])
    return [Told(article(row["id"], row["text"]), row["cluster"], row["group"]) for row in found]


def look_alikes(stories: Path) -> list[Told]:
    """Two events of one kind a topic; undated, without headlines."""
    found = rows(stories / FILES["look-alikes"])
    return [Told(article(row["id"], row["text"]), row["cluster"], row["topic"]) for row in found]


def newsroom(folder: Path) -> list[Told]:
    """A newsroom's gold articles by story; the whole newsroom is one unit."""
    gold = load_gold(folder)
    story_of = {one: story["id"] for story in gold["stories"] for one in story["articles"]}
    return [
        Told(one.article, story_of.get(row["file"]), folder.name)
        for one, row in zip(gold_readings(folder), gold["articles"], strict=True)
    ]


SETS: dict[str, Callable[[Path], list[Told]]] = {
    "incidents": incidents,
    "rumours": rumours,
    "look-alikes": look_alikes,
}


def sets(stories: Path, newsrooms: list[Path]) -> Iterator[tuple[str, list[Told]]]:
    """Every set by name; articles of one set never share an id."""
    for name, load in SETS.items():
        yield name, load(stories)
    for folder in newsrooms:
        yield folder.name, newsroom(folder)


def numbered(told: list[Told]) -> list[Told]:
    """The same with ids that no other set has."""
    return [replace(one, article=replace(one.article, id=f"{at:06}")) for at, one in enumerate(told)]
