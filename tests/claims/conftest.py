"""Statements in a text of which only a few things matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Figure, Passage, Span, Speaker, Stance, Statement, When

Say = Callable[..., Statement]


@pytest.fixture
def say() -> Say:
    """Makes a statement: id, party, stance; a day, words, an article, figures if need be."""

    def made(
        which: str,
        party: str | None,
        stance: Stance = "asserts",
        *,
        on: str | None = None,
        text: str = "It sank.",
        article: str = "a1",
        name: str | None = "Ada Brook",
        figures: tuple[Figure, ...] = (),
        start: int = 0,
    ) -> Statement:
        content = Passage(text, (Span(start, start + len(text)),))
        day = When(on, "day") if on else None
        speaker = Speaker(name, None, party, "")
        return Statement(which, article, "direct", content, None, None, speaker, stance, said_on=day, figures=figures)

    return made
