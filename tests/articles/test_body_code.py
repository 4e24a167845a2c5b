"""Listings of code go with a text, verse stays, and a page that is all code keeps it."""

from __future__ import annotations

from lxml import html

from onrecord.articles.body_code import is_listing, without_code
from onrecord.articles.body_features import Seen, seen
from onrecord.articles.body_lines import lines_of

STORY = "<p>The harbour master keeps the tides in a small program, which he shows to everybody who asks.</p>"
CODE = "<pre>fn main() { let tide = tides[0]; print(tide); }</pre>"
VERSE = "<pre>The ferry goes, the ferry comes, and nobody is there to see</pre>"


def lines(body: str) -> list[Seen]:
    return seen(lines_of(html.document_fromstring(f"<html><body>{body}</body></html>")))


def test_listings_go_and_verse_stays() -> None:
    found = lines(STORY + CODE + VERSE)
    assert without_code(found) == [found[0], found[2]]


def test_a_page_of_code_keeps_it() -> None:
    found = lines(STORY + CODE * 9)
    assert without_code(found) == found


def test_language_is_no_listing() -> None:
    assert not is_listing("The harbour master (62) keeps the tides in a small program; he shows it to everybody.")
    assert is_listing("let tide = tides[0]; print(tide);")
