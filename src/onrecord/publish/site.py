"""The reader's site: the pages of the desk as files in a folder, to be put on any web server or opened from a disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from onrecord.errors import UsageError
from onrecord.publish.addresses import Addresses, outside
from onrecord.publish.atom import Feed, atom
from onrecord.publish.judged import by_statement, standing
from onrecord.publish.pages.feeds import settled_feed, today_feed, topic_feed
from onrecord.publish.pages.plain import missing_page
from onrecord.publish.pages.topics import pages_of as pages_of_topics
from onrecord.publish.permission import permissions
from onrecord.publish.policy import LICENSED, Policy
from onrecord.publish.rendering import assets
from onrecord.publish.site_folder import SiteFolder
from onrecord.publish.site_pages import Site, SitePage, site_pages
from onrecord.publish.sitemap import robots, sitemaps
from onrecord.publish.versions import chain_of
from onrecord.store import claims, stories
from onrecord.store.opening import snapshot

NOT_FOUND = "404.html"
_SCRIPTS = (".js", "htmx-LICENSE.txt")
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """How a site is published. ``address``: of its front page, empty where it is not known; ``title``: its name."""

    address: str = ""
    title: str = "On record"
    policy: Policy = LICENSED


@dataclass(frozen=True, slots=True)
class Published:
    """What came of it: ``pages`` of HTML; files that were ``written``, left as they were (``same``), ``removed``;
    articles of which the text is shown (``texts``)."""

    pages: int
    written: int
    same: int
    removed: int
    texts: int


PLAIN = SiteOptions()


def publish(
    conn: sqlite3.Connection, folder: Path, *, options: SiteOptions = PLAIN, told: Told = lambda path: None
) -> Published:
    """Writes the site into ``folder`` (made where it is missing); ``told`` hears the path of each page that is made.

    Raises UsageError where the folder holds what is not ours or the address is none, OSError where it cannot be
    written.
    """
    origin = origin_of(options.address)
    with SiteFolder(folder) as into, snapshot(conn):
        site = _site(conn, options, origin)
        made = []
        for one in _put_pages(site, into):
            made.append((one.path, one.listed))
            told(one.path)
        _put_rest(site, into, [path for path, listed in made if listed])
    return Published(len(made), into.written, into.same, into.removed, sum(one.text for one in site.allowed.values()))


def origin_of(address: str) -> str:
    """What stands before the path of every page; empty for no address. Raises UsageError where it is none of a site."""
    if not address:
        return ""
    parts = urlsplit(address) if outside(address) else None
    if parts is None or parts.query or parts.fragment:
        raise UsageError(
            f"{address} is no address of a site: give one like https://site.example/ or https://site.example/news/"
        )
    return address.rstrip("/") + "/"


def _site(conn: sqlite3.Connection, options: SiteOptions, origin: str) -> Site:
    allowed = permissions(conn, options.policy)
    texts = {id_ for id_, one in allowed.items() if one.text}
    given = standing(conn)
    to = Addresses(
        root="",
        files=True,
        origin=origin,
        title=options.title,
        archives=frozenset(id_ for id_, one in allowed.items() if one.shows == "page"),
        compared=frozenset(id_ for id_ in texts if texts.issuperset(chain_of(conn, id_))),
        feeds=bool(origin),
    )
    return Site(conn, to, options.policy, allowed, given, by_statement(given))


def _at(site: Site, path: str) -> Addresses:
    """Addresses as the page in that file writes them."""
    return replace(site.to, root="../" * path.count("/"), here=path)


def _put_pages(site: Site, into: SiteFolder) -> Iterator[SitePage]:
    for one in site_pages(site):
        page = one.make(_at(site, one.path))
        if page is not None:
            into.put(one.path, page.encode("utf-8", "replace"))
            yield one


def _put_rest(site: Site, into: SiteFolder, listed: list[str]) -> None:
    """What is no page of the record: styles and fonts, feeds, lists of pages, what stands for one that is missing."""
    for name, asset in assets().items():
        if not name.endswith(_SCRIPTS):
            into.put(f"static/{name}", asset.data)
    origin = site.to.origin
    # Such a page is shown at any address: its own links must not depend on where.
    root = urlsplit(origin).path if origin else ""
    into.put(NOT_FOUND, missing_page(replace(site.to, root=root, origin="", here=NOT_FOUND)).encode())
    into.put("robots.txt", robots(origin))
    if origin:
        whole = replace(site.to, root=origin)
        for feed in _feeds(site.conn, whole):
            into.put(feed.own.removeprefix(origin), atom(feed, whole))
        for path, data in sitemaps([_at(site, one).canonical() for one in listed], origin):
            into.put(path, data)


def _feeds(conn: sqlite3.Connection, to: Addresses) -> Iterator[Feed]:
    yield today_feed(conn, to)
    for kind, ids in (("story", stories.ids(conn, "")), ("claim", claims.ids(conn, ""))):
        made = (settled_feed(conn, to, kind, id_) for id_ in ids)
        yield from (one for one in made if one)
    for name in pages_of_topics(conn):
        yield topic_feed(conn, to, name)
