"""The day the article gives for an act of speaking: by the words around the cue, or carried over from the scene."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.model import Article, Attribution, Span, When
from onrecord.text.dates import TimeMention, time_mentions
from onrecord.text.dates_infer import infer_day
from onrecord.text.dates_resolve import days_in, resolve
from onrecord.text.quotes import quotes_in
from onrecord.text.sentences import sentences

SURE = 0.5  # a published day below this is no better than what the text itself shows
CARRY = 2
NEAR = 40
REACH = 1500
SPEECH = re.compile(
    r"\b(?:said|says|told|tells|wrote|added|replied|asserted|stated|stated|claimed|confirmed|announced|denied|insisted"
    r"|admitted|acknowledged|reported|spoke|speech|statement|conference|briefing|interview|parliament|testified|hearing"
    r"|conceded|declared|declined|warned|argued|rejected|owned up)\b"
)
OCCASION = re.compile(
    r"\b(?:at|during|in|after) the (?:same|joint) (?:\w+ )?(?:conference|briefing|meeting|session|hearing|interview)\b",
    re.I,
)
NOTE = re.compile(r"\W*(?:correction|retraction|clarification|update|amendment|editor['’]s note)\b", re.I)
OTHER_EVENT = re.compile(
    r"(?:\b(?:since|until|till|by|before|after|from|of|dated|due|for|ahead of|the)\s+(?:\w+ly\s+|late\s+|early\s+)?)\Z",
    re.I,
)
SUBCLAUSE = re.compile(
    r"[,(–—-]?\s*\b(?:who|which|whose|whom|when|after|before|since|as|where|while|because|that)\b", re.I
)
PRONOUN = re.compile(r"\s*(?:[Ss]?[Hh]e|[Ii]t|[Tt]hey|[Tt]he (?:[a-z]+ )?[a-z]+)\s*\Z")
HEARSAY = re.compile(r"reportedly|allegedly|(?:said|thought|believed|understood|reported) to\b", re.I)
NAME = re.compile(r"[^\W\d_a-z][\w’'-]+")


def said_on(article: Article, attribution: Attribution) -> When | None:
    """When this was said, by the article's own words; None where it does not tell.

    Unknown with a reason where it tells ("on Thursday") but nothing gives the day to count from.
    """
    text = article.text
    place = attribution.cue or attribution.source or next(iter(attribution.content), None)
    if place is None:
        return None
    around = _sentence_at(text, place)
    told = _told_here(text, around, place, attribution.content) or _told_by_occasion(text, around, attribution.content)
    if told is not None:
        return _reading(article, told, "")
    scene = _told_in_scene(text, around, attribution)
    return _reading(article, scene, "the scene goes on from ") if scene is not None else None


# ---------------------------------------------------------------- which words tell


def _sentence_at(text: str, place: Span) -> Span:
    before = _sentences_to(text, place.start)
    found = before[-1] if before else place
    return found if place.start < found.end else place


def _sentences_to(text: str, at: int) -> tuple[Span, ...]:
    """The last few sentences that begin up to there."""
    every = sentences(text, Span(0, len(text)))
    stop = bisect_right(every, at, key=lambda one: one.start)
    return every[max(0, stop - CARRY - 1) : stop]


def _told_here(text: str, around: Span, place: Span, content: Sequence[Span]) -> TimeMention | None:
    """The mention of a past time nearest the cue, in its sentence, outside all that is quoted or reported."""
    closed = [*content, *(quote.outer for quote in quotes_in(text, *around))]
    near = [one for one in _mentions_in(text, around) if not any(_touch(one.span, span) for span in closed)]
    fitting = [one for one in near if one.lean != "future" or one.base == "scene"]
    fitting = [one for one in fitting if not _of_other_event(text, one, around, place)]
    return min(fitting, key=lambda one: _gap(one.span, place), default=None)


def _told_by_occasion(text: str, around: Span, content: Sequence[Span]) -> TimeMention | None:
    """ "At the same briefing": the day told last before, at which somebody spoke."""
    found = OCCASION.search(text, around.start, around.end)
    if found is None or any(_touch(Span(*found.span()), span) for span in content):
        return None
    past = Span(max(0, around.start - REACH), around.start)
    days = [one for one in _mentions_in(text, past) if one.names_day and one.lean != "future"]
    return (
        days[-1] if days and SPEECH.search(text, days[-1].span.start - 2 * NEAR, days[-1].span.end + 2 * NEAR) else None
    )


def _mentions_in(text: str, around: Span) -> list[TimeMention]:
    here = time_mentions(text[around.start : around.end])
    return [replace(one, span=Span(one.span.start + around.start, one.span.end + around.start)) for one in here]


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _gap(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _of_other_event(text: str, mention: TimeMention, around: Span, place: Span) -> bool:
    """ "since Monday", "Monday's vote", "the Monday session", or in a clause of its own that has not the cue in it."""
    before = text[max(around.start, mention.span.start - 24) : mention.span.start]
    if mention.until is None and OTHER_EVENT.search(before):
        return True
    if text[mention.span.end : mention.span.end + 2] in ("'s", "’s"):
        return True
    comma = max(text.rfind(mark, around.start, mention.span.start) for mark in (",", ";", " -", "(", "–"))
    clause = Span(max(comma, around.start), mention.span.end)
    inside = clause.start <= place.start < text_end(text, clause, around)
    return bool(SUBCLAUSE.match(text, clause.start)) and not inside and comma >= 0


def text_end(text: str, clause: Span, around: Span) -> int:
    """Where the clause that began there ends: at the next comma or with the sentence."""
    comma = text.find(",", clause.end, around.end)
    return comma if comma >= 0 else around.end


def _told_in_scene(text: str, around: Span, attribution: Attribution) -> TimeMention | None:
    """The day told in a sentence shortly before, if the same speaker is still speaking there."""
    cue = attribution.cue
    if attribution.source is None or (cue and HEARSAY.search(text, cue.start, cue.end)):
        return None
    source = text[attribution.source.start : attribution.source.end]
    names = [name for name in NAME.findall(source) if len(name) > 2 and _heads(name, source)][-1:]
    if not names and not PRONOUN.match(source):
        return None
    earlier = [one for one in _sentences_to(text, around.start) if one.end <= around.start]
    for sentence in reversed(earlier[-CARRY:]):
        told = _told_here(text, sentence, Span(sentence.end, sentence.end), ())
        if told is None and (occasion := _told_by_occasion(text, sentence, ())) is not None:
            return occasion
        if told is not None:
            return told if told.names_day and _speaks_there(text, sentence, told, names) else None
        if not names and _others_named(text, sentence):
            return None
    return None


def _heads(name: str, source: str) -> bool:
    """Whether the name is what is meant, not "Veronian" before "government"."""
    return not re.search(rf"\b{re.escape(name)}['’]?s?\s+[a-z]", source)


def _speaks_there(text: str, sentence: Span, told: TimeMention, names: Sequence[str]) -> bool:
    """Whether the day stands by a verb of saying and, where a name is known, soon after that name."""
    before = text[max(sentence.start, told.span.start - 2 * NEAR) : told.span.start]
    after = text[told.span.end : min(sentence.end, told.span.end + 2 * NEAR)]
    spoken = [one.end() for one in SPEECH.finditer(before)]
    reported = bool(spoken) and re.search(r"\b(?:that|whether)\b", before[spoken[-1] :]) is not None
    speaks = (bool(spoken) and not reported) or bool(SPEECH.search(after))
    return speaks and all(name in before for name in names)


def _others_named(text: str, sentence: Span) -> bool:
    """Whether somebody else may have begun to speak: a name that is not in quotation marks."""
    unquoted = re.sub(r"[\"“].*?(?:[\"”]|\Z)", "", text[sentence.start + 1 : sentence.end], flags=re.S)
    return bool(NAME.search(unquoted))


# ---------------------------------------------------------------- what day that is


def _reading(article: Article, mention: TimeMention, how: str) -> When:
    words = article.text[mention.span.start : mention.span.end]
    anchor, sure, whence = _note_before(article, mention) or anchor_of(article)
    when = resolve(mention, anchor, scene=_scene_before(article.text, mention, anchor))
    if when.value is None:
        return When(None, "unknown", 0.0, (f"{how}{words!r}, but no day is known to count it from",))
    counted = f"{how}{words!r}, counted back from {anchor} ({whence})" if anchor else f"{how}{words!r}"
    return When(when.value, when.precision, round(min(when.confidence, 1.0 if mention.year else sure), 2), (counted,))


def _note_before(article: Article, mention: TimeMention) -> tuple[date, float, str] | None:
    """A dated correction or retraction the mention stands in: its weekdays count from the day of the note."""
    start = max(article.text.rfind("\n", 0, mention.span.start) + 1, mention.span.start - REACH)
    note = NOTE.match(article.text, start)
    if note is None:
        return None
    dated = [one for one in _mentions_in(article.text, Span(start, mention.span.start)) if one.month and one.day]
    days = days_in(resolve(dated[0], anchor_of(article)[0])) if dated else None
    return (days[0], 0.9, "the day of the note") if days else None


def anchor_of(article: Article) -> tuple[date | None, float, str]:
    """The day to count from: the published day, or the one the text gives away where that is unsure or unknown."""
    published = days_in(article.published) if article.published.precision == "day" else None
    if published and article.published.confidence >= SURE:
        return published[0], article.published.confidence, "the article's day"
    shown = infer_day(article.text, not_after=published[0] if published else None)
    inner = days_in(shown) if shown.precision == "day" else None
    if inner and shown.confidence >= (article.published.confidence if published else 0.0):
        return inner[0], shown.confidence, "; ".join(shown.reasons)
    return (
        (published[0], article.published.confidence, "an unsure day for the article") if published else (None, 0.0, "")
    )


def _scene_before(text: str, mention: TimeMention, anchor: date | None) -> date | None:
    """The last past day the text spoke of before this mention."""
    if mention.base != "scene":
        return None
    start = max(0, mention.span.start - REACH)
    for one in reversed(_mentions_in(text, Span(start, mention.span.start))):
        if one.names_day and one.base == "anchor" and one.lean != "future":
            days = days_in(resolve(one, anchor))
            return days[0] if days else None
    return None
