"""A small outlet on loopback: a feed, a sitemap, pages; and what is needed to follow it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from onrecord.config import Config
from onrecord.pipeline.fetching import Round
from onrecord.pipeline.follow import Watch
from onrecord.pipeline.host_book import RecordedHosts
from tests.fetch.server import FakeClock, Server, answer, fetcher, page
from tests.pipeline.stand_ins import GoldReader

HOUR, DAY = 3_600.0, 86_400.0


def watch(conn: sqlite3.Connection, clock: FakeClock) -> Watch:
    """Everything that following the outlet needs."""
    config = Config(allow_private=("news.test", "other.test"))
    return Watch(conn, config, fetcher(clock, hosts=RecordedHosts(conn)), clock)


def fetch_round(at: Watch) -> Round:
    """A round, done."""
    one = Round(at, GoldReader())
    list(one.run())
    return one


def rss(urls: Sequence[str]) -> bytes:
    """A feed that names these addresses."""
    items = "".join(f"<item><title>T</title><link>{url}</link></item>" for url in urls)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{items}</channel></rss>'.encode()


def sitemap(days: dict[str, str]) -> bytes:
    """A sitemap of these addresses, each with its day."""
    rows = "".join(f"<url><loc>{url}</loc><lastmod>{day}</lastmod></url>" for url, day in days.items())
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'.encode()


def index(days: dict[str, str]) -> bytes:
    """An index of these sitemaps, each with its day."""
    rows = "".join(f"<sitemap><loc>{url}</loc><lastmod>{day}</lastmod></sitemap>" for url, day in days.items())
    return (
        f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'
    ).encode()


def story(server: Server, path: str, words: str) -> None:
    """A page with one article, in the shorthand of the stand-in reader."""
    etag = f'"{len(words)}-{hash(words)}"'
    server.says[path] = page(f"{server.url(path)} Headline of {path}: {words}".encode(), etag=etag)


def feed(server: Server, *paths: str, etag: str | None = None) -> None:
    """The outlet's feed names these pages."""
    body = rss([server.url(path) for path in paths])
    headers = {"etag": etag} if etag else {}
    server.says["/feed"] = answer(200, body, content_type="application/rss+xml", **headers)
