"""The notes in the margin of an article, and how sure its day is."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model import Article, Note, Part, PartKind, Signal, Span, When
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.pages.article import article_page, notes_of, sureness
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


def test_versions_show_what_changed(tmp_path: Path) -> None:
    first, second, third = keep_versions(tmp_path / "r.db")
    with closing(open_record(tmp_path / "r.db", readonly=True)) as conn:
        page = article_page(conn, Addresses(), second.article.id) or ""
        last = article_page(conn, Addresses(), third.article.id) or ""
    seen = check(page)
    assert "3 versions of this article" in seen.text
    assert "there is a later one" in seen.text
    assert "there is a later one" not in check(last).text
    assert "<del>340</del><ins>412</ins>" in page
    assert "now said by Bo Berg, before by Ada Moreau" in seen.text
    assert "5 May 2026 at 08:00 UTC" in seen.text
    assert f"/articles/{second.article.id}#s-{second.statements[1].id}" in {link.get("href") for link in seen.links}
    assert first.article.id in page


def shown(tmp_path: Path, one: Article) -> str:
    """The page of an article that is kept alone."""
    with closing(open_record(tmp_path / "one.db")) as conn:
        pages.keep_page(conn, Kept(one.digest, "a.html", "2026-05-05T08:00:00Z"), b"page")
        articles.keep_article(conn, one)
        return article_page(conn, Addresses(), one.id) or ""
