"""The question put to what may speak to it."""

from __future__ import annotations

from collections import defaultdict

from onrecord.asking.answer import Answer, ArticleStand
from onrecord.asking.first import first_reports
from onrecord.asking.matching import Likeness
from onrecord.asking.question import Question
from onrecord.asking.reading import Models, article_stand
from onrecord.asking.standing import Material, near_claims, nearnesses, party_stands
from onrecord.model import Statement


def answer(asked: Question, material: Material, models: Models, *, likeness: Likeness | None = None) -> Answer:
    """Where every party and every article of the material stands on the question; the order of nothing matters."""
    near = nearnesses(asked, material, likeness=likeness)
    claims = near_claims(asked, material, near, likeness=likeness)
    parties = party_stands(asked, material, claims, near)
    stands = _articles(asked, material, models, likeness)
    speaking = [material.articles[one.article] for one in stands if one.position != "unrelated"]
    relays = {one.id: one for one in material.statements.values() if one.relay}
    first = first_reports(asked, speaking, tuple(relays.values()))
    return Answer(
        asked.text, asked.negated, tuple(one.id for one in claims), stands, parties, first, _notes(asked, stands)
    )


def _articles(
    asked: Question, material: Material, models: Models, likeness: Likeness | None
) -> tuple[ArticleStand, ...]:
    """Those that speak to it first, by day; then the rest."""
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in material.statements.values():
        said[one.article].append(one)
    found = [
        article_stand(asked, material.articles[id_], said[id_], models, likeness=likeness)
        for id_ in sorted(material.about)
    ]
    return tuple(sorted(found, key=lambda one: (one.position == "unrelated", one.on or "9999", one.article)))


def _notes(asked: Question, stands: tuple[ArticleStand, ...]) -> tuple[str, ...]:
    notes = []
    if asked.negated:
        notes.append(
            f"The question says “{asked.negated[0]}”: positions are turned round, “for” stands with the denial."
        )
    other = sum("number" in one.why and one.position == "observing" for one in stands)
    if other:
        notes.append(
            f"{other} of the articles give another number than the question, or none: they are not counted as for it."
        )
    if not asked.weights:
        notes.append("The question has no word that could be looked for.")
    return tuple(notes)
