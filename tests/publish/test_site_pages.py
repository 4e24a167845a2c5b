"""Texts that a licence lets a site show: with credit and terms, without what stood beside them on their page."""

from __future__ import annotations

import json
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.publish.site import SiteOptions, publish
from onrecord.store.opening import open_record
from tests.publish.seen_page import Seen, seen
from tests.publish.small_record import article, plain, small_record

ORIGIN = "https://news.example/"
ONE = article("one", plain)
DEED = "https://creativecommons.org/licenses/{}/4.0/"


def shown(folder: Path, kind: str) -> Seen:
    """The page of an article of a site, where the page it was read from names a licence."""
    small_record(folder / "r.db", plain)
    page = f'<!doctype html><html><head><link rel="license" href="{DEED.format(kind)}"></head><body>a</body></html>'
    with closing(open_record(folder / "r.db")) as conn:
        conn.execute("UPDATE articles SET agency = NULL")
        conn.execute("UPDATE pages SET packed = ? WHERE digest = ?", (zlib.compress(page.encode()), ONE.digest))
        told = publish(conn, folder / "site", options=SiteOptions(ORIGIN))
    assert told.texts == (0 if "nc" in kind else 1)
    return seen((folder / "site" / "articles" / f"{ONE.id}.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("kind", "name"), [("by", "CC BY 4.0"), ("by-sa", "CC BY-SA 4.0"), ("by-nd", "CC BY-ND 4.0")])
def test_the_text_stands_with_its_licence_and_its_author(tmp_path: Path, kind: str, name: str) -> None:
    page = shown(tmp_path, kind)
    assert "she told reporters" in page.text
    assert f"Text: {name}. By Ina Writer, Outlet one, original." in page.text
    assert ("goes on under the same licence" in page.text) == (kind == "by-sa")
    assert {"tag": "a", "href": DEED.format(kind), "rel": "noopener noreferrer nofollow"} in page.links
    assert json.loads(page.data[0])["license"] == DEED.format(kind)
    assert "Another story" not in page.text


def test_what_must_stay_as_it_is_has_no_marks_and_its_statements_below(tmp_path: Path) -> None:
    page = shown(tmp_path, "by-nd")
    assert "mark" not in page.tags
    assert "Who says what in it" in page.text
    assert sum(one.startswith("s-") for one in page.ids) == 4


def test_what_may_be_marked_is(tmp_path: Path) -> None:
    page = shown(tmp_path, "by")
    assert "mark" in page.tags
    assert "Who says what in it" not in page.text


def test_search_engines_are_sent_to_the_original(tmp_path: Path) -> None:
    page = shown(tmp_path, "by")
    assert [one["href"] for one in page.links if one.get("rel") == "canonical"] == [ONE.url]
    listed = (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert ONE.id not in listed
    assert article("two", plain).id in listed


def test_no_archived_page_and_no_text_of_the_other(tmp_path: Path) -> None:
    shown(tmp_path, "by")
    articles = tmp_path / "site" / "articles"
    assert {path.name for path in articles.iterdir()} == {f"{ONE.id}.html", f"{article('two', plain).id}.html"}
    other = (articles / f"{article('two', plain).id}.html").read_text(encoding="utf-8")
    assert "she told reporters" not in other


def test_what_only_others_may_show_is_an_extract_that_says_so(tmp_path: Path) -> None:
    page = shown(tmp_path, "by-nc")
    assert "An extract: CC BY-NC 4.0 allows it on sites that are not commercial." in page.text
    assert "she told reporters" not in page.text
