"""The name of the outlet a page is from, as the page gives it."""

from __future__ import annotations

from onrecord.articles.head import Head
from onrecord.articles.head_lines import likeness
from onrecord.articles.headline import SPLIT

MOST_WORDS = 6


def outlet_of(head: Head) -> str | None:
    """The site's name from its metadata, else what stands behind the headline in the title."""
    if head.outlet:
        return feed_outlet(head.outlet)
    parts = SPLIT.split(head.title)
    if len(parts) < 2 or len(parts[-1].split()) > MOST_WORDS:
        return None
    known = next(iter(head.headlines), "")
    return parts[-1] if not known or likeness(parts[-1], known) < 0.5 else None


def feed_outlet(title: str | None) -> str | None:
    """The outlet of a feed by its title: "Harbour Weekly - Top news" is Harbour Weekly's."""
    return SPLIT.split(title)[0].strip()[:100] or None if title else None
