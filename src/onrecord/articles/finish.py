"""The last decisions, the same for every form of page: dateline, byline, agency, day of publication, language."""

from __future__ import annotations

from onrecord.articles.byline import byline_of
from onrecord.articles.credit import agency_of
from onrecord.articles.dateline import dateline_of
from onrecord.articles.draft import Draft, Sighting
from onrecord.articles.language import language_of
from onrecord.articles.published import published_of
from onrecord.articles.sightings import stated
from onrecord.config import Config
from onrecord.model import Article, Page, article_id


def finished(page: Page, draft: Draft, text: str, config: Config) -> Article:
    """The article; ``text`` is its text, the draft's paragraphs joined or the given text to the letter."""
    dateline = dateline_of(draft.paragraphs[0] if draft.paragraphs else "")
    byline = byline_of(draft.top, draft.persons, draft.outlet)
    given = stated(page.given.published)
    sightings = draft.sightings
    if given is not None:
        entry = page.form == "entry"
        known = (
            Sighting(given, "feed", "the feed") if entry else Sighting(given, "given", "what was given with the page")
        )
        sightings = (known, *sightings)
    return Article(
        id=article_id(draft.url, draft.headline, text),
        input=page.input,
        digest=page.digest,
        text=text,
        headline=draft.headline,
        published=published_of(sightings, dateline, draft.paragraphs, stated(config.as_of)),
        url=draft.url,
        outlet=draft.outlet,
        byline=byline.persons,
        agency=agency_of(dateline.credit, byline.credits, draft.outlet),
        dateline=dateline.place,
        language=draft.language or language_of(text),
        furniture=draft.furniture,
        input_id=page.given.input_id,
    )
