"""A record of an article in three versions, as it was fetched: a hedge came, a figure and a speaker changed."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from pathlib import Path

from onrecord.model import Capture, Figure, Reading, Settled, Stance, Story
from onrecord.store import articles, finds, pages, statements, tallies
from onrecord.store.opening import open_record, transaction
from onrecord.store.pages import Kept
from tests.edits.told import hedged, reading

Said = tuple[str, str | None, Stance]
FIRST = (
    "The night ferry carried 340 passengers, the line said on Tuesday.\n\n"
    '"The loading door was sound," harbour master Ada Moreau said.\n\n'
    "The ferry sails again on Thursday."
)
SECOND = (
    "The night ferry carried 412 passengers, the line said on Tuesday.\n\n"
    '"The loading door was sound," the ship\'s owner Bo Berg said.\n\n'
    "The ferry sails again on Thursday."
)
THIRD = SECOND.replace("carried 412", "may have carried 412")


def versions() -> list[Reading]:
    """The three readings."""
    carried = [f"The night ferry {verb} passengers" for verb in ("carried 340", "carried 412", "may have carried 412")]
    door = "The loading door was sound"
    first = reading(FIRST, (carried[0], "The line", "asserts"), (door, "Ada Moreau", "asserts"))
    second = reading(
        SECOND, (carried[1], "The line", "asserts"), (door, "Bo Berg", "asserts"), headline="Ferry crowded"
    )
    third = reading(THIRD, (carried[2], "The line", "suggests"), (door, "Bo Berg", "asserts"), headline="Ferry crowded")
    return [_with_figure(first, 340), _with_figure(second, 412), hedged(_with_figure(third, 412), "may")]


def keep_versions(path: Path) -> list[Reading]:
    """Keeps them at ``path``, fetched an hour apart; settled the other way round, as by length they might be."""
    kept = []
    conn = open_record(path)
    with transaction(conn):
        for hour, one in enumerate(versions(), 8):
            kept.append(_keep(conn, one, f"2026-05-05T{hour:02}:00:00Z"))
        first, second, third = (one.article.id for one in kept)
        story = Story("s1", "Ferry", (first, second, third), 1.0)
        tallies.keep_settled(conn, Settled((), (), ((first, second), (second, third)), (), (story,)), "test")
    conn.close()
    return kept


def _keep(conn: sqlite3.Connection, one: Reading, fetched: str) -> Reading:
    data = f"<p>{one.article.text}".encode()
    kept = replace(one, article=replace(one.article, digest=hashlib.sha256(data).hexdigest()))
    digest, url = kept.article.digest, kept.article.url
    pages.keep_page(conn, Kept(digest, url or "", fetched, Capture(url, fetched, 200)), data)
    articles.keep_article(conn, kept.article)
    statements.keep_statements(conn, kept.article.id, kept.statements)
    finds.found(conn, digest, kept.article.id, "test")
    return kept


def _with_figure(one: Reading, value: float) -> Reading:
    first = one.statements[0]
    figure = Figure(value, "passengers", "aboard", "exact", first.content.spans[0])
    return replace(one, statements=(replace(first, figures=(figure,)), *one.statements[1:]))
