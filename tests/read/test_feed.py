from __future__ import annotations

import pytest

from onrecord.config import Config
from onrecord.model import Capture, Page, Rejected
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
    items = "".join(f"<item><title>{n}</title><description>d</description></item>" for n in range(2001))
    results = list(read_bytes("f.rss", f"<rss><channel>{items}</channel></rss>".encode(), Config()))
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


def item(inside: str, capture: Capture | None = None) -> Page:
    text = f"""<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
 xmlns:fb="http://rssnamespace.org/feedburner/ext/1.0"><channel><title>Harbour</title><item>{inside}</item></channel></rss>"""
    (page,) = read_bytes("feed.xml", text.encode(), Config(), capture=capture)
    assert isinstance(page, Page)
    return page


def test_pictures_have_words_of_their_own() -> None:
    page = item(
        "<media:title>A photo</media:title><media:description>The photo shows a crane.</media:description>"
        "<itunes:title>Episode 9</itunes:title><itunes:author>Sound Desk</itunes:author><media:content url='a.jpg'/>"
        "<title>Bridge</title><description>It opened.</description>"
    )
    assert (page.given.headline, page.content, page.given.byline) == ("Bridge", "It opened.", ())


def test_an_entry_twice_is_one_and_a_changed_one_two() -> None:
    rows = "<item><guid>x</guid><description>{}</description></item>"
    feed = "<rss><channel>" + rows.format("One.") * 2 + rows.format("Two.") + "</channel></rss>"
    assert [page.content for page in pages(feed)] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("inside", "names"),
    [
        ("<dc:creator>Ida Brandt</dc:creator><dc:creator>Jon Pell</dc:creator>", ("Ida Brandt", "Jon Pell")),
        ("<author>jon@h.example (Jon Pell)</author>", ("Jon Pell",)),
        ("<author>Jon Pell &lt;jon@h.example&gt;</author>", ("Jon Pell",)),
        ("<author>desk@h.example</author>", ()),
        ("<author><name>Ida &amp;amp; Jon</name><uri>https://h.example</uri></author>", ("Ida & Jon",)),
        ("<author><uri>https://h.example</uri></author>", ()),
    ],
)
def test_authors(inside: str, names: tuple[str, ...]) -> None:
    assert item(inside).given.byline == names


@pytest.mark.parametrize(
    ("inside", "url"),
    [
        ("<link>/news/1</link>", "https://h.example/news/1"),
        ("<link>https://clicks.example/9</link><fb:origLink>https://h.example/1</fb:origLink>", "https://h.example/1"),
        ("<guid isPermaLink='false'>https://h.example/?p=1</guid>", None),
        ("<guid>https://h.example/?p=1</guid>", "https://h.example/?p=1"),
        ("<link/><id>https://h.example/2</id>", "https://h.example/2"),
        ("<link>tag:h.example,2026:1</link>", "tag:h.example,2026:1"),
        ("<link xml:base='https://x.example/a/'>b</link>", "https://x.example/a/b"),
    ],
)
def test_addresses(inside: str, url: str | None) -> None:
    assert item(inside, Capture("https://h.example/feed")).url == url


def test_an_entry_of_another_feed_is_that_feeds() -> None:
    page = item("<title>T</title><source url='https://o.example/f'>Other Post</source>")
    assert page.given.outlet == "Other Post"
    assert item("<title>T</title><source><title>Third Post</title><id>3</id></source>").given.outlet == "Third Post"
    assert item("<title>T</title>").given.outlet == "Harbour"


@pytest.mark.parametrize(
    ("end", "whole"),
    [
        ("", True),
        (" [&#8230;]</p>", False),
        ("&hellip; <a href='/1'>Continue reading <span>Bridge opens</span> &rarr;</a></p>", False),
        (" <a href='/1'>Read more</a>", False),
        (" She wanted to read more books.", True),
    ],
)
def test_content_that_breaks_off_is_a_summary(end: str, whole: bool) -> None:
    page = item(f"<content:encoded><![CDATA[<p>The bridge opened{end}]]></content:encoded>")
    assert page.content.startswith(WHOLE) is whole


def test_content_of_other_kinds() -> None:
    def content(kind: str, inside: str) -> str:
        (page,) = pages(
            f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="{kind}">{inside}</content>'
            "<summary>Sum.</summary></entry></feed>"
        )
        return page.content

    assert content("text", "One &lt; two.\n\nThree.") == WHOLE + "<p>One &lt; two.</p><p>Three.</p>"
    assert content("image/png", "iVBORw0KGgo=") == "Sum."
    assert content("html", "&lt;p&gt;Rain&lt;/p&gt;") == WHOLE + "<p>Rain</p>"
    inside = '<x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>Rain <x:b>fell</x:b>.</x:p></x:div>'
    assert "<p>Rain <b>fell</b>.</p></div>" in content("xhtml", inside)
