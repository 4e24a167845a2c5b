"""What the days of all statements of one page are read from: its statements, what is quoted, the day to count from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.model import Article, Attribution, Span, Speaker
from onrecord.statements.around import REACH, sentence_around
from onrecord.text.dates import TimeMention, time_mentions
from onrecord.text.dates_infer import infer_day
from onrecord.text.dates_resolve import days_in, resolve
from onrecord.text.quotes import quotes_in

SURE = 0.5  # a published day below this is no better than what the text itself shows
LEAD = re.compile(
    r"(?:(?:him|her|them|us|me|reporters|journalists|deputies|parliament) )?"
    r"(?:(?:late |early |earlier )?(?:on \w+day(?: \w+)?|\w+day|yesterday|today|last \w+) )?(?=that\b)",
    re.I,
)
NOTE = re.compile(r"\W*(?:correction|retraction|clarification|update|amendment|editor['’]s note)\b", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """An article with all that is said in it; ``speakers`` and ``extents`` (first to last) as the ``attributions``."""

    article: Article
    attributions: Sequence[Attribution]
    speakers: Sequence[Speaker]
    extents: Sequence[Span]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def near(self, around: Span) -> Page:
        """The same page with only the statements that lie, at least in part, within a stretch of it."""
        at = [n for n, one in enumerate(self.extents) if touch(one, around)]
        said, speakers = [self.attributions[n] for n in at], [self.speakers[n] for n in at]
        return Page(self.article, said, speakers, [self.extents[n] for n in at])

    def speaker_of(self, one: Attribution) -> str:
        """Whose statement it is: the speaker's name, else the words that name the source."""
        at = next((n for n, other in enumerate(self.attributions) if other is one), None)
        name = self.speakers[at].name if at is not None else None
        return name or (self.text[slice(*one.source)].lower() if one.source else "")


def page_of(article: Article, attributions: Sequence[Attribution], speakers: Sequence[Speaker]) -> Page:
    """The page of these statements."""
    return Page(article, attributions, speakers, [_extent(one) for one in attributions])


def _extent(one: Attribution) -> Span:
    spans = [*one.content, *(span for span in (one.cue, one.source) if span is not None)]
    return Span(min((span.start for span in spans), default=0), max((span.end for span in spans), default=0))


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day weekdays are counted from, how sure it is (0 to 1) and whose day it is."""

    day: date | None
    sure: float
    whose: str


def place_of(one: Attribution) -> Span | None:
    """Where a statement is attributed: its cue, else its source, else where its content begins."""
    return one.cue or one.source or next(iter(one.content), None)


def touch(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def gap(one: Span, other: Span) -> int:
    """Characters between two spans; 0 where they touch."""
    return max(0, one.start - other.end, other.start - one.end)


def closed_zones(page: Page, around: Span, place: Span) -> list[Span]:
    """What is quoted or reported in a sentence, where a time dates what is told of and not the telling.

    What somebody says is open to whoever is told of in it: "Moreau said that Pell had told him on Monday ...".
    """
    said = [_past_lead(page.text, span) for one in page.attributions for span in one.content if touch(span, around)]
    quoted = [quote.outer for quote in quotes_in(page.text, *around)]
    return [span for span in (*said, *quoted) if not (span.start <= place.start and place.end <= span.end)]


def _past_lead(text: str, content: Span) -> Span:
    """The content without what may stand before its "that": "him on Tuesday that ..." belongs to the telling."""
    lead = LEAD.match(text, content.start, min(content.end, content.start + 60))
    return Span(lead.end(), content.end) if lead else content


def is_open(mention: TimeMention, closed: Sequence[Span]) -> bool:
    """Whether a mention stands outside all that is quoted or reported."""
    return not any(touch(mention.span, zone) for zone in closed)


def mentions_in(text: str, around: Span) -> list[TimeMention]:
    """The times mentioned in a part of a text, with their places in the whole."""
    here = time_mentions(text[around.start : around.end])
    return [replace(one, span=Span(one.span.start + around.start, one.span.end + around.start)) for one in here]


# ---------------------------------------------------------------- the day to count from


def anchor_at(page: Page, at: int) -> Anchor:
    """The day to count from at a place of the text: of the dated note it stands in, else of the article."""
    return note_around(page, at) or anchor_of(page.article)


def note_around(page: Page, at: int) -> Anchor | None:
    """A dated correction or retraction around the place: its weekdays count from its own day.

    A note that opens the text holds for all of it: what follows explains the note.
    """
    text = page.text
    start = max(text.rfind("\n", 0, at) + 1, at - REACH)
    for begin in (start, 0):
        note = NOTE.match(text, begin)
        dated = [one for one in _head(text, begin) if one.month and one.day] if note else []
        days = days_in(resolve(dated[0], anchor_of(page.article).day)) if dated else None
        if days:
            return Anchor(days[0], 0.9, "the day of the note")
    return None


def _head(text: str, begin: int) -> list[TimeMention]:
    return mentions_in(text, Span(begin, min(len(text), begin + 80)))


def anchor_of(article: Article) -> Anchor:
    """The published day, or the one the text gives away where that is unsure or unknown."""
    published = days_in(article.published) if article.published.precision == "day" else None
    if published and article.published.confidence >= SURE:
        return Anchor(published[0], article.published.confidence, "the article's day")
    shown = infer_day(article.text, not_after=published[0] if published else None)
    inner = days_in(shown) if shown.precision == "day" else None
    if inner and shown.confidence >= (article.published.confidence if published else 0.0):
        return Anchor(inner[0], shown.confidence, "; ".join(shown.reasons))
    if published is None:
        return Anchor(None, 0.0, "")
    return Anchor(published[0], article.published.confidence, "an unsure day for the article")


def scene_before(page: Page, at: int) -> date | None:
    """The last past day the text itself spoke of before a place, what is quoted or reported left out."""
    anchor = anchor_at(page, at).day
    past = Span(max(0, at - REACH), at)
    closed = closed_zones(page, past, Span(at, at))
    for one in reversed(mentions_in(page.text, past)):
        told = one.names_day and one.base == "anchor" and one.lean != "future"
        if told and is_open(one, closed):
            days = days_in(resolve(one, anchor))
            return days[0] if days else None
    return None


def sentence_of(page: Page, place: Span) -> Span:
    """The sentence a statement is attributed in."""
    around = sentence_around(page.text, place.start)
    return around if around.end > around.start else place
