"""Related articles of a settled record: those that add something, without copies, and none for what is not there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.model import Article, Copy, When, content_id, id_number
from onrecord.publish.related import LEAST, related_articles
from onrecord.store import copies, neighbours, sketches
from onrecord.store.opening import open_record
from onrecord.store.sketches import Sketched
from onrecord.stories import profile

FERRY = (
    "The ferry Marla capsized off Lund island with ninety people aboard on Tuesday. The coast guard of Lund sent "
    "three boats to the Marla and brought the passengers to the harbour of Lund, where nurses waited for them."
)
WRECK = (
    "Divers from Lund found the wreck of the ferry Marla on Friday in forty metres of water. The coast guard of Lund "
    "will raise the Marla in spring; her captain has told the board that the bow door would not close."
)
BANK = (
    "The bank of Corvex lost the savings of its customers to thieves on Tuesday. Customers queued at its counters for "
    "cash, and the police of Corvex spoke of an open vault and of a guard who had been asleep at his desk."
)


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_record(tmp_path / "record.db")) as opened:
        opened.execute("PRAGMA foreign_keys = OFF")
        yield opened


def keep(conn: sqlite3.Connection, name: str, text: str, *, posted: bool = True) -> str:
    article = Article(content_id(name), f"{name}.html", "0", text, "", When("2026-03-04", "day", 0.9))
    made = profile(article)
    row = Sketched(
        article.id, "", "", ("", 0, 0, ""), len(text), (), "2026-03-04", made.day, made.terms, made.portrait, True
    )
    sketches.keep_sketch(conn, row)
    if posted:
        neighbours.post(conn, id_number(article.id), made.day, made.leading)
    return article.id


def test_what_adds_something_is_related_and_what_has_nothing_in_common_is_not(conn: sqlite3.Connection) -> None:
    ferry, wreck, _ = (keep(conn, name, text) for name, text in (("f", FERRY), ("w", WRECK), ("b", BANK)))
    (found,) = related_articles(conn, ferry)
    assert found.article == wreck
    assert LEAST <= found.by < 1
    assert [one.article for one in related_articles(conn, wreck)] == [ferry]


def test_copies_and_repeats_are_left_out(conn: sqlite3.Connection) -> None:
    ferry = keep(conn, "f", FERRY)
    wreck = keep(conn, "w", WRECK)
    keep(conn, "again", f"By Ada Brook. {FERRY}")
    assert [one.article for one in related_articles(conn, ferry)] == [wreck]
    copies.keep_copies(conn, [Copy(wreck, ferry, "rewrite", "shares words")], [])
    assert related_articles(conn, ferry) == ()


def test_what_is_linked_is_found_without_a_shared_term(conn: sqlite3.Connection) -> None:
    ferry, wreck = keep(conn, "f", FERRY), keep(conn, "w", WRECK, posted=False)
    assert related_articles(conn, ferry) == ()
    neighbours.link(conn, id_number(ferry), id_number(wreck), 0.5)
    assert [one.article for one in related_articles(conn, ferry)] == [wreck]


def test_an_article_that_is_not_settled_has_none(conn: sqlite3.Connection) -> None:
    assert related_articles(conn, "nothing") == ()
