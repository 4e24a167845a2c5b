"""The addresses that bytes name: entries of a feed or sitemap, and the feeds that a page of HTML announces."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from onrecord.config import MAX_PAGE_BYTES, Config
from onrecord.model import Capture, Page
from onrecord.read import feed, gz, jsonfeed, sitemap
from onrecord.read import html as markup
from onrecord.read.address import joined
from onrecord.read.decode import text_of
from onrecord.read.source import Source

LinkKind: TypeAlias = Literal["article", "sitemap", "feed"]
HEAD = 4096
HEAD_OF_PAGE = 200_000
TAG = re.compile(r"<(link|base)\b([^<>]{0,4000})>", re.I)
ATTRIBUTE = re.compile(
    r"""([a-z]{2,10})\s{0,5}=\s{0,5}(?:"([^"]{0,3000})"|'([^']{0,3000})'|([^\s"'>]{1,3000}))""", re.I
)
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")


@dataclass(frozen=True, slots=True)
class Link:
    """An absolute http(s) address and what the list that names it says of it; ``published`` and ``changed`` as there.

    ``kind``: "article", "sitemap" (a further list, named by an index), "feed" (announced by a page).
    """

    url: str
    title: str | None = None
    published: str | None = None
    kind: LinkKind = "article"
    changed: str | None = None


def links_in(data: bytes, url: str) -> tuple[Link, ...]:
    """The links in ``data``, fetched from ``url``, in order, each address once; gzip is unpacked.

    RSS, Atom, RDF, JSON Feed and sitemaps give their entries, HTML its announced feeds, anything else nothing.
    Never raises for bad bytes, and reads no more than the cap on a page.
    """
    data = gz.plain(data, MAX_PAGE_BYTES)
    head, name = data[:HEAD], gz.plain_name(_path(url)).lower()
    if len(data) > MAX_PAGE_BYTES:
        return ()
    if sitemap.accepts(head, name):
        found: Iterable[Link] = (_of_entry(one) for one in sitemap.entries(data))
    elif reader := next((one for one in (jsonfeed, feed) if one.accepts(head, name)), None):
        pages = reader.read(Source(url, data, Config(), Capture(url)))
        found = (_of_page(page) for page in pages if isinstance(page, Page) and page.url)
    elif markup.accepts(head, name):
        found, url = _announced(text_of(data)[:HEAD_OF_PAGE], url)
    else:
        found = ()
    return _absolute(found, url)


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _of_entry(entry: sitemap.Entry) -> Link:
    kind: LinkKind = "sitemap" if entry.is_map else "article"
    return Link(entry.url, entry.title, entry.published, kind, entry.changed)


def _of_page(page: Page) -> Link:
    return Link(page.url or "", page.given.headline, page.given.published)


def _announced(text: str, url: str) -> tuple[list[Link], str]:
    """The feeds of a page, and the address that its links are relative to."""
    base, found = url, []
    for tag, inside in TAG.findall(text):
        said = {name.lower(): html.unescape(a or b or c).strip() for name, a, b, c in ATTRIBUTE.findall(inside)}
        if tag.lower() == "base":
            base = joined(url, said.get("href", "")) or base
        elif "alternate" in said.get("rel", "").lower().split() and _type(said) in FEED_TYPES:
            found.append(Link(said.get("href", ""), said.get("title") or None, None, "feed"))
    return found, base


def _type(said: dict[str, str]) -> str:
    return said.get("type", "").split(";")[0].strip().lower()


def _absolute(found: Iterable[Link], base: str) -> tuple[Link, ...]:
    first: dict[str, Link] = {}
    for one in found:
        if one.url and (url := joined(base, one.url)):
            first.setdefault(url, replace(one, url=url))
    return tuple(first.values())
