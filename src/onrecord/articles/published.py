"""The day of publication, weighed from all that the page and the story say, with reasons and a confidence.

Metadata are believed unless the story contradicts them: CMS default days, day and month swapped, days of an edit. The
day on top of a page is the day somebody looked at it: it never wins against the text, and alone it is a guess under .5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.articles.dateline import Dateline
from onrecord.articles.draft import Place, Sighting
from onrecord.articles.inner import Told, named_days, range_day, resolved, told_in, weekday_day
from onrecord.articles.sightings import day
from onrecord.model import When

TRUST: dict[Place, float] = {
    "given": 0.95,
    "metadata": 0.9,
    "feed": 0.9,
    "shown": 0.8,
    "address": 0.85,
    "header": 0.3,
    "modified": 0.3,
}
CLAIMS: tuple[Place, ...] = ("given", "metadata", "feed", "shown", "address")
DAY = timedelta(days=1)
FAR = timedelta(days=60)
NEAR = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Guess:
    """A day, how sure, and why."""

    day: date
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that speaks about the day. ``seen``: the latest day on which the page can have been looked at."""

    sightings: tuple[Sighting, ...]
    dateline: Dateline
    told: tuple[Told, ...]
    seen: date | None

    def of(self, *places: Place) -> list[Sighting]:
        """Whole days seen at these places, in the order of the places."""
        return [one for place in places for one in self.sightings if one.place == place and one.precise]


def published_of(
    sightings: Sequence[Sighting], dateline: Dateline, paragraphs: Sequence[str], as_of: date | None
) -> When:
    """When the article was published, as far as it can be known."""
    header = [one.day for one in sightings if one.place == "header"]
    seen = max(header, default=as_of)
    evidence = Evidence(tuple(sightings), dateline, tuple(told_in(paragraphs, dateline)), seen)
    guess = _by_dateline(evidence) or _by_claims(evidence) or _by_text(evidence) or _by_view(evidence)
    if guess is not None:
        return When(guess.day.isoformat(), "day", round(guess.confidence, 2), guess.reasons)
    return _by_month(evidence)


# ---------------------------------------------------------------- the dateline


def _by_dateline(evidence: Evidence) -> Guess | None:
    mention = evidence.dateline.day
    if mention is None:
        return None
    options = [
        (abs((near - found).days), found, what)
        for near, what in _anchors(evidence)
        if (found := resolved(mention, near))
    ]
    if not options:
        return None
    _, told, _ = min(options, key=lambda option: option[0])
    claims = evidence.of(*CLAIMS)
    fitting = [one for one in claims if timedelta(0) <= one.day - told <= DAY]
    if fitting:
        chosen = next((one for one in fitting if one.day == told), fitting[0])
        reason = (
            f"{chosen.what} and the dateline agree"
            if chosen.day == told
            else f"{chosen.what}, the day after the dateline"
        )
        return Guess(chosen.day, 0.97 if chosen.day == told else 0.75, (reason,))
    reasons = [f"the dateline says {told.day} {told:%B}"]
    reasons += [f"not {one.day} ({one.what}{_fault(one.day, told)})" for one in claims[:2]]
    reasons += [f"the page was looked at on {one.day}" for one in evidence.of("header")[:1] if one.day != told]
    return Guess(told, 0.85 if _within_reach(evidence, told) else 0.6, tuple(reasons))


def _anchors(evidence: Evidence) -> list[tuple[date, str]]:
    found = [(one.day, one.what) for one in evidence.sightings if one.precise]
    found += [
        (other, f"{one.what}, day and month swapped") for one in evidence.of(*CLAIMS) if (other := swapped(one.day))
    ]
    found += [(_month_end(one.day), one.what) for one in evidence.sightings if not one.precise]
    return found + ([(evidence.seen, "the day of the visit")] if evidence.seen else [])


def _within_reach(evidence: Evidence, told: date) -> bool:
    return any(timedelta(days=-1) <= near - told <= NEAR for near, _ in _anchors(evidence))


def swapped(one: date) -> date | None:
    """The date with day and month exchanged, None where that is no other date."""
    return day(one.year, one.day, one.month) if one.day <= 12 and one.day != one.month else None


def _fault(claimed: date, told: date) -> str:
    if swapped(claimed) == told:
        return ": day and month swapped"
    if is_default(claimed) and abs(claimed - told) > FAR:
        return ": a default of the publishing system"
    return ""


def is_default(one: date) -> bool:
    """True for days that publishing systems write when they know none."""
    return (one.month, one.day) == (1, 1)


def _month_end(one: date) -> date:
    return (one.replace(day=1) + timedelta(days=32)).replace(day=1) - DAY


# ---------------------------------------------------------------- metadata, address, what is shown


def _by_claims(evidence: Evidence) -> Guess | None:
    claims = evidence.of(*CLAIMS)
    sound = [one for one in claims if not _doubt(evidence, one)]
    for one in (one for one in claims if one not in sound):
        other = swapped(one.day)
        if other and _fits(evidence, other) and not sound:
            return Guess(
                other, 0.6, (f"{one.what} says {one.day}: {_doubt(evidence, one)}; day and month swapped it fits",)
            )
    if not sound:
        return None
    weight = {
        one.day: sum({two.what: TRUST[two.place] for two in sound if two.day == one.day}.values()) for one in sound
    }
    best = max(sound, key=lambda one: weight[one.day])
    agreeing = tuple(dict.fromkeys(one.what for one in sound if one.day == best.day))
    rivals = tuple(dict.fromkeys(f"{one.what} says {one.day}" for one in claims if abs(one.day - best.day) > DAY))
    sure = TRUST[best.place] + (0.05 if len(agreeing) > 1 else 0) - (0.25 if rivals else 0)
    return Guess(best.day, min(0.97, sure), (" and ".join(agreeing), *rivals[:2]))


def _doubt(evidence: Evidence, claim: Sighting) -> str | None:
    """Why a claimed day cannot be right, None where it can."""
    modified = [one.day for one in evidence.of("modified")]
    if evidence.seen and claim.day > evidence.seen + DAY:
        return f"after {evidence.seen}, when the page was looked at"
    if modified and claim.day > max(modified) + DAY:
        return "after the last change"
    whole = [
        found
        for one in evidence.told
        if one.mention.year and (found := resolved(one.mention, claim.day)) and not one.ahead
    ]
    later = [found for found in whole if found > claim.day + DAY and not (evidence.seen and found > evidence.seen)]
    if later and claim.place != "given":
        return f"the text looks back on {max(later)}"
    if is_default(claim.day) and evidence.seen and evidence.seen - claim.day > FAR and _recent(evidence):
        return "a default of the publishing system"
    return None


def _recent(evidence: Evidence) -> bool:
    """Whether the text names days just before the visit."""
    return evidence.seen is not None and any(
        evidence.seen - found <= NEAR for found, _ in named_days(evidence.told, evidence.seen)
    )


def _fits(evidence: Evidence, one: date) -> bool:
    return not _doubt(evidence, Sighting(one, "metadata", "")) and (evidence.seen is None or one <= evidence.seen + DAY)


# ---------------------------------------------------------------- the words of the story


def _by_text(evidence: Evidence) -> Guess | None:
    """From the words alone, counted back from the day the page was looked at or changed."""
    near = evidence.seen or max((one.day for one in evidence.sightings), default=None)
    if near is None:
        return _by_whole_day(evidence)
    where = f"counted back from {near}, when the page was looked at or changed"
    if found := range_day(evidence.told, near):
        return Guess(found[0], 0.6 if near - found[0] <= FAR else 0.45, (found[1], where))
    named = list(named_days(evidence.told, near))
    close = [
        (found, one)
        for found, one in named
        if near - found <= NEAR or (one.paragraph < 2 and one.mention.weekday is not None)
    ]
    if close:
        found_day, one = max(close, key=lambda pair: pair[0])
        return Guess(
            found_day,
            0.7 if one.mention.weekday is not None else 0.6,
            (f"“{one.words}” is the latest day in the text", where),
        )
    if weekday := weekday_day(evidence.told, near):
        return Guess(weekday[0], 0.45, (weekday[1], where))
    return None


def _by_whole_day(evidence: Evidence) -> Guess | None:
    whole = [
        found
        for one in evidence.told
        if one.mention.year and not one.ahead and (found := resolved(one.mention, date.max - 800 * DAY))
    ]
    return Guess(max(whole), 0.4, ("the latest whole day in the text",)) if whole else None


def _by_view(evidence: Evidence) -> Guess | None:
    for one in evidence.of("header", "modified"):
        why = (
            "it may be the day the page was looked at" if one.place == "header" else "it is the day of the last change"
        )
        return Guess(one.day, 0.3, (f"only {one.what}: {why}",))
    return None


def _by_month(evidence: Evidence) -> When:
    month = next((one for one in evidence.sightings if one.place == "address"), None)
    if month is not None:
        return When(f"{month.day:%Y-%m}", "month", 0.6, (f"{month.what} gives the month",))
    return When(None, "unknown", 0.0, ("nothing on the page or in the text tells the day",))
