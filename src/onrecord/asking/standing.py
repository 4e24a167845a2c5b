"""Where each party stands on the question: its last words that speak to it, in a claim or alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.asking.answer import PartyStand
from onrecord.asking.matching import OWN, SPEAKS, Likeness, nearness, turn, turn_of
from onrecord.asking.question import Question
from onrecord.model import Article, Claim, Position, Statement
from onrecord.text.likeness import terms

SILENT = frozenset(("other", "relays", "conditional"))
# Stances that say nothing of their own: "no comment" speaks to whatever was asked.
REACTIONS = frozenset(("no_comment", "cannot_confirm", "investigating", "withdraws"))
POINTING = 1  # terms: "denied that", "the claim is false" point at what stands before them
MOST_CLAIMS = 5
NEAR_THE_BEST = 0.15  # claims so much further from the question than the nearest are others


@dataclass(frozen=True, slots=True)
class Material:
    """What a question is held against: articles and statements by id (parties settled), and claims.

    ``about``: ids of the articles whose own stand is asked for; the others are there for what is said in them.
    """

    articles: Mapping[str, Article]
    statements: Mapping[str, Statement]
    claims: Sequence[Claim]
    about: frozenset[str]

    def day(self, one: Statement) -> str | None:
        """The day it was said, else the day it was published."""
        article = self.articles.get(one.article)
        return (one.said_on.day if one.said_on else None) or (article.published.day if article else None)


def nearnesses(asked: Question, material: Material, *, likeness: Likeness | None = None) -> dict[str, float]:
    """{statement id: the share of the question it has}, those that speak to it."""
    found = {}
    for one in material.statements.values():
        article = material.articles.get(one.article)
        near = nearness(asked, one.content.text, around=article.headline if article else "", likeness=likeness)
        if near >= SPEAKS and one.stance != "other":
            found[one.id] = near
    return found


def near_claims(
    asked: Question, material: Material, near: Mapping[str, float], *, likeness: Likeness | None = None
) -> list[Claim]:
    """The claims that speak to the question, nearest first.

    A claim is as near as its wording, or as what is said in it on the average of its nearest third.
    """
    ranked = []
    for one in material.claims:
        best = sorted((near.get(id_, 0.0) for id_ in one.statements), reverse=True)
        held = best[: max(1, len(best) // 3)]
        worded = nearness(asked, one.wording, likeness=likeness)
        ranked.append((max(worded, sum(held) / max(len(held), 1)), one))
    kept = [(value, one) for value, one in ranked if value >= SPEAKS]
    least = max((value for value, _ in kept), default=0.0) - NEAR_THE_BEST
    kept.sort(key=lambda pair: (-round(pair[0], 6), -len(pair[1].statements), pair[1].id))
    return [one for value, one in kept if value >= least][:MOST_CLAIMS]


def party_stands(
    asked: Question, material: Material, claims: Sequence[Claim], near: Mapping[str, float]
) -> tuple[PartyStand, ...]:
    """Every party's last stand, those for first; of one day the nearest claim's."""
    stands = [*_of_claims(asked, material, claims, near), *_alone(asked, material, claims, near)]
    last: dict[str, PartyStand] = {}
    for one in stands:
        if one.party not in last or (one.on or "") > (last[one.party].on or ""):
            last[one.party] = one
    order = {"for": 0, "against": 1, "observing": 2}
    return tuple(sorted(last.values(), key=lambda one: (order[one.position], one.on or "", one.party)))


def _of_claims(
    asked: Question, material: Material, claims: Iterable[Claim], near: Mapping[str, float]
) -> Iterator[PartyStand]:
    for claim in claims:
        for row in claim.positions:
            said = _behind(material, claim, row)
            speaking = [one for one in said if _speaks(asked, one, near)]
            if not speaking:
                continue
            shown = max(speaking, key=lambda one: (near.get(one.id, 0.0), one.id))
            spoken = shown.content.text
            turned = turn(asked, row.stance, spoken if nearness(asked, spoken) >= OWN else claim.wording)
            ids = tuple(one.id for one in speaking)
            yield PartyStand(row.party, turned.position, row.stance, row.on, spoken, ids, claim.id, turned.why)


def _speaks(asked: Question, one: Statement, near: Mapping[str, float]) -> bool:
    """True where the words themselves speak to the question, or say nothing but yes or no to the claim they stand in.

    A claim may hold statements that belong elsewhere: words on something else take no side here.
    """
    spoken = one.content.text
    if one.id in near or one.stance in REACTIONS:
        return True
    return nearness(asked, spoken) >= OWN or len(terms(spoken)) <= POINTING


def _behind(material: Material, claim: Claim, row: Position) -> list[Statement]:
    """The statements that show a position; where it names none, those of the claim that take it."""
    ids = row.statements or claim.statements
    said = [material.statements[one] for one in ids if one in material.statements]
    return [one for one in said if row.statements or (row.party in one.speaker.parties and one.stance == row.stance)]


def _alone(
    asked: Question, material: Material, claims: Sequence[Claim], near: Mapping[str, float]
) -> Iterator[PartyStand]:
    """Statements near the question that are in no claim, and those of speakers who stand for nobody but themselves.

    What is in a claim that is not shown speaks to something else; where no claim is shown, everything near is heard.
    """
    of = {one: claim.id for claim in (material.claims if claims else ()) for one in claim.statements}
    shown = {claim.id for claim in claims}
    for id_ in sorted(near):
        one = material.statements[id_]
        claim = of.get(id_)
        if one.stance in SILENT or not one.speaker.name or (claim and (claim not in shown or one.speaker.parties)):
            continue
        turned = turn_of(asked, one)
        for party in one.speaker.parties or (one.speaker.name,):
            yield PartyStand(
                party, turned.position, one.stance, material.day(one), one.content.text, (id_,), claim, turned.why
            )
