"""WACZ 1.1: a zip of WARC files in archive/. Its index and its lists of what was looked at are no pages."""

from __future__ import annotations

from collections.abc import Collection

PACKAGE = "datapackage.json"
WARCS = "archive/"


def accepts(names: Collection[str]) -> bool:
    """True for the entries of a zip that make it a WACZ."""
    return PACKAGE in names and any(map(is_warc, names))


def is_warc(name: str) -> bool:
    """True for an entry that holds pages."""
    return name.startswith(WARCS) and name.lower().endswith((".warc", ".warc.gz"))
