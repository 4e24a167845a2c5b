"""Reads the nouns back from the JSON of the contract, independently of what writes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onrecord.model import (
    Article,
    Claim,
    ClaimFigure,
    Copy,
    Figure,
    Furniture,
    HeadlineGap,
    Note,
    Origin,
    Part,
    Passage,
    Position,
    Rejected,
    Signal,
    Span,
    Speaker,
    Statement,
    StatusChange,
    Story,
    Teaser,
    When,
)

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def article(row: Row) -> Article:
    """An article from its row."""
    furniture = tuple(
        Furniture(block["kind"], block["heading"], tuple(Teaser(**item) for item in block["items"]))
        for block in row["furniture"]
    )
    same = {name: row[name] for name in ("id", "text", "url", "outlet", "agency", "dateline", "language")}
    same["headline"] = row["headline"] or ""
    return Article(
        input=row["file"],
        digest=row["page"],
        input_id=row["input_id"],
        published=when(row["published"]),
        byline=tuple(row["byline"]),
        furniture=furniture,
        canonical=row["canonical"],
        section=row["section"],
        parts=tuple(Part(at["kind"], Span(at["start"], at["end"]), at["time"], at["author"]) for at in row["parts"]),
        notes=tuple(Note(**note) for note in row["notes"]),
        signals=tuple(Signal(**signal) for signal in row["signals"]),
        **same,
    )


def when(shape: Row) -> When:
    """A day."""
    return When(shape["value"], shape["precision"], shape["confidence"], tuple(shape["reasons"]))


def passage(shape: Row | None) -> Passage | None:
    """A passage or none."""
    return Passage(shape["text"], tuple(Span(*span) for span in shape["spans"])) if shape else None


def statement(row: Row) -> Statement:
    """A statement from its row."""
    content = passage(row["content"])
    assert content
    return Statement(
        id=row["id"],
        article=row["article"],
        kind=row["kind"],
        content=content,
        cue=passage(row["cue"]),
        source=passage(row["source"]),
        speaker=Speaker(**row["speaker"]),
        stance=row["stance"],
        relay=tuple(row["relay"]),
        hedges=tuple(row["hedges"]),
        basis=tuple(row["basis"]),
        confidence=row["confidence"],
        said_on=when(row["said_on"]) if row["said_on"] else None,
        figures=tuple(figure(one) for one in row["figures"]),
    )


def figure(shape: Row) -> Figure:
    """A figure of a statement."""
    high = None if shape["high"] is None else float(shape["high"])
    span = Span(*shape["span"])
    return Figure(float(shape["value"]), shape["unit"], shape["of"], shape["bound"], span, high)


def claim_figure(shape: Row) -> ClaimFigure:
    """A figure of a claim."""
    return ClaimFigure(**shape | {name: shape[name] or "" for name in ("party", "scope", "statement")})


def claim(row: Row) -> Claim:
    """A claim from its row."""
    lists = {name: tuple(row[name]) for name in ("statements", "collapsed", "not_heard", "missing")}
    return Claim(
        id=row["id"],
        story=row["story"] or "",
        wording=row["wording"],
        status=row["status"],
        status_history=tuple(StatusChange(**one) for one in row["status_history"]),
        positions=tuple(Position(**(one | {"statements": tuple(one["statements"])})) for one in row["positions"]),
        origins=tuple(Origin(**one) for one in row["origins"]),
        possible_origins=tuple(Origin(**one) for one in row["possible_origins"]),
        figures=tuple(map(claim_figure, row["figures"])),
        unnamed_figures=tuple(map(claim_figure, row["unnamed_figures"])),
        headlines=tuple(HeadlineGap(**one) for one in row["headlines"]),
        **lists,
    )


def story(row: Row) -> Story:
    """A story from its row."""
    lists = {name: tuple(row[name]) for name in ("articles", "topics", "related")}
    return Story(id=row["id"], title=row["title"], heat=row["heat"], **lists)


def copy(row: Row) -> Copy:
    """A copy from its row."""
    return Copy(**row)


def rejected(row: Row) -> Rejected:
    """A refusal from its row."""
    return Rejected(row["file"], row["stage"], row["reason"], row["url"], row["input_id"], row["page"])
