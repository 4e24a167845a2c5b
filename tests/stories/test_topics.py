"""Topics: the record's own parties first, then names the articles share."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.model import Article, Passage, Span, Speaker, Statement
from onrecord.stories.topics import names_in, topics


def said(party: str, name: str = "Ada Brook") -> Statement:
    return Statement(
        party, "a", "direct", Passage("x", (Span(0, 1),)), None, None, Speaker(name, None, party, ""), "asserts"
    )


def test_names_stand_inside_sentences() -> None:
    assert names_in("Fog lay over Port Sable, and on Monday the Corvex’s crew met Ada Brook.") == [
        "Port Sable",
        "Corvex",
        "Ada Brook",
    ]


def test_parties_by_how_often_they_speak_then_shared_names(write: Callable[..., Article]) -> None:
    articles = [write("a", "Fog at Port Sable and at Lund. So Ada Brook said."), write("b", "Rain at Port Sable, too.")]
    assert topics(articles, [said("Union"), said("Corvex"), said("Corvex")]) == ("Corvex", "Union", "Port Sable")


def test_two_parties_of_one_statement_are_two_topics(write: Callable[..., Article]) -> None:
    assert topics([write("a", "Fog.")], [said("NATO; Norway")]) == ("NATO", "Norway")
