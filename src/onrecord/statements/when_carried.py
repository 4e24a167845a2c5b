"""When a statement was made whose own sentence does not tell: the day goes on from what was told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from onrecord.model import Attribution, Span, Speaker, When
from onrecord.statements.when_page import (
    Page,
    anchor_at,
    closed_zones,
    is_open,
    mentions_in,
    note_around,
    place_of,
    scene_before,
    sentence_of,
)
from onrecord.statements.when_told import bounded, heads_page, is_hearsay, occasions, of_other_event, read_mention
from onrecord.text.dates import TimeMention, time_mentions
from onrecord.text.dates_infer import HEAD, dateline_mention
from onrecord.text.dates_resolve import on_day
from onrecord.text.sentences import paragraphs, sentences

Known: TypeAlias = "Sequence[tuple[Attribution, Speaker, When | None]]"

EARLIER = re.compile(r"\b(?:had|having|once|earlier|previously|originally)\b", re.I)
SOON = re.compile(r"\bwithin (?:hours|minutes|the hour)\b", re.I)
SAME_OUTLET = re.compile(
    r"\b(?:by the (?:same )?(?:agency|paper|newspaper|daily|broadcaster)"
    r"|according to the (?:same )?(?:paper|newspaper|daily|broadcaster))\b(?! (?-i:[A-Z]))",
    re.I,
)
PLACED = re.compile(r"[^\W\d_]{3}")
LATELY = 40  # statements among which an occasion is looked for
OPENING = 2_000  # characters in which a story opens
FRESH = 2  # days: what was said longer before the story is recalled in it, and what follows was said anew
LIKELY = 0.6  # the words name no day for this one; what stands around it does


def goes_on(page: Page, one: Attribution, speaker: Speaker, before: Known, *, passed_on: bool) -> When | None:
    """The day that goes on to a statement: of the occasion named, of the same speaker, of the scene, of the dispatch.

    ``before``: the statements that stand before it with what is known of their days. ``passed_on``: others reported
    it, on a day of their own, so neither the scene nor the dispatch tells its day. None where what is told of was said
    earlier ("had said"), or is hearsay.
    """
    place = place_of(one)
    if place is None or is_hearsay(page, one):
        return None
    if one.cue is not None and (EARLIER.search(page.text, *one.cue) or _perfect(page.text, one.cue)):
        return None
    told_before = _same_occasion(page, place, before) or _same_speaker(page, place, speaker, before)
    if told_before is not None or passed_on:
        return told_before
    return _of_the_note(page, place) or _scene_of_the_story(page, place) or _filed_that_day(page)


def _perfect(text: str, cue: Span) -> bool:
    """Whether "had" stands before the cue: what was said before the time the story tells of."""
    return (
        re.search(r"\b(?:had|having) (?:[a-z]+ly |also |first |long )?\Z", text[max(0, cue.start - 24) : cue.start])
        is not None
    )


# ---------------------------------------------------------------- "at the same briefing"


def _same_occasion(page: Page, place: Span, before: Known) -> When | None:
    """ "At the same briefing", "within hours", "by the same paper": the day of what was told before."""
    around = sentence_of(page, place)
    same = re.compile(rf"\bthe same (?:\w+ ){{0,2}}(?P<noun>{occasions('held', 'written')})\b", re.I)
    that = re.compile(rf"\b(?:at|during|in) the (?:joint )?(?:news |press )?(?P<noun>{occasions('held')})\b", re.I)
    rules = (same, SOON, SAME_OUTLET, that)
    found = next((one for one in (rule.search(page.text, *around) for rule in rules) if one), None)
    if found is None or any(zone.start < found.end() and found.start() < zone.end for zone in _closed(page, place)):
        return None
    noun = found.groupdict().get("noun")
    there = [one for one in before[-LATELY:] if noun and noun.lower() in _sentence_text(page, one[0]).lower()]
    if found.re is that and not there:
        return None
    there = there or list(before[-1:])
    when = there[-1][2] if there else None
    words = f"{found.group()!r}: the day told before it"
    if when is not None and when.day is not None:
        return When(when.value, "day", when.confidence, (words, *when.reasons))
    day = scene_before(page, around.start) if not (noun and there) else None
    return bounded(on_day(day, words), anchor_at(page, place.start)) if day else None


def _closed(page: Page, place: Span) -> list[Span]:
    return closed_zones(page, sentence_of(page, place), place)


def _sentence_text(page: Page, one: Attribution) -> str:
    place = place_of(one)
    return page.text[slice(*sentence_of(page, place))] if place else ""


# ---------------------------------------------------------------- the same speaker goes on


def _same_speaker(page: Page, place: Span, speaker: Speaker, before: Known) -> When | None:
    """The day of what the same speaker last said in this paragraph or the one before.

    What is only recalled there does not go on, nor does a day where another one is told between.
    """
    start = page.text.rfind("\n\n", 0, max(0, page.text.rfind("\n\n", 0, place.start)))
    around = sentence_of(page, place)
    for one, other, when in reversed(before):
        at = place_of(one)
        if at is None or at.start < start or speaker.name is None:
            return None
        if other.name == speaker.name and when is not None and when.day is not None:
            between = Span(sentence_of(page, at).end, max(around.end, sentence_of(page, at).end))
            if _recalled(page, at, when.day) or any(one.names_day for one in _open_mentions(page, between)):
                return None
            reasons = tuple(dict.fromkeys(("the same speaker goes on", *when.reasons)))
            return When(when.value, "day", min(when.confidence, LIKELY), reasons)
    return None


def _recalled(page: Page, at: Span, day: str) -> bool:
    anchor = anchor_at(page, at.start).day
    return anchor is not None and (anchor - date.fromisoformat(day)).days > FRESH


def _open_mentions(page: Page, around: Span) -> list[TimeMention]:
    closed = closed_zones(page, around, Span(around.start, around.start))
    return [one for one in mentions_in(page.text, around) if is_open(one, closed) and one.lean != "future"]


# ---------------------------------------------------------------- the day of the note, the scene, the dispatch


def _of_the_note(page: Page, place: Span) -> When | None:
    """A dated retraction or correction speaks on its day."""
    note = note_around(page, place.start)
    return bounded(on_day(note.day, f"told in a note of {note.day}"), note) if note is not None else None


def _scene_of_the_story(page: Page, place: Span) -> When | None:
    """A story that opens on an occasion at which people speak, on a day it names, goes on there."""
    text = page.text
    first = next(iter(paragraphs(text[:OPENING])), Span(0, 0))
    if place.start < first.end:
        return None
    held = re.compile(rf"\b(?:{occasions('held')})s?\b", re.I)
    for sentence in sentences(text, first):
        closed = closed_zones(page, sentence, Span(sentence.start, sentence.start))
        if not any(not _in(found.span(), closed) for found in held.finditer(text, *sentence)):
            continue
        days = [one for one in _open_mentions(page, sentence) if one.names_day and not heads_page(text, one)]
        days = [one for one in days if not of_other_event(page, one, sentence, sentence)]
        if days and (told := read_mention(page, days[0])).day:
            return When(told.value, told.precision, min(told.confidence, LIKELY), ("the scene", *told.reasons))
    return None


def _in(span: tuple[int, int], zones: Sequence[Span]) -> bool:
    return any(zone.start <= span[0] and span[1] <= zone.end for zone in zones)


def _filed_that_day(page: Page) -> When | None:
    """A dispatch under a dateline with place and day tells what was said that day, unless it names another one."""
    found = dateline_mention(page.text, time_mentions(page.text[: 2 * HEAD]))
    if found is None or not PLACED.search(page.text, 0, found.span.start):
        return None
    told = read_mention(page, found)
    reason = f"the dispatch is datelined {page.text[slice(*found.span)]!r} and names no other day for it"
    return When(told.value, told.precision, min(told.confidence, LIKELY), (reason,)) if told.day else None
