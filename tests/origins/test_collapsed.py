"""Reports that add no origin, each in a sentence."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.model import Article, Copy, Statement
from onrecord.origins import collapsed


def test_copies_first_then_relays(say: Callable[..., Statement], write: Callable[..., Article]) -> None:
    articles = {one.id: one for one in (write("a1", "x", outlet="Bell"), write("a2", "x", outlet="Wire"))}
    said = [say("1", "Harlandia", "x"), say("2", "Harlandia", "x", article="a2", relay=("Horn", "Wire"))]
    edges = [Copy("a1", "a2", "copy", "credits Wire"), Copy("a9", "a2", "copy", "not here")]
    assert collapsed(said, articles, edges) == (
        "“Headline a1” (Bell) is a copy of “Headline a2” (Wire): credits Wire.",
        "“Headline a2” (Wire) passes on what Horn and Wire reported.",
    )


def test_an_original_collapses_nothing(say: Callable[..., Statement]) -> None:
    assert collapsed([say("1", "Harlandia", "x")], {}, []) == ()
