"""The day of publication, weighed from all that the page and the story say, with reasons and a confidence.

Metadata are believed unless the story contradicts them: CMS default days, day and month swapped, days of an edit. The
day on top of a page is the day somebody looked at it: it never wins against the text, and alone it tells nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.articles.dateline import Dateline
from onrecord.articles.days_marked import PUBLISHED
from onrecord.articles.days_raw import ALONE
from onrecord.articles.draft import Sighting
from onrecord.articles.inner import resolved, told_in
from onrecord.articles.published_claims import by_claims
from onrecord.articles.published_evidence import CLAIMS, DAY, NEAR, Evidence, Guess, fault, settled, swapped
from onrecord.articles.published_text import by_text
from onrecord.articles.published_trust import confidence_of
from onrecord.model import When
from onrecord.text.dates import TimeMention


def published_of(
    sightings: Sequence[Sighting],
    dateline: Dateline,
    paragraphs: Sequence[str],
    as_of: date | None,
    *,
    fetched: date | None = None,
) -> When:
    """When the article was published, as far as it can be known.

    ``as_of``: the day on which somebody reads; ``fetched``: the day on which the page came to us. Neither is passed.
    """
    evidence = evidence_in(sightings, dateline, paragraphs, as_of, fetched=fetched)
    guess = guess_by(evidence)
    if guess is None:
        return _by_month(evidence)
    confidence = confidence_of(guess.basis)
    if not confidence:
        return When(None, "unknown", 0.0, (*guess.reasons, "too little to give a day"))
    return When(guess.day.isoformat(), "day", confidence, guess.reasons)


def guess_by(evidence: Evidence) -> Guess | None:
    """The day the evidence speaks for and what it rests on; None where it speaks for none."""
    guess = _by_dateline(evidence) or by_claims(evidence) or by_text(evidence) or _by_view(evidence)
    return None if guess and evidence.bound and guess.day > evidence.bound + DAY else guess


def evidence_in(
    sightings: Sequence[Sighting],
    dateline: Dateline,
    paragraphs: Sequence[str],
    as_of: date | None,
    *,
    fetched: date | None,
) -> Evidence:
    """All that speaks about the day; the arguments are those of ``published_of``."""
    bound = min((one for one in (fetched, as_of) if one), default=None)
    possible = (one for one in sightings if not (bound and one.day > bound + DAY))
    kept = settled(tuple(sorted(possible, key=_rank)))
    # A day at the very top is that of the visit, unless the page came with the day it was fetched.
    on_top = [one.day for one in kept if one.place == "header"]
    seen = bound if fetched else max(on_top, default=as_of)
    return Evidence(kept, dateline, tuple(told_in(paragraphs, dateline)), seen, bound)


def _rank(one: Sighting) -> tuple[int, date, str, bool, tuple[date, ...]]:
    """Of two claims of one kind the one that speaks of publication comes first, then the earlier day."""
    named = one.what.startswith(("JSON-LD", PUBLISHED))
    vague = "creat" in one.what.lower() or one.what == ALONE
    return vague - named, one.day, one.what, one.precise, one.others


# ---------------------------------------------------------------- the dateline


def _by_dateline(evidence: Evidence) -> Guess | None:
    mention = evidence.dateline.day
    if mention is None:
        return None
    told = _nearest(mention, _claimed(evidence), most=NEAR) or _nearest(mention, _anchors(evidence))
    if told is None:
        return None
    claims = evidence.of(*CLAIMS)
    fitting = [one for one in claims if timedelta(0) <= one.day - told <= DAY]
    if fitting:
        return _confirmed(told, next((one for one in fitting if one.day == told), fitting[0]))
    reasons = [f"the dateline says {told.day} {told:%B}"]
    reasons += [f"not {one.day} ({one.what}{fault(one.day, told)})" for one in claims[:2]]
    reasons += [f"the page was looked at on {one.day}" for one in evidence.of("header")[:1] if one.day != told]
    return Guess(told, "dateline" if _within_reach(evidence, told) else "dateline, out of reach", tuple(reasons))


def _confirmed(told: date, claim: Sighting) -> Guess:
    if claim.day == told:
        return Guess(told, "dateline and claim", (f"{claim.what} and the dateline agree",))
    return Guess(claim.day, "day after the dateline", (f"{claim.what}, the day after the dateline",))


def _nearest(mention: TimeMention, anchors: Sequence[date], *, most: timedelta = timedelta.max) -> date | None:
    """The day a dateline names that is nearest to one of these days; None where none is within ``most``."""
    days = [(abs(near - found), found) for near in anchors if (found := resolved(mention, near))]
    return min((one for one in days if one[0] <= most), default=(None, None))[1]


def _claimed(evidence: Evidence) -> list[date]:
    """Days claimed to be that of publication, and the same with day and month exchanged."""
    days = [one.day for one in evidence.of(*CLAIMS)]
    return days + [other for one in days if (other := swapped(one))]


def _anchors(evidence: Evidence) -> list[date]:
    found = _claimed(evidence) + [one.day for one in evidence.sightings if one.precise]
    found += [_month_end(one.day) for one in evidence.sightings if not one.precise]
    return found + ([evidence.seen] if evidence.seen else [])


def _within_reach(evidence: Evidence, told: date) -> bool:
    return any(timedelta(days=-1) <= near - told <= NEAR for near in _anchors(evidence))


def _month_end(one: date) -> date:
    return (one.replace(day=1) + timedelta(days=32)).replace(day=1) - DAY


# ---------------------------------------------------------------- little to go by


def _by_view(evidence: Evidence) -> Guess | None:
    for one in evidence.of("modified", "picture"):
        why = "it is the day of the last change" if one.place == "modified" else "a story is seldom older"
        return Guess(one.day, f"{one.place} only", (f"only {one.what}: {why}",))
    return None


def _by_month(evidence: Evidence) -> When:
    month = next((one for one in evidence.sightings if one.place == "address" and not one.precise), None)
    if month is not None:
        return When(f"{month.day:%Y-%m}", "month", confidence_of("month"), (f"{month.what} gives the month",))
    for one in evidence.of("header"):
        return When(None, "unknown", 0.0, (f"only {one.what}, {one.day}: it may be the day the page was looked at",))
    return When(None, "unknown", 0.0, ("nothing on the page or in the text tells the day",))
