"""What is watched on the network: followed addresses, articles to be looked at again, and how a host is treated.

Moments are UTC in ISO 8601 to the second ("2026-03-14T09:26:53Z"), so that they sort as text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

FollowKind: TypeAlias = Literal["feed", "sitemap", "article"]
RobotsRule: TypeAlias = Literal["rules", "open", "closed"]


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave us to ask with whether something changed since."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Follow:
    """An address that somebody follows.

    ``watched`` is what is asked for new articles: the address itself, or the feed that its page names. ``kind`` is
    None until it was looked at; an "article" is looked at as any other article and has no ``due`` of its own.
    """

    url: str
    watched: str
    kind: FollowKind | None = None
    due: str | None = None
    fetched: str | None = None
    failures: int = 0
    error: str | None = None
    validators: Validators = Validators()
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """An article's address found by what is followed; ``due``: when to look (again), None for no more.

    ``first`` and ``fetched``: when its bytes came first and last. ``digest``: SHA-256 of the last bytes, in hex.
    ``listed``: its day of publication as the list that named it writes it.
    """

    url: str
    follow: str
    due: str | None
    first: str | None = None
    fetched: str | None = None
    failures: int = 0
    error: str | None = None
    validators: Validators = Validators()
    digest: str | None = None
    listed: str | None = None


@dataclass(frozen=True, slots=True)
class Host:
    """How a host is treated: its robots.txt as last fetched, and whether it wants to be left alone.

    ``robots_rule``: "rules" (those of ``robots``), "open" (there are none), "closed" (they could not be had).
    """

    origin: str
    not_before: str | None = None
    failures: int = 0
    robots_rule: RobotsRule | None = None
    robots: str = ""
    robots_until: str | None = None
