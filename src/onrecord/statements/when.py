"""The day the article gives for an act of speaking."""

from __future__ import annotations

from onrecord.model import Article, Attribution, When


def said_on(article: Article, attribution: Attribution) -> When | None:
    """First version: none is given."""
    return None
