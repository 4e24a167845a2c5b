"""The gold as an export: what a program would write that reads the newsroom exactly as gold does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bench.newsroom.export import Tables
from bench.newsroom.gold import Newsroom, basename
from bench.newsroom.spans import gold_spans
from bench.newsroom.values import Row, amount

REFUSAL = {"stage": "articles", "reason": "no article body"}


def perfect_tables(room: Newsroom) -> dict[str, list[Row]]:
    """The tables of a perfect export by name."""
    stories = sorted({story for story in room.story_of.values() if story})
    return {
        "articles": [perfect_article(room, key, row) for key, row in room.articles.items()],
        "statements": [perfect_statement(room, f"st{at}", row) for at, row in enumerate(room.statements)],
        "claims": [perfect_claim(room, claim) for claim in room.claims],
        "copies": list(perfect_copies(room)),
        "stories": [
            {"id": story, "articles": ["id:" + key for key, own in room.story_of.items() if own == story]}
            for story in stories
        ],
        "rejected": [{"file": page, "rejected": REFUSAL} for page in room.not_articles],
    }


def perfect_copies(room: Newsroom) -> Iterator[Row]:
    for key, row in room.articles.items():
        for of, relation in ((row.get("copy_of"), "copy"), (row.get("version_of"), "update")):
            if of:
                yield {"article": "id:" + key, "of": "id:" + basename(of), "relation": relation, "why": "gold"}


def perfect_claim(room: Newsroom, claim: Row) -> Row:
    """One gold claim in the export's form."""
    own = [f"st{at}" for at, row in enumerate(room.statements) if row.get("claim") == claim["id"]]
    status = claim.get("status") or []
    kept = {name: value for name, value in claim.items() if name != "status"}
    return kept | {"status": status[-1]["value"] if status else None, "status_history": status, "statements": own}


def perfect_article(room: Newsroom, key: str, row: Row) -> Row:
    """One gold article in the export's form."""
    when = row.get("published")
    blocks = room.furniture.get(key, [])
    kept = {name: row.get(name) for name in ("url", "outlet", "headline", "byline", "agency", "text")}
    return kept | {
        "id": "id:" + key,
        "file": row["file"],
        "published": {"value": when, "precision": "day" if when else "unknown", "confidence": 1.0 if when else 0.0},
        "furniture": [{"kind": b["kind"], "items": [{"headline": item} for item in b["items"]]} for b in blocks],
        "copy_of": row.get("copy_of") and "id:" + basename(row["copy_of"]),
        "version_of": row.get("version_of") and "id:" + basename(row["version_of"]),
    }


def perfect_statement(room: Newsroom, one: str, row: Row) -> Row:
    """One gold statement in the export's form."""
    text = room.articles[row["at"]]["text"]
    pieces = {
        name: {"text": " … ".join(text[start:end] for start, end in found), "spans": found} if found else None
        for name, found in gold_spans(text, row).items()
    }
    return {
        "id": one,
        "article": "id:" + row["at"],
        "kind": row["kind"],
        **pieces,
        "relay": row.get("relay") or [],
        "speaker": {name: row.get(of) for name, of in (("name", "speaker"), ("role", "role"), ("party", "party"))},
        "stance": row["stance"],
        "said_on": {"value": row.get("said_on"), "precision": "day"},
        "figures": [perfect_figure(figure) for figure in row.get("figures") or []],
        "claim": row.get("claim"),
    }


def perfect_figure(figure: Row) -> Row:
    low, high, _ = amount(figure)
    return {**figure, "value": low, "high": high if isinstance(figure["value"], list) else None}


def write_tables(tables: Tables, folder: Path) -> None:
    """Writes tables as JSON Lines."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows or [])
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
