"""Why what stood on a page beside its story is no part of it, by kind."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.model import FurnitureKind

WHY: Mapping[FurnitureKind, str] = {
    "hot": "headlines that are hot on the whole site, whatever the story",
    "most_read": "what is read most on the whole site, whatever the story",
    "topics": "links to topics",
    "related": "headlines of other articles",
    "newsletter": "an invitation to a newsletter",
    "other": "a block under a heading of its own that leads elsewhere",
}


def furniture_why(kind: FurnitureKind) -> str:
    """The reason, in words."""
    return WHY[kind]
