"""Articles and statements made by hand, for the tests of this room."""

from __future__ import annotations

from onrecord.asking.standing import Material
from onrecord.model import (
    Article,
    Claim,
    Position,
    Reading,
    Span,
    Speaker,
    Stance,
    Statement,
    When,
    passage,
    statement_id,
)


def article(
    id_: str, text: str, *, headline: str = "", outlet: str = "Harrow Post", day: str = "2026-03-02"
) -> Article:
    return Article(id_, f"{id_}.txt", "", text, headline, When(day, "day"), outlet=outlet)


def said(
    of: Article, words: str, stance: Stance, *, party: str | None = "Norland", relay: tuple[str, ...] = ()
) -> Statement:
    start = of.text.index(words)
    spans = (Span(start, start + len(words)),)
    speaker = Speaker(party, None, party, "by hand")
    return Statement(
        statement_id(of.id, spans), of.id, "indirect", passage(of.text, spans), None, None, speaker, stance, relay
    )


def claim(*statements: Statement, on: str = "2026-03-02") -> Claim:
    rows = tuple(Position(one.speaker.party or "", one.stance, on, (one.id,)) for one in statements)
    ids = tuple(one.id for one in statements)
    return Claim("c1", "s1", statements[0].content.text, "contested", (), ids, rows)


def material(articles: list[Article], statements: list[Statement], *claims: Claim) -> Material:
    return Material(
        {one.id: one for one in articles},
        {one.id: one for one in statements},
        claims,
        frozenset(one.id for one in articles),
    )


def reading(one: Article, *statements: Statement) -> Reading:
    return Reading(one, statements)
