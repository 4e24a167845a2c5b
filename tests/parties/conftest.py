"""Statements of which only the speaker matters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model import Passage, Span, Speaker, Statement

Say = Callable[..., Statement]


@pytest.fixture
def say() -> Say:
    """Makes a statement from its id, a party, a person's name and role."""

    def made(which: str, party: str | None, name: str | None = None, role: str | None = None) -> Statement:
        content = Passage("x", (Span(0, 1),))
        return Statement(which, "a", "direct", content, None, None, Speaker(name, role, party, ""), "asserts")

    return made
