"""What speaks about the day of publication, and a first judgement on each witness."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.articles.dateline import Dateline
from onrecord.articles.draft import Place, Sighting
from onrecord.articles.inner import Told, named_days, resolved
from onrecord.articles.sightings import day

CLAIMS: tuple[Place, ...] = ("given", "metadata", "feed", "shown", "address", "script", "title")
DAY = timedelta(days=1)
FAR = timedelta(days=60)
NEAR = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Guess:
    """A day, the kind of evidence it rests on (a row of the table ``day_confidence``), and why in words."""

    day: date
    basis: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that speaks about the day.

    ``seen``: the latest day on which the page can have been looked at, as far as known; ``bound``: the day it was
    fetched, after which nothing on it can have been published.
    """

    sightings: tuple[Sighting, ...]
    dateline: Dateline
    told: tuple[Told, ...]
    seen: date | None
    bound: date | None = None

    def of(self, *places: Place) -> list[Sighting]:
        """Whole days seen at these places, in the order of the places."""
        return [one for place in places for one in self.sightings if one.place == place and one.precise]


def settled(sightings: tuple[Sighting, ...]) -> tuple[Sighting, ...]:
    """The sightings with what can mean two days settled by those that can mean but one.

    A moment in universal time may fall on the day before or after at home: where the page shows, or its address
    holds, that neighbouring day, that is the day readers saw. "03/04/2021" is settled the same way.
    """
    firm = [one.day for one in sightings if not one.others and one.precise and one.place in CLAIMS]
    return tuple(_settled(one, firm) for one in sightings)


def _settled(one: Sighting, firm: list[date]) -> Sighting:
    if not one.others or one.place == "given":
        return one
    if one.day in firm:
        return replace(one, others=(), open=False)
    other = next((other for other in one.others if other in firm), None)
    return replace(one, day=other, others=(), open=False) if other else one


def swapped(one: date) -> date | None:
    """The date with day and month exchanged, None where that is no other date."""
    return day(one.year, one.day, one.month) if one.day <= 12 and one.day != one.month else None


def is_default(one: date) -> bool:
    """True for days that publishing systems write when they know none."""
    return (one.month, one.day) == (1, 1)


def fault(claimed: date, told: date) -> str:
    """How a claimed day may have gone wrong where the story tells another, as an end to a sentence."""
    if swapped(claimed) == told:
        return ": day and month swapped"
    if is_default(claimed) and abs(claimed - told) > FAR:
        return ": a default of the publishing system"
    return ""


def doubt(evidence: Evidence, claim: Sighting) -> str | None:
    """Why a claimed day cannot be right, None where it can."""
    if evidence.seen and claim.day > evidence.seen + DAY:
        return f"after {evidence.seen}, when the page was looked at"
    later = _looked_back_on(evidence, claim.day)
    if later and claim.place != "given":
        return f"the text looks back on {later}"
    if is_default(claim.day) and evidence.seen and evidence.seen - claim.day > FAR and _recent(evidence):
        return "a default of the publishing system"
    return None


def _looked_back_on(evidence: Evidence, claimed: date) -> date | None:
    """The latest whole day after ``claimed`` that the text tells as past; days of a change may be told in notes."""
    changes = {one.day for one in evidence.of("modified")}
    whole = (
        found
        for one in evidence.told
        if one.mention.year and not one.ahead and (found := resolved(one.mention, claimed))
    )
    later = (one for one in whole if one > claimed + DAY and one not in changes)
    return max((one for one in later if not (evidence.seen and one > evidence.seen)), default=None)


def _recent(evidence: Evidence) -> bool:
    """Whether the text names days just before the visit."""
    return evidence.seen is not None and any(
        evidence.seen - found <= NEAR for found, _ in named_days(evidence.told, evidence.seen)
    )


def fits(evidence: Evidence, one: date) -> bool:
    """Whether a day contradicts nothing."""
    return not doubt(evidence, Sighting(one, "metadata", "")) and (evidence.seen is None or one <= evidence.seen + DAY)
