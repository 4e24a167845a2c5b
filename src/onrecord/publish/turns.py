"""What changed lately: status of claims, positions taken back or softened, figures their own parties replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model import Claim, ClaimFigure, Position, Statement
from onrecord.publish.figure_ranges import counted_as
from onrecord.publish.timescale import as_date
from onrecord.publish.words import figure_words
from onrecord.store.claim_lists import TakenBack


@dataclass(frozen=True, slots=True)
class Turned:
    """A claim whose status changed on a day; ``before`` is None where it had none before."""

    claim: str
    wording: str
    on: str | None
    before: str | None
    now: str


@dataclass(frozen=True, slots=True)
class WalkedBack:
    """A party that said so and takes it back, or says it more softly; what it says now, ``direct`` in its own words."""

    claim: str
    wording: str
    party: str
    on: str | None
    before: str
    now: str
    words: str
    article: str
    statement: str
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that a party replaced by another, or took back."""

    claim: str
    wording: str
    party: str
    before: str
    now: str
    on: str | None


def turned(claims: Iterable[Claim]) -> list[Turned]:
    """The last change of status of each claim."""
    return [
        Turned(
            one.id,
            one.wording,
            one.status_history[-1].on,
            one.status_history[-2].value if len(one.status_history) > 1 else None,
            one.status_history[-1].value,
        )
        for one in claims
        if one.status_history
    ]


def walked_back(
    found: Iterable[TakenBack], claims: Mapping[str, Claim], statements: Mapping[str, Statement]
) -> list[WalkedBack]:
    """Positions taken back, with the words of the position; ``claims`` and ``statements`` by id."""
    return [
        made
        for one in found
        if one.claim in claims and (made := _walked(claims[one.claim], one.n, statements)) is not None
    ]


def words_of(found: Iterable[TakenBack], claims: Mapping[str, Claim]) -> list[str]:
    """Ids of the statements that show those positions."""
    held = (claims[one.claim].positions[one.n] for one in found if one.claim in claims)
    return [at.statements[-1] for at in held if at.statements]


def figures_that_moved(claims: Iterable[Claim]) -> list[Moved]:
    """Figures a party replaced or took back, the latest first, those of an unknown day last."""
    found = [moved for claim in claims for moved in _moved(claim)]
    return sorted(found, key=lambda one: one.on or "", reverse=True)


def days_before(day: str | None, days: int) -> str | None:
    """The day so many days earlier; None where it is not known to the day."""
    known: date | None = as_date(day) if day and len(day) == len("2026-05-04") else None
    return (known - timedelta(days)).isoformat() if known and known.toordinal() > days else None


def _walked(claim: Claim, n: int, statements: Mapping[str, Statement]) -> WalkedBack | None:
    now: Position = claim.positions[n]
    before = [at for at in claim.positions[:n] if at.party == now.party]
    if not before or before[-1].stance == now.stance:
        return None
    said = statements.get(now.statements[-1]) if now.statements else None
    return WalkedBack(
        claim=claim.id,
        wording=claim.wording,
        party=now.party,
        on=now.on,
        before=before[-1].stance,
        now=now.stance,
        words=said.content.text if said else "",
        article=said.article if said else "",
        statement=said.id if said else "",
        direct=said is not None and said.kind == "direct",
    )


def _moved(claim: Claim) -> Iterator[Moved]:
    held: dict[tuple[str, tuple[str, str]], list[ClaimFigure]] = {}
    for one in claim.figures:
        held.setdefault((one.party, counted_as(one)), []).append(one)
    for (party, _), said in held.items():
        told, last = _changes(said), said[-1]
        if last.ended == "withdrawn":
            yield Moved(claim.id, claim.wording, party, told[-1][0], "taken back", last.ended_on)
        elif len(told) > 1:
            yield Moved(claim.id, claim.wording, party, told[-2][0], *told[-1])


def _changes(said: Sequence[ClaimFigure]) -> list[tuple[str, str | None]]:
    """The figures in words with their days, each only where it differs from the one before."""
    told: list[tuple[str, str | None]] = []
    for one in said:
        words = figure_words(one.value, one.high, one.unit, one.bound)
        if not told or told[-1][0] != words:
            told.append((words, one.on))
    return told
