"""Pages and articles come back as they went in."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from onrecord.model import Article, Furniture, Note, Part, Signal, Span, Teaser, When, article_id
from onrecord.store import articles, finds, pages
from onrecord.store.pages import Kept
from tests.store.gold_record import gold_pages


def sample(digest: str, *, url: str | None = "https://gull.example/ferry", headline: str = "Ferry late") -> Article:
    """An article with every field filled."""
    text = "The ferry was late.\n\nNobody said why.\U0001f6a2 «Ünïcode»"
    return Article(
        id=article_id(url, headline, text),
        input="gull.html",
        digest=digest,
        text=text,
        headline=headline,
        published=When("2026-03", "month", 0.4, ("the address", "a line; with a semicolon")),
        url=url,
        outlet="Daily Gull",
        byline=("Ada Moreau", 'Bo "Bob" Berg'),
        agency="Coast Press",
        dateline="PORT",
        language="en",
        furniture=(
            Furniture("hot", "Hot this week", (Teaser("Whales", None, "https://gull.example/w"), Teaser("Bread"))),
        ),
        input_id="row 7",
        canonical="https://gull.example/ferry",
        section="Coast",
        parts=(
            Part("subhead", Span(0, 19)),
            Part("entry", Span(21, 38), "9.14 a.m.", "Bo Berg"),
        ),
        notes=(Note("correction", "An earlier version named another «ferry»."),),
        signals=(Signal("paywall", "the page says that the rest is for subscribers"),),
    )


def keep(conn: sqlite3.Connection, one: Article, edition: str = "first") -> bool:
    """Keeps an article of a page of its own."""
    pages.keep_page(conn, Kept(one.digest, one.input, "2026-03-18T08:00:00Z"), b"page " + one.digest.encode())
    own = articles.keep_article(conn, one)
    finds.found(conn, one.digest, one.id, edition)
    return own


def test_an_article_comes_back_equal(empty: sqlite3.Connection) -> None:
    bare = Article("b", "b.txt", "d2", "text", "", When(None, "unknown", 0.0))
    for one in (sample("d1"), bare):
        assert keep(empty, one)
        assert articles.article(empty, one.id) == one
    assert articles.articles(empty) == [sample("d1"), bare]
    assert articles.article(empty, "none") is None


def test_gold_comes_back_in_order_of_arrival(record: sqlite3.Connection) -> None:
    assert articles.articles(record) == [reading.article for reading, _ in gold_pages()]
    assert articles.counted(record) == len(gold_pages())


def test_articles_by_their_ids_and_as_lists_show_them(record: sqlite3.Connection) -> None:
    held = articles.articles(record)
    asked = [held[2].id, "none", held[0].id, held[2].id]
    assert list(articles.by_ids(record, asked).items()) == [(held[2].id, held[2]), (held[0].id, held[0])]
    rows = [(one.id, one.headline, one.outlet, one.url, one.published.value) for one in held]
    assert articles.listed(record) == rows
    assert articles.listed_by_ids(record, asked) == {held[0].id: rows[0], held[2].id: rows[2]}


def test_an_article_no_page_gives_is_in_no_list(empty: sqlite3.Connection) -> None:
    keep(empty, sample("d1"))
    empty.execute("DELETE FROM finds")
    assert articles.listed(empty) == []
    assert articles.articles(empty) == []
    assert list(articles.by_ids(empty, [sample("d1").id])) == list(articles.listed_by_ids(empty, [sample("d1").id]))


def test_newest_goes_by_day_and_unknown_days_come_last(empty: sqlite3.Connection) -> None:
    days = ["2026-03-02", None, "2026-03-04", "2026-03-04"]
    for n, day in enumerate(days):
        when = When(day, "day", 1.0) if day else When(None, "unknown", 0.0)
        keep(empty, Article(f"a{n}", "x", f"d{n}", "text", "h", when))
    assert [one.id for one in articles.newest(empty, 10, 0)] == ["a3", "a2", "a0", "a1"]
    assert [one.id for one in articles.newest(empty, 2, 1)] == ["a2", "a0"]


def test_only_its_own_page_changes_what_was_read_of_an_article(empty: sqlite3.Connection) -> None:
    first = sample("d1")
    keep(empty, first)
    other = replace(first, digest="d2", outlet="Somebody Else", input="feed.xml")
    assert not keep(empty, other)
    assert articles.article(empty, first.id) == first
    better = replace(first, published=When("2026-03-04", "day", 0.9, ("dateline",)))
    assert keep(empty, better)
    assert articles.article(empty, first.id) == better


def test_an_article_its_page_no_longer_gives_goes_to_the_page_that_does(empty: sqlite3.Connection) -> None:
    first = sample("d1")
    keep(empty, first)
    finds.finish(empty, "d1", "second")
    other = replace(first, digest="d2", outlet="Somebody Else")
    assert keep(empty, other, "second")
    assert articles.article(empty, first.id) == other


def test_the_same_address_and_text_is_the_same_article(empty: sqlite3.Connection) -> None:
    first = sample("d1")
    keep(empty, first)
    spaced = first.text.replace(" ", "  ")
    assert articles.same_article(empty, first.url, spaced, other_than="d2") == first.id
    assert articles.same_article(empty, first.url, first.text, other_than="d1") is None
    assert articles.same_article(empty, first.url, first.text + " Not.", other_than="d2") is None
    assert articles.same_article(empty, "https://tern.example/", first.text, other_than="d2") is None
    assert articles.same_article(empty, None, first.text, other_than="d2") is None


def test_headed_articles_are_the_same_without_what_takes_long_to_load(empty: sqlite3.Connection) -> None:
    bare = Article("b", "b.txt", "d2", "text", "", When(None, "unknown", 0.0))
    for one in (sample("d1"), bare):
        keep(empty, one)
    found = articles.headed(empty, ["b", "none", sample("d1").id])
    assert list(found) == ["b", sample("d1").id]
    both = (bare, sample("d1"))
    left_out = [replace(one, text="", byline=(), furniture=(), parts=(), notes=(), signals=()) for one in both]
    assert list(found.values()) == left_out
