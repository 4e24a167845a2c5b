"""Which addresses lead to one page, and whose they are."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# What tells a site where its readers come from, and nothing about the page.
_TRACKS = re.compile(r"(?:utm_[^=]*|[a-z]{1,3}clid|ref|cmp|cmpid|share|source|smid|at_medium|at_campaign)(?:=|$)", re.I)


def address_key(url: str | None) -> str | None:
    """Equal for addresses that differ in scheme, www, closing slash, fragment and tracking only; None where none is."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    asked = sorted(one for one in parts.query.split("&") if one and not _TRACKS.match(one))
    host = parts.netloc.lower().removeprefix("www.")
    return "?".join([host + parts.path.rstrip("/"), *asked]) if host else None


def host_of(url: str | None) -> str | None:
    """The host of an address without www; None where there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
