"""Sitemaps (sitemaps.org 0.9, with Google's news extension): addresses of articles, no text. See ``links``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from onrecord.model import Page, Rejected
from onrecord.read.decode import text_of
from onrecord.read.source import Source
from onrecord.read.xmltree import child, declares_entities, local, parsed, said

COMMENT = re.compile(rb"<!--.{0,2000}?-->", re.S)
ROOT = re.compile(rb"<(?:\w{1,20}:)?([a-z]\w{0,20})[\s>/]", re.I)
KINDS = (b"urlset", b"sitemapindex")
ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}$", re.I)
FEWEST_LINES = 3
HEAD = 4096
MOST_ENTRIES = 50_000  # what the protocol allows


@dataclass(frozen=True, slots=True)
class Entry:
    """One address of a sitemap. ``changed`` is its lastmod; title, day and outlet are those of a news sitemap.

    ``is_map``: the address of a further sitemap, named by an index.
    """

    url: str
    is_map: bool = False
    title: str | None = None
    published: str | None = None
    changed: str | None = None
    outlet: str | None = None


def accepts(head: bytes, name: str) -> bool:
    """True where the first element is that of a sitemap, and for text of nothing but addresses, one a line."""
    return _is_map(head) or _is_list(head)


def read(source: Source) -> Iterator[Page | Rejected]:
    """One refusal that says how many addresses there are and what to do with them."""
    found = entries(source.data)
    maps = sum(one.is_map for one in found)
    if not found:
        yield source.refuse("sitemap without addresses")
    elif maps:
        yield source.refuse(f"an index of {_many(maps, 'sitemap')}, no text: give it to `onrecord follow`")
    else:
        count = _many(len(found), "address")
        yield source.refuse(f"a sitemap of {count}, no text: give it to `onrecord follow`")


def entries(data: bytes) -> tuple[Entry, ...]:
    """The addresses in the order of the sitemap, each once, at most 50,000. Never raises: damage gives fewer."""
    text = text_of(data)
    if not _is_map(data[:HEAD]):
        found = [Entry(url) for line in text.splitlines() if ADDRESS.match(url := line.strip())]
    else:
        root = None if declares_entities(text) else parsed(text)
        found = [] if root is None else [one for element in root.iter(etree.Element) if (one := _entry(element))]
    first: dict[str, Entry] = {}
    for one in found:
        first.setdefault(one.url, one)
    return tuple(first.values())[:MOST_ENTRIES]


def _entry(element: etree._Element) -> Entry | None:
    kind = local(element).lower()
    url = said(child(element, "loc")) if kind in ("url", "sitemap") else None
    if url is None:
        return None
    news = child(element, "news")
    return Entry(
        url,
        kind == "sitemap",
        said(child(news, "title")),
        said(child(news, "publication_date")),
        said(child(element, "lastmod")),
        said(child(child(news, "publication"), "name")),
    )


def _is_map(head: bytes) -> bool:
    first = ROOT.search(COMMENT.sub(b"", head.replace(b"\x00", b"")))
    return first is not None and first.group(1).lower() in KINDS


def _is_list(head: bytes) -> bool:
    lines = head.decode("utf-8-sig", "replace").split("\n")
    whole = [line.strip() for line in (lines if len(head) < 4000 else lines[:-1]) if line.strip()]
    return len(whole) >= FEWEST_LINES and all(ADDRESS.match(line) for line in whole)


def _many(count: int, noun: str) -> str:
    plural = noun + ("es" if noun.endswith("s") else "s")
    return f"{count:,} {noun if count == 1 else plural}"
