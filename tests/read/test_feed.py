from __future__ import annotations

from onrecord.config import Config
from onrecord.model import Page, Rejected
from onrecord.read import read_bytes
from onrecord.read.feed import WHOLE

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Weekly</title><link>https://h.example/</link>
<item><title>Bridge &amp;amp; tunnel</title><link> https://h.example/1 </link>
<pubDate>Tue, 10 Mar 2026 09:00:00 +0100</pubDate>
<dc:creator>Mira Hollis</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>The bridge&nbsp;opens.</p>]]></content:encoded></item>
<item><title>Two</title><guid isPermaLink="true">https://h.example/2</guid>
<description>&lt;b&gt;Only&lt;/b&gt; this&nbsp;much.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>
<entry><title type="html">A &lt;i&gt;ship&lt;/i&gt;</title><link rel="edit" href="https://h.example/e"/><link href="https://h.example/3"/>
<author><name>Jon Pell</name></author><published>2026-03-12T08:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <b>sailed</b>.</p></div></content></entry>
<entry><title>Plain</title><link href="https://h.example/4"/><summary type="text">1 &lt; 2</summary></entry></feed>"""


def pages(text: str, name: str = "feed.xml") -> list[Page]:
    return [page for page in read_bytes(name, text.encode(), Config()) if isinstance(page, Page)]


def test_rss() -> None:
    first, second = pages(RSS)
    assert (first.form, first.url, first.content) == (
        "entry",
        "https://h.example/1",
        WHOLE + "<p>The bridge\xa0opens.</p>",
    )
    assert first.given.headline == "Bridge & tunnel"
    assert first.given.published == "Tue, 10 Mar 2026 09:00:00 +0100"
    assert (first.given.byline, first.given.outlet) == (("Mira Hollis",), "Harbour Weekly")
    assert second.url == "https://h.example/2"
    assert second.content == "<b>Only</b> this\xa0much."
    assert first.digest != second.digest


def test_atom() -> None:
    first, second = pages(ATOM)
    assert (first.given.headline, first.url, first.given.byline) == ("A ship", "https://h.example/3", ("Jon Pell",))
    assert "<p>It <b>sailed</b>.</p>" in first.content.replace(":html", "").replace("html:", "")
    assert second.content == "1 &lt; 2"


def test_entities_are_refused_unparsed() -> None:
    declared = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    bomb = f'<?xml version="1.0"?>{declared}<rss><channel><item>&b;</item></channel></rss>'
    (result,) = read_bytes("feed.xml", bomb.encode(), Config())
    assert isinstance(result, Rejected)
    assert "entities" in result.reason


def test_a_feed_cut_short_gives_what_it_has() -> None:
    assert pages(RSS[: RSS.index("<item><title>Two") + 20])[0].given.headline == "Bridge & tunnel"


def test_no_entries_is_a_reason() -> None:
    (result,) = read_bytes("feed.xml", b'<?xml version="1.0"?><rss><channel></channel></rss>', Config())
    assert isinstance(result, Rejected)
    assert result.reason == "feed without entries"


def test_endless_feeds_end_with_a_reason() -> None:
    item = "<item><title>t</title><description>d</description></item>"
    results = list(read_bytes("f.rss", f"<rss><channel>{item * 2001}</channel></rss>".encode(), Config()))
    assert len(results) == 2001
    assert isinstance(results[-1], Rejected)


def test_a_change_is_no_publication() -> None:
    changed = ATOM.replace("published>", "updated>")
    first, second = pages(changed)
    assert first.given.published is None
    assert first.content.startswith('<meta itemprop="dateModified" content="2026-03-12T08:00:00Z">' + WHOLE)
    assert second.content == "1 &lt; 2"
    both, _ = pages(ATOM.replace("<published>", "<updated>2026-04-01T08:00:00Z</updated><published>"))
    assert both.content.startswith(WHOLE + "<div")
