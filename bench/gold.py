"""A newsroom's gold.json as the program's own nouns: a stage can be measured with all before it right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

from bench.newsroom.spans import locate
from onrecord.model import (
    Article,
    Figure,
    Furniture,
    Kind,
    Reading,
    Span,
    Speaker,
    Stance,
    Statement,
    Teaser,
    When,
    article_id,
    content_id,
    passage,
    statement_id,
)

Row = dict[str, Any]


def load_gold(newsroom: Path) -> Row:
    """The gold.json of a newsroom folder, or the file itself where a file is given."""
    path = newsroom / "gold.json" if newsroom.is_dir() else newsroom
    return cast(Row, json.loads(path.read_text(encoding="utf-8")))


def gold_readings(newsroom: Path) -> list[Reading]:
    """Every gold article with its gold statements, in order of arrival."""
    return [reading for reading, _ in gold_labelled(newsroom)]


def gold_labelled(newsroom: Path) -> list[tuple[Reading, list[Row]]]:
    """Every gold article as a reading, beside the gold rows of its statements in the same order."""
    gold = load_gold(newsroom)
    rows: dict[str, list[Row]] = {}
    for row in gold["statements"]:
        rows.setdefault(row["article"], []).append(row)
    blocks: dict[str, list[Row]] = {}
    for block in gold["furniture"]:
        blocks.setdefault(block["file"], []).append(block)
    return [
        _reading(article, rows.get(article["file"], []), blocks.get(article["file"], []))
        for article in gold["articles"]
    ]


def _reading(row: Row, statements: list[Row], blocks: list[Row]) -> tuple[Reading, list[Row]]:
    article = _article(row, blocks)
    return Reading(article, tuple(_statement(article, one) for one in statements)), statements


def _article(row: Row, blocks: list[Row]) -> Article:
    day = row["published"]
    return Article(
        id=article_id(row["url"], row["headline"], row["text"]),
        input=row["file"],
        digest=content_id("page", row["file"]),
        text=row["text"],
        headline=row["headline"],
        published=When(day, "day", 1.0, ("gold",)) if day else When(None, "unknown", 0.0, ("gold",)),
        url=row["url"],
        outlet=row["outlet"],
        byline=tuple(row["byline"]),
        agency=row["agency"],
        language="en",
        furniture=tuple(
            Furniture(block["kind"], block["kind"], tuple(Teaser(item) for item in block["items"])) for block in blocks
        ),
    )


def _statement(article: Article, row: Row) -> Statement:
    hints = [row[name] for name in ("cue", "source") if row[name]]
    content = located(article.text, row["content"], hints)
    near = [article.text[start:end] for start, end in content]
    cue = located(article.text, [row["cue"]], near) if row["cue"] else ()
    source = located(article.text, [row["source"]], [row["cue"] or "", *near]) if row["source"] else ()
    return Statement(
        id=statement_id(article.id, content),
        article=article.id,
        kind=cast(Kind, row["kind"]),
        content=passage(article.text, content),
        cue=passage(article.text, cue) if cue else None,
        source=passage(article.text, source) if source else None,
        speaker=Speaker(row["speaker"], row["role"], row["party"], "gold"),
        stance=cast(Stance, row["stance"]),
        relay=tuple(row["relay"]),
        said_on=When(row["said_on"], "day", 1.0, ("gold",)) if row["said_on"] else None,
        figures=tuple(_figure(figure, content[0]) for figure in row["figures"]),
    )


def _figure(row: Row, span: Span) -> Figure:
    value = row["value"]
    low, high = (value[0], value[-1]) if isinstance(value, list) else (value, None)
    return Figure(float(low), row["unit"], row["of"], row["bound"], span, None if high is None else float(high))


def located(text: str, pieces: list[str], hints: list[str]) -> tuple[Span, ...]:
    """Spans of the pieces in order; of several places, the one nearest the hints."""
    return tuple(Span(*span) for span in locate(text, pieces, hints))
