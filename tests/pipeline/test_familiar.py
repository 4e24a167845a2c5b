"""What earlier pages of an outlet taught cleans its later ones."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from onrecord.config import Config
from onrecord.pipeline.keep import add
from onrecord.read.inputs import Piece
from onrecord.store import articles
from onrecord.store.opening import open_record

NOW = "2026-03-18T08:00:00Z"
APPEAL = "Reporting of this kind is paid for by the people who read it, and by nobody else at all."
STORIES = (
    ("Ferry stays in port", "The ferry Aurelia stayed in port on Monday because of the storm, its owner said."),
    ("Bakery reopens", "The bakery on Mill Lane opened its doors again after the fire, to a queue of forty people."),
    (
        "School gets a roof",
        "Pupils of the Hill School will sit under a new roof from Thursday, the town decided.",
    ),
    ("Orchard flooded", "The river Lune came over its banks in the night and flooded the old orchard near Wick."),
)


def page(number: int) -> Piece:
    headline, text = STORIES[number]
    more = f"<p>People in the street said that it was about time. {headline}, and nobody was hurt in any way.</p>"
    head = f'<head><title>{headline}</title><link rel="canonical" href="https://gull.example/{number}"></head>'
    body = f"<article><h1>{headline}</h1><p>{text}</p>{more}<p>{APPEAL}</p></article>"
    return Piece(f"{number}.html", f"<!doctype html><html>{head}<body>{body}</body></html>".encode())


def test_the_fourth_page_is_read_without_what_stood_on_three(tmp_path: Path) -> None:
    with closing(open_record(tmp_path / "record.db")) as conn:
        list(add(conn, [page(0), page(1), page(2)], Config(), now=NOW))
        list(add(conn, [page(3)], Config(), now=NOW))
        *earlier, last = articles.articles(conn)
    assert all(one.text.endswith(APPEAL) for one in earlier)
    assert APPEAL not in last.text
    assert [item.headline for block in last.furniture for item in block.items] == [APPEAL]
