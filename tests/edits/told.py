"""Readings of short texts, with statements where they are told to be."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import (
    Article,
    Figure,
    Reading,
    Span,
    Speaker,
    Stance,
    Statement,
    When,
    article_id,
    passage,
    statement_id,
)

URL = "https://gull.example/ferry"


def reading(text: str, *said: tuple[str, str | None, Stance], headline: str = "Ferry") -> Reading:
    """An article and its statements: (words of the text, speaker, stance)."""
    of = Article(article_id(URL, headline, text), "a.html", "d", text, headline, When(None, "unknown", 0.0), URL)
    return Reading(of, tuple(statement(of, *one) for one in said))


def statement(of: Article, words: str, speaker: str | None, stance: Stance) -> Statement:
    """A statement whose content is these words; a name of two words may be said for a party after a slash."""
    start = of.text.index(words)
    spans = (Span(start, start + len(words)),)
    name, _, party = (speaker or "").partition("/")
    who = Speaker(name or None, None, party or None, "told")
    return Statement(statement_id(of.id, spans), of.id, "direct", passage(of.text, spans), None, None, who, stance)


def with_figure(one: Reading, value: float, bound: str = "exact") -> Reading:
    """The reading with a figure on its first statement."""
    first = one.statements[0]
    figure = Figure(value, "passengers", "aboard", bound, first.content.spans[0])  # type: ignore[arg-type]
    return replace(one, statements=(replace(first, figures=(figure,)), *one.statements[1:]))


def hedged(one: Reading, *hedges: str) -> Reading:
    """The reading with hedges on its first statement."""
    return replace(one, statements=(replace(one.statements[0], hedges=hedges), *one.statements[1:]))
