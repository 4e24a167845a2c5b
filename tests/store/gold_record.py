"""A record of newsroom A's gold: readings and tallies that are right, without a stage in between."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from bench.gold import gold_labelled, load_gold
from onrecord.model import (
    Article,
    Claim,
    ClaimFigure,
    Copy,
    Origin,
    Position,
    Reading,
    Settled,
    StatusChange,
    Story,
)
from onrecord.store import articles, finds, pages, statements, tallies
from onrecord.store.opening import transaction
from onrecord.store.pages import Kept

NEWSROOM = Path(__file__).parents[2] / "samples" / "newsroom"
EDITION = "gold"


def gold_bytes(article: Article) -> bytes:
    """Bytes that stand for the page of a gold article."""
    return f"{article.input}\n{article.headline}\n\n{article.text}".encode()


@cache
def gold_pages() -> list[tuple[Reading, list[dict[str, Any]]]]:
    """Gold readings whose digests are those of real bytes, with the gold rows of their statements."""
    pages = []
    for reading, rows in gold_labelled(NEWSROOM):
        digest = hashlib.sha256(gold_bytes(reading.article)).hexdigest()
        pages.append((Reading(replace(reading.article, digest=digest), unique(reading)), rows))
    return pages


def unique(reading: Reading) -> tuple[Any, ...]:
    """Statements of a reading, one an id."""
    return tuple({one.id: one for one in reversed(reading.statements)}.values())[::-1]


@cache
def gold_settled() -> Settled:
    """Newsroom A's gold claims, stories and copies."""
    gold, pages = load_gold(NEWSROOM), gold_pages()
    by_file = {reading.article.input: reading.article.id for reading, _ in pages}
    found = [(one, row) for reading, rows in pages for one, row in zip(reading.statements, rows, strict=False)]
    held = {one.id: row["claim"] for one, row in found}
    return Settled(
        parties=tuple(sorted((one.id, one.speaker.party) for one, _ in found if one.speaker.party)),
        copies=tuple(
            Copy(article, of, "copy", "gold")
            for article, of in sorted(
                (by_file[r["file"]], by_file[r["copy_of"]]) for r in gold["articles"] if r["copy_of"]
            )
        ),
        versions=tuple(
            sorted((by_file[r["file"]], by_file[r["version_of"]]) for r in gold["articles"] if r["version_of"])
        ),
        claims=tuple(gold_claim(row, held, by_file) for row in sorted(gold["claims"], key=lambda row: row["id"])),
        stories=tuple(gold_story(row, by_file) for row in sorted(gold["stories"], key=lambda row: row["id"])),
    )


def gold_claim(row: dict[str, Any], held: dict[str, str | None], by_file: dict[str, str]) -> Claim:
    """One gold claim; every statement of it is put on its first position."""
    statements_of = tuple(sid for sid, claim in held.items() if claim == row["id"])
    positions = [Position(at["party"], at["stance"], at["on"], ()) for at in row["positions"]]
    return Claim(
        id=row["id"],
        story=row["story"],
        wording=row["wording"],
        status=row["status"][-1]["value"],
        status_history=tuple(StatusChange(at["on"], at["value"]) for at in row["status"]),
        statements=statements_of,
        positions=(replace(positions[0], statements=statements_of[:2]), *positions[1:]),
        origins=tuple(Origin(at["party"], by_file[at["first_article"]], at["why"]) for at in row["origins"]),
        possible_origins=tuple(Origin("Somebody", by_file[at["first_article"]], "") for at in row["origins"][:1]),
        collapsed=("one agency text",),
        figures=tuple(gold_figure(at) for at in row.get("figures", [])),
        not_heard=("Nobody Else",),
        missing=("no document shown",),
    )


def gold_figure(row: dict[str, Any]) -> ClaimFigure:
    """One figure of a gold claim."""
    value = row["value"]
    low, high = (value[0], value[-1]) if isinstance(value, list) else (value, None)
    return ClaimFigure(
        row["party"], float(low), high, row["unit"], row.get("of", ""), row.get("bound", "exact"), row["on"]
    )


def gold_story(row: dict[str, Any], by_file: dict[str, str]) -> Story:
    """One gold story."""
    held = tuple(by_file[file] for file in row["articles"])
    return Story(row["id"], row["title"], held, float(len(held)), ("news",), ())


def keep_gold(conn: sqlite3.Connection) -> None:
    """Puts newsroom A's gold into an empty record."""
    for reading, _ in gold_pages():
        article = reading.article
        with transaction(conn):
            pages.keep_page(conn, Kept(article.digest, article.input, "2026-03-18T08:00:00Z"), gold_bytes(article))
            articles.keep_article(conn, article)
            statements.keep_statements(conn, article.id, reading.statements)
            finds.found(conn, article.digest, article.id, EDITION)
            finds.finish(conn, article.digest, EDITION)
    with transaction(conn):
        tallies.keep_settled(conn, gold_settled(), EDITION)
