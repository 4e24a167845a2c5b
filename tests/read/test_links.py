from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.links import Link, links_in

URL = "https://h.example/news/list.xml"
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>
<item><title>One</title><link>/1#top</link><pubDate>Tue, 10 Mar 2026 09:00:00 +0100</pubDate></item>
<item><title>One again</title><link>https://h.example/1</link></item>
<item><title>Mail</title><link>mailto:a@h.example</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://cdn.example/x/"><title>H</title>
<entry xml:base="y/"><title>Two</title><link href="2.html"/><published>2026-03-12</published></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>H</title></channel><item rdf:about="https://h.example/3">
<title>Three</title><dc:date>2026-03-13</dc:date></item></rdf:RDF>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "H",
    "items": [{"id": "4", "url": "4", "title": "Four"}],
}
MAP = "<urlset><url><loc>https://h.example/5</loc></url></urlset>"
INDEX = "<sitemapindex><sitemap><loc>https://h.example/s.xml</loc></sitemap></sitemapindex>"
PAGE = """<!doctype html><html><head><base href="/b/">
<link rel="alternate" type="application/rss+xml" title="All &amp; more" href="feed">
<LINK HREF='https://h.example/atom' TYPE=application/atom+xml REL='home alternate'>
<link rel="alternate" hreflang="de" href="/de"><link rel=alternate type="application/json+oembed" href="/o">
<link rel="stylesheet" href="/s.css"></head><body><p>Rain fell.</p></body></html>"""


def found(text: str) -> tuple[Link, ...]:
    return links_in(text.encode(), URL)


def test_rss_gives_each_address_once() -> None:
    assert found(RSS) == (Link("https://h.example/1", "One", "Tue, 10 Mar 2026 09:00:00 +0100"),)


def test_atom_is_relative_to_its_own_base() -> None:
    assert found(ATOM) == (Link("https://cdn.example/x/y/2.html", "Two", "2026-03-12"),)


def test_rdf() -> None:
    assert found(RDF) == (Link("https://h.example/3", "Three", "2026-03-13"),)


def test_json_feed() -> None:
    assert found(json.dumps(JSON)) == (Link("https://h.example/news/4", "Four"),)


def test_sitemaps_packed_or_not() -> None:
    assert found(MAP) == links_in(gzip.compress(MAP.encode()), URL + ".gz") == (Link("https://h.example/5"),)
    assert found(INDEX) == (Link("https://h.example/s.xml", kind="sitemap"),)


def test_a_page_announces_its_feeds() -> None:
    assert found(PAGE) == (
        Link("https://h.example/b/feed", "All & more", kind="feed"),
        Link("https://h.example/atom", kind="feed"),
    )


@pytest.mark.parametrize("data", [
    b"<urlset><url><loc>http://a.example/1&#xd800;</loc></url></urlset>",
    b'<rss version="2.0"><channel><item><title>a&#xdfff;</title><link>http://a.example/1&#xd800;</link></item></channel></rss>',
])  # fmt: skip
def test_half_a_character_in_an_address(data: bytes) -> None:
    assert [link.url for link in links_in(data, "http://a.example/")] == ["http://a.example/1"]


def test_anything_else_has_none() -> None:
    assert found("Rain fell on the harbour. https://h.example/1") == found("") == ()
    assert links_in(gzip.compress(MAP.encode())[:-9], URL) == links_in(b"\x1f\x8b broken", URL) == ()


@given(st.binary(max_size=300), st.sampled_from([RSS, ATOM, RDF, json.dumps(JSON), MAP, PAGE]), st.integers(0, 400))
def test_never_fails(noise: bytes, text: str, at: int) -> None:
    whole = text.encode()
    for link in links_in(whole[:at] + noise + whole[at:], URL):
        assert link.url.startswith(("http://", "https://"))


@given(st.text(max_size=60))
def test_any_address(url: str) -> None:
    assert all(link.url.startswith("http") for link in links_in(RSS.encode(), url))
