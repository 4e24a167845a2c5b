"""What the story's own words say about the day it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.articles.dateline import Dateline, is_note
from onrecord.articles.sightings import day
from onrecord.text.dates import TimeMention, time_mentions

WEEK = timedelta(days=7)
MOST_PARAGRAPHS = 40
AHEAD = re.compile(
    r"\b(?:will|would|due|is to|are to|next|until|till|meets?|begins?|starts?|opens?|scheduled|planned"
    r"|expected|deadline|every|on \w+s)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A time the story tells: the mention, the words before it in its sentence, the paragraph it stands in."""

    mention: TimeMention
    words: str
    paragraph: int
    ahead: bool


def told_in(paragraphs: Sequence[str], dateline: Dateline) -> list[Told]:
    """Every time the story tells, without those of its dateline and of notes about the article."""
    found: list[Told] = []
    for at, paragraph in enumerate(paragraphs[:MOST_PARAGRAPHS]):
        if is_note(paragraph):
            continue
        for mention in time_mentions(paragraph[:3000]):
            if at == 0 and mention.span.start < dateline.end:
                continue
            before = re.split(r"[.!?;,]\s", paragraph[max(0, mention.span.start - 60) : mention.span.start])[-1]
            words = paragraph[mention.span.start : mention.span.end]
            ahead = mention.lean == "future" or bool(AHEAD.search(before))
            found.append(Told(mention, words, at, ahead))
    return found


def resolved(mention: TimeMention, near: date) -> date | None:
    """The day of a mention of month and day, in the year that puts it nearest before ``near`` (a day's grace)."""
    if not mention.month or not mention.day:
        return None
    years = [mention.year] if mention.year else [near.year + shift for shift in (1, 0, -1, -2)]
    days = [found for year in years if (found := day(year, mention.month, mention.day))]
    if mention.weekday is not None:
        days = [one for one in days if one.weekday() == mention.weekday]
    if mention.year:
        return next(iter(days), None)
    return next((one for one in days if one <= near + timedelta(days=1)), None)


def last_weekday(weekday: int, until: date) -> date:
    """The last such weekday up to and including ``until``."""
    return until - timedelta(days=(until.weekday() - weekday) % 7)


def range_day(told: Iterable[Told], near: date) -> tuple[date, str] | None:
    """The day that a range and a weekday give together: "between 13 and 16 October" and "on Thursday"."""
    told = list(told)
    for one in told:
        start = resolved(one.mention, near) if one.mention.until else None
        if start is None or one.mention.until is None:
            continue
        end = day(start.year + (one.mention.until[0] < start.month), *one.mention.until)
        weekday = next(
            (
                other
                for other in told
                if other.mention.weekday is not None and not other.ahead and other.mention.day is None
            ),
            None,
        )
        if end is None or end - start > timedelta(days=31):
            continue
        if weekday is not None and weekday.mention.weekday is not None:
            first = start + timedelta(days=(weekday.mention.weekday - start.weekday()) % 7)
            if first <= end + timedelta(days=6) and first <= near:
                return first, f"“{one.words}” and “{weekday.words}” in the text"
        return end, f"“{one.words}” in the text"
    return None


def named_days(told: Iterable[Told], near: date) -> Iterator[tuple[date, Told]]:
    """Days that the story names by month and day and looks back on."""
    for one in told:
        found = resolved(one.mention, near) if one.mention.until is None and not one.ahead else None
        if found is not None and found <= near:
            yield found, one


def weekday_day(told: Sequence[Told], near: date) -> tuple[date, str] | None:
    """The weekday the first paragraph looks back on, else the latest the story does; counted back from ``near``."""
    days = [
        (last_weekday(one.mention.weekday, near), one)
        for one in told
        if one.mention.weekday is not None and one.mention.day is None and not one.ahead
    ]
    opening = [pair for pair in days if pair[1].paragraph == 0]
    if not days:
        return None
    found, one = opening[0] if opening else max(days, key=lambda pair: pair[0])
    where = "is what the story opens with" if opening else "is the latest day the text looks back on"
    return found, f"“{one.words}” {where}"
