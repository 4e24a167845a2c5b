"""The days that come with a page rather than stand on it: what its wrapper says, and when and how it was fetched."""

from __future__ import annotations

from datetime import date

from onrecord.articles.draft import Draft, Sighting
from onrecord.articles.sightings import stamp, stated
from onrecord.model import Page

FRONT_MATTER = '<meta name="given-by" content="front matter">'


def days_with(page: Page, draft: Draft) -> tuple[Sighting, ...]:
    """The draft's sightings with those of the wrapper (feed entry, row) and of the answer the page came in."""
    return (*_given(page, draft.language), *_listed(page, draft.language), *draft.sightings, *_served(page))


def fetched_on(page: Page) -> date | None:
    """The day the page was fetched, by whoever fetched it or by the server's own clock; None where that is not kept."""
    capture = page.capture
    return (stated(capture.fetched) or stated(capture.header("date"))) if capture else None


def _given(page: Page, language: str | None) -> list[Sighting]:
    said = page.given.published
    if page.form == "entry":
        found = stamp(said, language)
        what = "the front matter" if page.content.startswith(FRONT_MATTER) else "the feed"
        return [Sighting(found.day, "feed", what, others=found.others, open=found.open)] if found else []
    day = stated(said)
    return [Sighting(day, "given", "what was given with the page")] if day else []


def _listed(page: Page, language: str | None) -> list[Sighting]:
    """The day that the feed or sitemap gives which named the page's address."""
    found = stamp(page.capture.listed, language) if page.capture else None
    what = "the feed or sitemap that named it"
    return [Sighting(found.day, "feed", what, others=found.others, open=found.open)] if found else []


def _served(page: Page) -> list[Sighting]:
    """The server's Last-Modified, unless it is the day of the fetch: pages made on request always say now."""
    said = stated(page.capture.header("last-modified")) if page.capture else None
    if said is None or said == fetched_on(page):
        return []
    return [Sighting(said, "modified", "the server's Last-Modified")]
