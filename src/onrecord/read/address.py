"""Addresses that are written relative to where they stand."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

LONGEST = 2048


def joined(base: str | None, url: str) -> str | None:
    """The absolute address without its fragment; None where it is none of the web or too long to be one."""
    try:
        whole = urljoin(base or "", url.strip()).partition("#")[0]
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.hostname and len(whole) <= LONGEST else None
