"""Since when a claim has had which status, and whose word made it so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Claim, Position, Statement, StatusChange
from onrecord.publish.evidence import Evidence

OPENING = frozenset({"asserts", "suggests", "relays", "denies", "doubts"})  # what gives a claim a status at all
MOST = 3  # words that are shown of one change


@dataclass(frozen=True, slots=True)
class Cause:
    """A party's word of that day; ``party`` is empty where nobody on record said it. ``direct``: in its own words."""

    party: str
    stance: str
    statement: str
    article: str
    words: str
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A status from a day on, and the words that fall on that day; ``further``: how many more do."""

    on: str | None
    status: str
    causes: tuple[Cause, ...]
    further: int


def changes(claim: Claim, around: Evidence) -> tuple[Change, ...]:
    """Every change of status in order of time. A stand without a day holds from the start, and so stands there."""
    return tuple(_change(one, n == 0, claim, around) for n, one in enumerate(claim.status_history))


def _change(change: StatusChange, first: bool, claim: Claim, around: Evidence) -> Change:
    fitting = [at for at in claim.positions if at.on == change.on or (first and at.on is None)]
    causes = [*(_stand(at, around) for at in fitting)] or list(_opened(change, claim, around))
    return Change(change.on, change.value, tuple(causes[:MOST]), max(0, len(causes) - MOST))


def _stand(at: Position, around: Evidence) -> Cause:
    """The position in the words of the day on which it was taken."""
    said = [around.statements[id_] for id_ in at.statements if id_ in around.statements]
    best = next((one for one in said if one.stance == at.stance and around.day(one) == at.on), None)
    shown = best or next(iter(said), None)
    if shown is None:
        return Cause(at.party, at.stance, "", "", "")
    return _cause(at.party, at.stance, shown)


def _opened(change: StatusChange, claim: Claim, around: Evidence) -> Iterator[Cause]:
    """What was said on the day where no party took a position: by somebody unnamed, or passed on."""
    for id_ in claim.statements:
        one: Statement | None = around.statements.get(id_)
        if one and one.stance in OPENING and around.day(one) == change.on:
            yield _cause(around.party(one) or "", one.stance, one)


def _cause(party: str, stance: str, shown: Statement) -> Cause:
    return Cause(party, stance, shown.id, shown.article, shown.content.text, shown.kind == "direct")
