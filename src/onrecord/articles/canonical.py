"""The address where an outlet says that a page belongs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html

from onrecord.articles.markup import squeezed

LONGEST = 2000
HOSTS_WITHOUT_READERS = frozenset(["localhost", "127.0.0.1", "0.0.0.0", "::1"])  # noqa: S104 - refused, not bound
CANONICAL = "//link[translate(@rel,'CANOIL','canoil')='canonical']/@href"
BASE = "//base/@href"


def canonical_of(tree: html.HtmlElement, meta: Mapping[str, str], data: Mapping[str, Any]) -> str | None:
    """The first usable of rel=canonical, og:url and what JSON-LD says; None where there is none."""
    page: Any = data.get("mainEntityOfPage")
    found = [
        *tree.xpath(CANONICAL),
        meta.get("og:url"),
        data.get("url"),
        page.get("@id") if isinstance(page, dict) else page,
    ]
    said = [squeezed(one) for one in found if isinstance(one, str)]
    base = next(iter(tree.xpath(BASE)), "")
    return next((url for one in said if (url := usable(one, base=base))), None)


def usable(said: str, *, base: str = "") -> str | None:
    """An absolute http(s) address that a stranger can open, without its fragment; None for anything else.

    ``base``: what a relative one is counted from.
    """
    if len(said) > LONGEST or any(sign in said for sign in ' \\"<>{}'):
        return None
    try:
        url = urljoin(base, said) if base else said
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "." not in host or parts.username is not None:
        return None
    return None if host in HOSTS_WITHOUT_READERS else url.split("#")[0]


def is_of_article(canonical: str, found: str | None) -> bool:
    """Whether it can be this page's: one that leads from an inner page to a front page says nothing of an article."""
    return _has_path(canonical) or found is None or not _has_path(found)


def _has_path(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)
