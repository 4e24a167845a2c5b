"""Which page gave what; what no page gives any more is not shown."""

from __future__ import annotations

import sqlite3

from onrecord.store import articles, finds, pages, statements
from onrecord.store.checking import check
from onrecord.store.pages import Kept
from onrecord.store.search import search
from tests.store.gold_record import EDITION, gold_pages


def test_a_page_is_done_only_once_it_was_read_to_its_end(empty: sqlite3.Connection) -> None:
    pages.keep_page(empty, Kept("d1", "a.html", "2026-03-18T08:00:00Z"), b"page")
    assert finds.read_with(empty, "d1") is None
    assert not finds.finish(empty, "d1", "first")
    assert finds.read_with(empty, "d1") == "first"


def test_an_article_no_page_gives_any_more_stays_as_evidence_only(record: sqlite3.Connection) -> None:
    article = gold_pages()[0][0].article
    assert search(record, article.headline).articles
    assert not finds.finish(record, article.digest, EDITION)
    assert finds.finish(record, article.digest, "better rules")
    assert articles.article(record, article.id) == article
    assert article.id not in {one.id for one in articles.articles(record)}
    assert statements.of_article(record, article.id) == []
    assert article.id not in {one.article.id for one in search(record, article.headline).articles}
    assert check(record) == []


def test_an_article_that_is_found_again_is_shown_again(record: sqlite3.Connection) -> None:
    article = gold_pages()[0][0].article
    finds.finish(record, article.digest, "better rules")
    finds.found(record, article.digest, article.id, "best rules")
    finds.found(record, article.digest, article.id, "best rules of all")
    assert search(record, article.headline).articles[0].article == article
    assert check(record) == []
