from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.config import Config
from onrecord.model import Rejected
from onrecord.read import read_bytes
from onrecord.read.sitemap import Entry, entries

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)
NEWS = f"""{HEAD}<!-- made by <b>hand</b> --><urlset {SPACES}><url><loc> https://h.example/a?x=1&amp;y=2 </loc>
<image:image><image:loc>https://h.example/a.jpg</image:loc></image:image>
<news:news><news:publication><news:name>Harbour Weekly</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-03-10T08:00:00Z</news:publication_date><news:title><![CDATA[Bridge & tunnel]]></news:title>
<news:keywords>bridge, tunnel</news:keywords></news:news></url>
<url><loc>https://h.example/b</loc><lastmod>2026-03-09</lastmod></url>
<url><loc>https://h.example/b</loc></url><url><priority>0.5</priority></url></urlset>"""
INDEX = f"""{HEAD}<s:sitemapindex xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9">
<s:sitemap><s:loc>https://h.example/s1.xml.gz</s:loc><s:lastmod>2026-03-09</s:lastmod></s:sitemap></s:sitemapindex>"""
LIST = "https://h.example/a\r\nhttps://h.example/b\n\nhttps://h.example/c\n"


def reason(text: str, name: str = "sitemap.xml") -> str:
    (result,) = read_bytes(name, text.encode(), Config())
    assert isinstance(result, Rejected)
    return result.reason


def test_a_news_sitemap() -> None:
    first, second = entries(NEWS.encode())
    assert first == Entry(
        "https://h.example/a?x=1&y=2",
        title="Bridge & tunnel",
        published="2026-03-10T08:00:00Z",
        outlet="Harbour Weekly",
    )
    assert second == Entry("https://h.example/b", changed="2026-03-09")


def test_an_index() -> None:
    assert entries(INDEX.encode()) == (Entry("https://h.example/s1.xml.gz", is_map=True, changed="2026-03-09"),)


@pytest.mark.parametrize("name", ["sitemap.xml", "sitemap.txt", "-"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (NEWS, "a sitemap of 2 addresses, no text: give it to `onrecord follow`"),
        (INDEX, "an index of 1 sitemap, no text: give it to `onrecord follow`"),
        (LIST, "a sitemap of 3 addresses, no text: give it to `onrecord follow`"),
        (NEWS[: NEWS.index("<url>")], "sitemap without addresses"),
    ],
)
def test_one_refusal_says_what_to_do(name: str, text: str, said: str) -> None:
    assert reason(text, name) == said


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE u [<!ENTITY a "https://h.example/">]>' + NEWS.removeprefix(HEAD).replace("https:", "&a;")
    assert entries(bomb.encode()) == ()


def test_text_with_addresses_is_no_sitemap() -> None:
    (page,) = read_bytes(
        "a.txt", b"https://h.example/a\nRain fell.\nhttps://h.example/b\nhttps://h.example/c", Config()
    )
    assert not isinstance(page, Rejected)


def test_no_more_than_the_protocol_allows() -> None:
    rows = "".join(f"<url><loc>https://h.example/{n}</loc></url>" for n in range(50_010))
    assert len(entries(f"<urlset {SPACES}>{rows}</urlset>".encode())) == 50_000


@given(st.binary(max_size=300), st.integers(0, len(NEWS)))
def test_never_fails(noise: bytes, at: int) -> None:
    whole = NEWS.encode()
    assert all(one.url for one in entries(whole[:at] + noise + whole[at:]))
