"""Statements and articles around a claim, made by hand."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Article, Claim, Origin, Position, Span, Speaker, Stance, Statement, When, passage
from onrecord.publish.evidence import Evidence
from tests.publish.small_record import article, plain


def report(name: str, outlet: str, day: str | None, *, agency: str | None = None) -> Article:
    """An article of an outlet and a day; its id is its name."""
    published = When(day, "day" if day else "unknown", 1.0, ())
    made = replace(article(name, plain), id=name, outlet=outlet, agency=agency, published=published)
    return replace(made, headline=f"Headline {name}")


def said(
    name: str, of: str, party: str | None, stance: Stance = "asserts", *, relay: tuple[str, ...] = ()
) -> Statement:
    """A statement by its id, in an article, of a party."""
    return Statement(
        id=name,
        article=of,
        kind="direct",
        content=passage(f"words of {name}", (Span(0, 9 + len(name)),)),
        cue=None,
        source=None,
        speaker=Speaker(party, None, party, ""),
        stance=stance,
        relay=relay,
    )


def around(articles: list[Article], statements: list[Statement]) -> Evidence:
    """The evidence of these."""
    return Evidence(
        {one.id: one for one in statements},
        {one.id: one for one in articles},
        {one.id: one.speaker.party for one in statements if one.speaker.party},
    )


def claim_of(
    statements: list[Statement],
    origins: tuple[Origin, ...] = (),
    possible: tuple[Origin, ...] = (),
    positions: tuple[Position, ...] = (),
) -> Claim:
    """A claim of these statements."""
    ids = tuple(one.id for one in statements)
    return Claim("c", "s", "w", "contested", (), ids, positions, origins, possible)
