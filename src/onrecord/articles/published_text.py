"""The day from the words of the story alone, counted back from the day the page was looked at or changed."""

from __future__ import annotations

from datetime import date

from onrecord.articles.inner import named_days, range_day, resolved, weekday_day
from onrecord.articles.published_evidence import DAY, FAR, NEAR, Evidence, Guess


def by_text(evidence: Evidence) -> Guess | None:
    """The latest day the story looks back on, where it can be placed; None where it tells none."""
    near = evidence.seen or max((one.day for one in evidence.sightings), default=None)
    if near is None:
        return _by_whole_day(evidence)
    where = _where(evidence, near)
    if found := range_day(evidence.told, near):
        return Guess(found[0], "range" if near - found[0] <= FAR else "range, long ago", (found[1], where))
    return _by_named_day(evidence, near, where) or _by_weekday(evidence, near, where)


def _where(evidence: Evidence, near: date) -> str:
    if evidence.bound is None and any(one.day == near for one in evidence.of("header")):
        return f"counted back from {near}: the day on top is the day somebody looked at the page"
    return f"counted back from {near}, when the page was looked at or changed"


def _by_named_day(evidence: Evidence, near: date, where: str) -> Guess | None:
    close = [
        (found, one)
        for found, one in named_days(evidence.told, near)
        if near - found <= NEAR or (one.paragraph < 2 and one.mention.weekday is not None)
    ]
    if not close:
        return None
    found_day, one = max(close, key=lambda pair: pair[0])
    basis = "named day and weekday" if one.mention.weekday is not None else "named day"
    return Guess(found_day, basis, (f"“{one.words}” is the latest day in the text", where))


def _by_weekday(evidence: Evidence, near: date, where: str) -> Guess | None:
    weekday = weekday_day(evidence.told, near)
    return Guess(weekday[0], "weekday", (weekday[1], where)) if weekday else None


def _by_whole_day(evidence: Evidence) -> Guess | None:
    whole = [
        found
        for one in evidence.told
        if one.mention.year and not one.ahead and (found := resolved(one.mention, date.max - 800 * DAY))
    ]
    return Guess(max(whole), "whole day in the text", ("the latest whole day in the text",)) if whole else None
