"""The day that metadata, address and what is shown claim: families of witnesses are heard, each with one voice.

JSON-LD and meta elements come from one field of the publishing system and are one witness; a day shown to readers, the
address and the feed are others. Who agrees with whom is the basis of the confidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.articles.days_marked import PUBLISHED, REWRITTEN
from onrecord.articles.days_raw import ALONE
from onrecord.articles.draft import Place, Sighting
from onrecord.articles.published_evidence import CLAIMS, DAY, Evidence, Guess, doubt, fits, swapped

VOICE: dict[Place, float] = {
    "given": 3.0,
    "metadata": 1.0,
    "feed": 0.95,
    "shown": 0.9,
    "address": 0.85,
    "script": 0.5,
    "title": 0.55,
}
STRONG: tuple[Place, ...] = ("given", "metadata", "feed", "shown", "address")
FIRST: tuple[Place, ...] = ("metadata", "address", "feed")
CHANGED = 1.0  # what a claim loses whose day is that of the last change, where another claims an earlier day
MOST_RIVALS = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """A day with those for it and those against it."""

    day: date
    agreeing: tuple[Sighting, ...]
    rivals: tuple[Sighting, ...]


def by_claims(evidence: Evidence) -> Guess | None:
    """The day most claimed by what can be right; None where nothing claims a day."""
    claims = evidence.of(*CLAIMS)
    sound = [one for one in claims if not doubt(evidence, one)]
    if not sound:
        return _exchanged(evidence, claims)
    verdict = _verdict(evidence, sound, claims)
    against = _against(evidence, verdict)
    return Guess(verdict.day, _basis(verdict, against), _reasons(evidence, verdict, against))


def _exchanged(evidence: Evidence, claims: Sequence[Sighting]) -> Guess | None:
    for one in claims:
        other = swapped(one.day)
        if other and fits(evidence, other):
            why = f"{one.what} says {one.day}: {doubt(evidence, one)}; day and month swapped it fits"
            return Guess(other, "swapped", (why,))
    return None


def _verdict(evidence: Evidence, sound: Sequence[Sighting], claims: Sequence[Sighting]) -> Verdict:
    best = max(sound, key=lambda one: _weight(evidence, sound, one.day))
    agreeing = tuple(one for one in sound if one.day == best.day)
    return Verdict(best.day, agreeing, tuple(one for one in claims if one.day != best.day))


def _weight(evidence: Evidence, sound: Sequence[Sighting], day: date) -> float:
    voices = {one.place: VOICE[one.place] for one in sound if one.day == day}
    changed = any(one.day == day for one in evidence.of("modified"))
    earlier = any(one.day < day and one.place in FIRST for one in sound)
    return sum(voices.values()) - (CHANGED if changed and earlier and "given" not in voices else 0)


# ---------------------------------------------------------------- what it rests on


def _basis(verdict: Verdict, against: str) -> str:
    """The row of the table of confidences: who agrees, and what speaks against it."""
    places = tuple(dict.fromkeys(one.place for one in verdict.agreeing))
    if "given" in places:
        return "given"
    strong = [place for place in STRONG if place in places]
    return (_many(strong) or _alone(verdict, strong, places)) + against


def _many(strong: Sequence[Place]) -> str | None:
    return None if len(strong) < 2 else "two agree" if len(strong) == 2 else "three agree"


def _alone(verdict: Verdict, strong: Sequence[Place], places: Sequence[Place]) -> str:
    """One witness; metadata that say it in two fields are surer than in one."""
    if not strong:
        return "script"
    if len(places) > 1:
        return f"{strong[0]} and script"
    if strong[0] == "metadata" and len({one.what for one in verdict.agreeing}) > 1:
        return "metadata twice"
    return strong[0]


def _against(evidence: Evidence, verdict: Verdict) -> str:
    rivals = [one for one in verdict.rivals if one.place in STRONG]
    if far := [one for one in rivals if abs(one.day - verdict.day) > DAY]:
        return ", explained" if all(_is_explained(evidence, one) for one in far) else ", contradicted"
    if rivals:
        return ", a day apart"
    if all(one.open for one in verdict.agreeing):
        return ", clock unknown"
    only_shown = all((one.place == "shown" or one.what == ALONE) and one.what != PUBLISHED for one in verdict.agreeing)
    changes = [one.day for one in evidence.of("modified")]
    rewritten = any(one.day == verdict.day and one.what == REWRITTEN for one in evidence.of("modified"))
    if rewritten or (only_shown and verdict.day in changes):
        return ", day of a change"
    return ", changed later" if any(one > verdict.day for one in changes) else ""


def _is_explained(evidence: Evidence, rival: Sighting) -> bool:
    """Whether a rival cannot be right, or is the day of a change."""
    return doubt(evidence, rival) is not None or any(one.day == rival.day for one in evidence.of("modified"))


def _reasons(evidence: Evidence, verdict: Verdict, against: str) -> tuple[str, ...]:
    names = list(dict.fromkeys(one.what for one in verdict.agreeing))
    reasons = [f"{_joined(names)} {'agree' if len(names) > 1 else 'says so'}"]
    if against == ", clock unknown":
        reasons.append("in universal time, or in figures that can be read two ways: it may be another day at home")
    if against == ", changed later":
        reasons.append(f"changed on {max(one.day for one in evidence.of('modified'))}")
    if against == ", day of a change":
        reasons.append("it is also the day of the last change")
    rivals = dict.fromkeys(f"{one.what} says {one.day}{_why(evidence, one)}" for one in verdict.rivals)
    return (*reasons, *list(rivals)[:MOST_RIVALS])


def _why(evidence: Evidence, rival: Sighting) -> str:
    why = doubt(evidence, rival)
    return f": {why}" if why else ""


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
