"""Reports that add no origin, each in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.model import Article, Copy, Passage, Span, Statement
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


def test_two_reports_of_one_briefing_are_told_as_one(
    say: Callable[..., Statement], write: Callable[..., Article]
) -> None:
    told = {"a1": "It sank, Harlandia told a news conference.", "a2": "It sank, Harlandia told reporters."}
    articles = {id_: write(id_, text, outlet=f"Paper {id_}") for id_, text in told.items()}
    said = [say(id_, "Harlandia", "It sank", article=id_, on="2026-01-02") for id_ in told]
    assert collapsed(said, articles, []) == (
        "“Headline a1” (Paper a1) and “Headline a2” (Paper a2) tell what Harlandia said at one briefing on 2026-01-02"
        " (“news conference”).",
    )
    other_day = [said[0], say("9", "Harlandia", "It sank", article="a2", on="2026-01-03")]
    assert collapsed(other_day, articles, []) == ()


def test_one_press_release(say: Callable[..., Statement], write: Callable[..., Article]) -> None:
    articles = {id_: write(id_, "It sank, Harlandia said in a statement.", outlet=id_) for id_ in ("a1", "a2")}
    said = [say(id_, "Harlandia", "It sank", article=id_, on="2026-01-02") for id_ in articles]
    assert "gave out in writing on 2026-01-02 (“in a statement”)" in collapsed(said, articles, [])[0]


@pytest.mark.parametrize(("called", "alike"), [("a senior harbour official", True), ("a diver of the port", False)])
def test_unnamed_sources_called_alike_may_be_one(
    called: str, alike: bool, say: Callable[..., Statement], write: Callable[..., Article]
) -> None:
    articles = {id_: write(id_, "x", outlet=id_) for id_ in ("a1", "a2")}
    one, other = (replace(say(id_, None, "x", article=id_, name=None), source=None) for id_ in articles)
    first = replace(one, source=Passage("A senior official of the harbour", (Span(0, 1),)))
    second = replace(other, source=Passage(called, (Span(0, 1),)))
    assert bool(collapsed([first, second], articles, [])) is alike


def test_papers_of_one_owner(say: Callable[..., Statement], write: Callable[..., Article]) -> None:
    outlets = {"a1": "Daily Mirror", "a2": "Daily Express", "a3": "Bell"}
    articles = {id_: write(id_, "x", outlet=outlet) for id_, outlet in outlets.items()}
    (told,) = collapsed([say(id_, "Harlandia", "x", article=id_) for id_ in articles], articles, [])
    assert "stand in papers of one owner" in told
    assert "Bell" not in told
