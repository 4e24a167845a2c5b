"""What the record says to a claim: who stands where, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.model import Passage, Stance

Side: TypeAlias = Literal["for", "against", "observing", "unrelated"]


@dataclass(frozen=True, slots=True)
class ArticleStand:
    """Where an article stands on the question.

    ``words``: the sentence of it that shows so; ``headline``: where its headline alone stands, None where that does not
    speak to the question. ``sure``: 0.0 to 1.0, how likely the model holds the position. ``why``: what decided.
    """

    article: str
    position: Side
    headline: Side | None
    words: Passage | None
    statements: tuple[str, ...]
    on: str | None
    sure: float
    why: str


@dataclass(frozen=True, slots=True)
class PartyStand:
    """Where a party stands on the question now, by the last words it is on record with.

    ``stance`` is toward the words it speaks to; ``position`` toward the question, turned round where those say the
    opposite. ``claim``: the claim it is a position on; None for a statement that belongs to no claim.
    """

    party: str
    position: Side
    stance: Stance
    on: str | None
    words: str
    statements: tuple[str, ...]
    claim: str | None
    why: str


@dataclass(frozen=True, slots=True)
class FirstReport:
    """An outlet that others name for the report: ``words`` of ``article`` that name it first."""

    outlet: str
    named_by: tuple[str, ...]  # ids of articles
    article: str
    words: Passage


@dataclass(frozen=True, slots=True)
class Answer:
    """``claims``: ids of those that speak to the question, nearest first; ``notes``: what a reader must be told."""

    question: str
    negated: tuple[str, ...]
    claims: tuple[str, ...]
    articles: tuple[ArticleStand, ...]
    parties: tuple[PartyStand, ...]
    first: tuple[FirstReport, ...]
    notes: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """True where nothing speaks to the question."""
        return not self.claims and not self.parties and all(one.position == "unrelated" for one in self.articles)
