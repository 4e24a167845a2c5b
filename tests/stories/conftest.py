"""Articles of which only a few things matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Article, When

Write = Callable[..., Article]


@pytest.fixture
def write() -> Write:
    """Makes an article: id, text, day, headline."""

    def made(which: str, text: str, day: str | None = None, headline: str = "Headline") -> Article:
        when = When(day, "day") if day else When(None, "unknown", 0.0)
        return Article(which, which, "d", text, headline, when)

    return made
