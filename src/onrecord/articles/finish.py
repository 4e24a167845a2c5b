"""The last decisions, the same for every form of page: dateline, byline, agency, day of publication, language."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.articles.byline import byline_of
from onrecord.articles.canonical import is_of_article
from onrecord.articles.credit import agency_of
from onrecord.articles.dateline import dateline_of
from onrecord.articles.days_capture import days_with, fetched_on
from onrecord.articles.draft import Draft
from onrecord.articles.language import spoken_in
from onrecord.articles.notes import credited_in, notes_in
from onrecord.articles.published import published_of
from onrecord.articles.sightings import stated
from onrecord.config import Config
from onrecord.model import Article, Page, Part, Signal, Span, article_id


def finished(page: Page, draft: Draft, text: str, config: Config) -> Article:
    """The article; ``text`` is its text, the draft's paragraphs joined or the given text to the letter."""
    dateline = dateline_of(draft.paragraphs[0] if draft.paragraphs else "")
    byline = byline_of(draft.top, draft.persons, draft.outlet, told=draft.credits, foot=draft.foot)
    canonical = draft.canonical if draft.canonical and is_of_article(draft.canonical, page.url) else None
    notes = tuple(dict.fromkeys((*draft.notes, *notes_in((*draft.top, *draft.paragraphs)))))
    return Article(
        id=article_id(draft.url, draft.headline, text),
        input=page.input,
        digest=page.digest,
        text=text,
        headline=draft.headline,
        published=published_of(
            days_with(page, draft), dateline, draft.paragraphs, stated(config.as_of), fetched=fetched_on(page)
        ),
        url=draft.url,
        outlet=draft.outlet,
        byline=byline.persons,
        agency=agency_of(dateline.credit, (*byline.credits, *credited_in(notes, draft.paragraphs)), draft.outlet),
        dateline=dateline.place,
        language=spoken_in(text, draft.language),
        furniture=draft.furniture,
        input_id=page.given.input_id,
        canonical=canonical,
        section=draft.section,
        parts=tuple(_parts(draft, text)),
        notes=notes,
        signals=(*draft.signals, *(Signal("paywall", why) for why in (draft.paywall,) if why)),
    )


def _parts(draft: Draft, text: str) -> Iterator[Part]:
    """Where the marked paragraphs stand in the text; those beyond its end are left out."""
    spans: list[Span] = []
    at = 0
    for paragraph in draft.paragraphs if draft.marks else ():
        start = text.find(paragraph, at)
        if start < 0:
            break
        at = start + len(paragraph)
        spans.append(Span(start, at))
    for mark in draft.marks:
        if mark.last < len(spans):
            span = Span(spans[mark.first].start, spans[mark.last].end)
            yield Part(mark.kind, span, mark.time, mark.author)
