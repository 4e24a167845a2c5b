"""Pages are hostile: what no database, terminal or later stage could hold is taken out before any of them sees it."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar
from urllib.parse import urlsplit

from onrecord.model import Article, article_id

MAX_ADDRESS = 2_000
# Half characters cannot be written as UTF-8; NUL ends a text for SQLite. One for one, so that offsets hold.
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")

Value = TypeVar("Value")


def keepable(article: Article) -> Article:
    """The article with every character writable, and without its address where that is none."""
    clean = written(article)
    url = clean.url if clean.url and is_address(clean.url) else None
    if clean is article and url == article.url:
        return article
    return replace(clean, url=url, id=article_id(url, clean.headline, clean.text))


def written(value: Value) -> Value:
    """The same with U+FFFD for each character that cannot be written; the very same where there is none."""
    if isinstance(value, str):
        return _UNWRITABLE.sub("\ufffd", value) if _UNWRITABLE.search(value) else value  # type: ignore[return-value]
    if isinstance(value, tuple):
        parts = tuple(written(part) for part in value)
        return value if all(map(_same, parts, value)) else parts  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        changed = {at.name: written(getattr(value, at.name)) for at in fields(value)}
        changed = {name: part for name, part in changed.items() if part is not getattr(value, name)}
        return replace(value, **changed) if changed else value
    return value


def is_address(url: str) -> bool:
    """True for what can be taken apart as an address: every later stage may do so."""
    try:
        parts = urlsplit(url)
        port_is_right = parts.port is None or parts.port >= 0
    except ValueError:
        return False
    return port_is_right and len(url) <= MAX_ADDRESS and not any(ord(one) <= 32 or one == "\x7f" for one in url)


def _same(one: object, other: object) -> bool:
    return one is other
