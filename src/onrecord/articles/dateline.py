"""The dateline that opens a story: place, day, agency; or the note (correction, retraction) that opens it instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.text.dates import TimeMention, time_mentions

LOOK_AT = 130
PLACE = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’/-]*(?: (?:de|la|le|el|al|of|the|am|an|der|do|da|on|sur|[A-ZÀ-Þ][\w.'’/-]*)){0,4}(?:, )?){1,3}"
)
UPPER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ.'’-]{2,}){0,3}(?:, [A-ZÀ-Þ][\w.]+(?: [A-Z][\w.]+)?)?")
CREDIT = r"(?:\s*\((?P<credit>[^()\d]{2,40})\))?"
DASH = re.compile(CREDIT + r"\s*(?:-{1,2}|–|—|―)\s+")
AFTER_DAY = re.compile(r",?" + CREDIT + r"\s*(?:-{1,2}|–|—|―|[.:])\s+(?=[\"“‘'«„(]?\w)")
OPENING_CREDIT = re.compile(r"\((?P<credit>[A-Z][^()\d]{1,30})\)\s*(?:-{1,2}|–|—)\s+")
NOTE = re.compile(
    r"(?:corrections?|retraction|clarification|updated?|editor(?:['’]s|s['’]) note|note|amendment|erratum)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What opens the story. ``day`` names a day (often without its year); ``end``: where the story proper begins."""

    place: str | None = None
    credit: str | None = None
    day: TimeMention | None = None
    end: int = 0

    @property
    def found(self) -> bool:
        """Whether there is a dateline at all."""
        return self.end > 0


def is_note(paragraph: str) -> bool:
    """True for a paragraph about the article rather than its subject: a correction or the like."""
    return bool(NOTE.match(paragraph)) and bool(re.match(r"[^.]{0,60}(?:\d|:)", paragraph))


def dateline_of(paragraph: str) -> Dateline:
    """The dateline of a first paragraph; an empty one where there is none."""
    head = paragraph[:LOOK_AT]
    if is_note(head):
        return Dateline()
    return _with_day(head) or _without_day(head) or Dateline()


def _with_day(head: str) -> Dateline | None:
    for mention in time_mentions(head)[:2]:
        if mention.day is None or mention.until is not None:
            continue
        before, after = head[: mention.span.start].rstrip(" ,("), AFTER_DAY.match(head, mention.span.end)
        if after and len(before) <= 50 and (not before or PLACE.fullmatch(before)):
            return Dateline(_place(before), after["credit"], mention, after.end())
    return None


def _without_day(head: str) -> Dateline | None:
    opening = OPENING_CREDIT.match(head)
    if opening:
        return Dateline(None, opening["credit"], None, opening.end())
    for pattern in (UPPER, PLACE):
        place = pattern.match(head)
        after = DASH.match(head, place.end()) if place else None
        if place and after and (pattern is UPPER or after["credit"]) and len(place[0]) <= 50:
            return Dateline(_place(place[0]), after["credit"], None, after.end())
    return None


def _place(words: str) -> str | None:
    words = words.strip(" ,")
    plain = re.sub(r"[A-ZÀ-Þ]{3,}", lambda word: word[0].capitalize(), words)
    return plain or None
