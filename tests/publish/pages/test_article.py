"""The notes in the margin of an article, and how sure its day is."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model import Article, Note, Part, PartKind, Signal, Span, When
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.article import article_page, notes_of, parts_of, sureness
from onrecord.store import articles, pages, statements
from onrecord.store.opening import open_record
from onrecord.store.pages import Kept
from tests.edits.told import reading
from tests.publish.seen_page import check
from tests.publish.small_record import article, plain, small_record
from tests.publish.two_versions import keep_versions


def test_notes_are_numbered_as_the_statements_stand(tmp_path: Path) -> None:
    settled = small_record(tmp_path / "record.db", plain)
    conn = open_record(tmp_path / "record.db", readonly=True)
    said = statements.of_article(conn, article("one", plain).id)
    around = evidence.of_statements(conn, said[::-1])
    conn.close()
    notes = notes_of(around, {settled.claims[0].id: "The wording"})
    assert [notes[one.id].number for one in said] == [1, 2, 3, 4]
    assert {note.wording for note in notes.values()} == {"The wording"}
    assert [notes[one.id].party for one in said] == ["Vessa", "Vessa", "Tarn", None]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When("2026-05-04", "day", 0.95), "certain"),
        (When("2026-05-04", "day", 0.6), "likely"),
        (When("2026-05-04", "day", 0.2), "uncertain"),
        (When(None, "unknown", 0.0), "the day could not be found"),
    ],
)
def test_how_sure_the_day_is(when: When, words: str) -> None:
    assert sureness(replace(article("one", plain), published=when)) == words


def test_the_structure_of_the_page_is_that_of_the_text(tmp_path: Path) -> None:
    one = reading("What we know\n\nFerry late.\n\nFerry full.\n\nHe wrote that.\n\nEnd.").article
    places = {name: Span(at := one.text.index(name), at + len(name)) for name in one.text.split("\n\n")}
    kinds: tuple[PartKind, ...] = ("subhead", "item", "item", "quote")
    parts = tuple(Part(kind, span) for kind, span in zip(kinds, places.values(), strict=False))
    entry = Part("entry", places["End."], "9.14 a.m.", "Bo Berg")
    notes = (
        Note("correction", "An earlier version named another ferry."),
        Note("update", "Update, 10 a.m.: It has sailed."),
    )
    signals = (Signal("paywall", "the page says that the rest is for subscribers"),)
    page = shown(tmp_path, replace(one, parts=(*parts, entry), notes=notes, signals=signals, section="Coast"))
    assert '<h2 class="subhead">What we know</h2>' in page
    assert page.count('<li class="para">') == 2
    assert re.search(r'<blockquote class="block-quote">\s*<div class="para">\s*<p>He wrote that.</p>', page)
    seen = check(page).text
    assert "Coast" in seen
    assert "9.14 a.m. · Bo Berg" in seen
    assert "Correction: An earlier version named another ferry." in seen
    assert "Update: Update" not in seen
    assert "Update, 10 a.m.: It has sailed." in seen
    assert "The rest may be for subscribers: the page says" in seen


def test_an_article_leads_to_its_versions(tmp_path: Path) -> None:
    _, second, third = keep_versions(tmp_path / "r.db")
    with closing(open_record(tmp_path / "r.db", readonly=True)) as conn:
        page = check(article_page(conn, Addresses(), second.article.id) or "")
        last = check(article_page(conn, Addresses(), third.article.id) or "")
    assert "Version 2 of 3" in page.text
    assert f"/articles/{second.article.id}/versions" in {link.get("href") for link in page.links}
    assert "there is a later one" in page.text
    assert "there is a later one" not in last.text


def test_a_long_article_is_shown_in_parts_and_every_statement_is_found(tmp_path: Path) -> None:
    said = [f"The ferry number {n} has sailed" for n in range(90)]
    text = "\n\n".join(f"{one}, the line said. {'It was a long day at sea. ' * 80}" for one in said)
    one = reading(text, *((words, "The line", "asserts") for words in said))
    with closing(open_record(tmp_path / "one.db")) as conn:
        keep(conn, one.article)
        statements.keep_statements(conn, one.article.id, one.statements)
        times = parts_of(conn, one.article.id)
        pages_of = [article_page(conn, Addresses(), one.article.id, part=str(n)) or "" for n in range(1, times + 1)]
        wanted = article_page(conn, Addresses(), one.article.id, statement=one.statements[-1].id) or ""
    assert times > 2
    assert wanted == pages_of[-1]
    assert max(len(page.encode()) for page in pages_of) < 150_000
    shown_on = [set(check(page).ids) for page in pages_of]
    for at in one.statements:
        assert sum(f"n-{at.id}" in ids for ids in shown_on) == 1
        assert f"s-{at.id}" in shown_on[0], "an address without a part finds it, or what leads there"
    assert f'href="/articles/{one.article.id}?part={times}#s-{one.statements[-1].id}"' in pages_of[0]


def test_furniture_is_folded_and_says_why(tmp_path: Path) -> None:
    page = shown(tmp_path, article("one", plain))
    inside = page[page.index("not part of the story") :]
    assert "<details>" in inside[: inside.index("Hot this week")]
    assert "hot on the whole site" in check(page).text


def keep(conn: sqlite3.Connection, one: Article) -> None:
    """Keeps an article and a page for it."""
    pages.keep_page(conn, Kept(one.digest, "a.html", "2026-05-05T08:00:00Z"), b"page")
    articles.keep_article(conn, one)


def shown(tmp_path: Path, one: Article) -> str:
    """The page of an article that is kept alone."""
    with closing(open_record(tmp_path / "one.db")) as conn:
        keep(conn, one)
        return article_page(conn, Addresses(), one.id) or ""
