"""Feeds are Atom, whatever is in them, and our own reader reads them back. Source: RFC 4287."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onrecord.config import Config
from onrecord.model import Change, Page
from onrecord.publish.addresses import Addresses
from onrecord.publish.atom import ATOM, EPOCH, XHTML, Entry, Feed, atom, clean, entries_of, urn
from onrecord.publish.quotes import Place, Quote
from onrecord.publish.runs import Run
from onrecord.publish.told import Line
from onrecord.read.feed import read
from onrecord.read.source import Source

TO = Addresses(root="https://desk.example/")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
NAMES = {"a": ATOM, "x": XHTML}


def quote(words: str) -> Quote:
    place = Place("a1", "s1", words, words)
    return Quote(words, (), True, words, None, words, "asserts", "2026-03-02", (), None, place)


def made(words: str) -> Feed:
    change = Change("status", claim="c", before="reported", after="denied", id="1", at="2026-03-02T08:00:00Z")
    entries = entries_of([Line(change, words, words, (quote(words),), 0, words)], TO)
    return Feed("claim:c", words, "https://desk.example/feeds/claims/c.atom", "https://desk.example/claims/c", entries)


def check(document: bytes) -> etree._Element:
    """Fails where the structure is not that of RFC 4287, section 4."""
    root = etree.fromstring(document)
    assert root.tag == f"{{{ATOM}}}feed"
    for at in (root, *root.findall("a:entry", NAMES)):
        for name in ("id", "title", "updated"):
            assert len(at.findall(f"a:{name}", NAMES)) == 1, name
        assert MOMENT.fullmatch(at.findtext("a:updated", "", NAMES))
        assert at.findtext("a:id", "", NAMES).startswith("urn:uuid:")
        links = [(one.get("rel"), one.get("type")) for one in at.findall("a:link", NAMES)]
        assert len(links) == len(set(links))
        assert all((one.get("href") or "").startswith("https://") for one in at.findall("a:link", NAMES))
    assert root.findall("a:author", NAMES)  # then no entry needs one
    ids = [one.text for one in root.findall("a:entry/a:id", NAMES)]
    assert len(ids) == len(set(ids))
    for content in root.findall("a:entry/a:content", NAMES):
        assert content.get("type") == "xhtml"
        [div] = content
        assert div.tag == f"{{{XHTML}}}div"
        plain = ("div", "p", "blockquote", "a", "em")
        assert {one.tag for one in div.iter()} <= {f"{{{XHTML}}}{name}" for name in plain}
        assert all(one.get("href", "https://").startswith("https://") for one in div.iter())
    return root


@given(st.text(max_size=40))
def test_whatever_is_said_the_feed_is_one(words: str) -> None:
    root = check(atom(made(words), TO))
    assert root.findtext("a:title", "", NAMES) == clean(words).replace("\r\n", "\n").replace("\r", "\n")


def test_markup_that_was_said_is_text() -> None:
    root = check(atom(made("<script>alert(1)</script>&\x00\x1b]]>"), TO))
    assert "<script>alert(1)</script>&]]>" in "".join(map(str, root.itertext()))


def test_indirect_words_stand_in_their_sentence_and_only_direct_ones_in_quotation_marks() -> None:
    runs = (Run("Tarn spoke of "), Run("the swimmer", hit=True), Run(" on Monday"))
    for one, told in (
        (replace(quote("the swimmer"), direct=False, runs=runs), "Tarn spoke of the swimmer on Monday"),
        (replace(quote("the swimmer"), direct=False), "the swimmer"),
        (quote("“the swimmer”"), "“the swimmer”"),
        (quote("the swimmer"), "“the swimmer”"),
    ):
        entry = Entry("k", "t", "https://d.example/", EPOCH, "Article", quotes=(one,))
        root = check(atom(Feed("k", "t", "https://d.example/f", "https://d.example/", (entry,)), TO))
        [said] = root.iterfind(".//x:blockquote/x:p", NAMES)
        assert "".join(map(str, said.itertext())) == told
        assert [at.text for at in said] == (["the swimmer"] if one.runs else [])
        assert ("in the article’s words" in "".join(map(str, root.itertext()))) is not one.direct


def test_our_own_reader_reads_it() -> None:
    document = atom(made("The ferry sank"), TO)
    [page] = read(Source("feed.atom", document, Config()))
    assert isinstance(page, Page)
    assert page.url == "https://desk.example/claims/c"


def test_an_id_stays_and_an_empty_feed_has_a_moment() -> None:
    assert urn("change:1") == urn("change:1") != urn("change:2")
    empty = Feed("today", "t", "https://desk.example/f", "https://desk.example/", ())
    assert check(atom(empty, TO)).findtext("a:updated", "", NAMES) == EPOCH
    both = (Entry("k", "t", "https://d.example/", "2026-03-02T08:00:00Z", "Article"),) * 1
    assert Feed("k", "t", "o", "p", both).updated == "2026-03-02T08:00:00Z"
