"""Articles and statements of which only a few things matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Article, Kind, Passage, Span, Speaker, Stance, Statement, When

Say = Callable[..., Statement]
Write = Callable[..., Article]


@pytest.fixture
def say() -> Say:
    """Makes an assertion: id, party, words; a cue, a day and an article if need be."""

    def made(
        which: str,
        party: str | None,
        text: str,
        *,
        cue: str = "said",
        on: str | None = None,
        article: str = "a1",
        name: str | None = "",
        role: str | None = None,
        kind: Kind = "direct",
        stance: Stance = "asserts",
        relay: tuple[str, ...] = (),
    ) -> Statement:
        spans = (Span(0, len(text)),)
        day = When(on, "day") if on else None
        return Statement(
            which,
            article,
            kind,
            Passage(text, spans),
            Passage(cue, spans),
            None,
            Speaker(f"Speaker of {party}" if name == "" else name, role, party, ""),
            stance,
            relay=relay,
            said_on=day,
        )

    return made


@pytest.fixture
def write() -> Write:
    """Makes an article: id, text; outlet, agency, day, address."""

    def made(
        which: str,
        text: str,
        *,
        outlet: str | None = None,
        agency: str | None = None,
        day: str | None = None,
        url: str | None = None,
    ) -> Article:
        when = When(day, "day") if day else When(None, "unknown", 0.0)
        return Article(which, f"{which}.html", "d", text, f"Headline {which}", when, url, outlet, agency=agency)

    return made
