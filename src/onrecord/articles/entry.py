"""A feed entry as a draft: its content is all story, but for captions and the feed's own closing lines."""

from __future__ import annotations

import re

from lxml import html

from onrecord.articles.blocks import take_furniture
from onrecord.articles.draft import Draft, Sighting
from onrecord.articles.markup import block_lines, parsed
from onrecord.articles.outlet import feed_outlet
from onrecord.articles.page_days import days_in_url
from onrecord.articles.prose import is_aside
from onrecord.articles.sightings import stated
from onrecord.model import Page

WHOLE = re.compile(r"\s*(?:<meta [^<>]{0,300}>)?<meta itemprop=\"articleBody\">")


def is_whole(page: Page) -> bool:
    """True where the feed gives the content of the entry, not a summary of it."""
    return bool(WHOLE.match(page.content))


def draft_of(page: Page) -> Draft:
    """The draft of an entry. Raises ValueError where its markup is beyond reading."""
    tree = parsed(f"<html><body><div>{page.content}</div></body></html>") if page.content.strip() else None
    changes = _changes(tree) if tree is not None else []
    furniture = take_furniture(tree) if tree is not None else ()
    lines = [line for line, _ in block_lines(tree)] if tree is not None else []
    headline = page.given.headline or ""
    kept = [line for line in dict.fromkeys(lines) if not is_aside(line) and line != headline and re.search(r"\w", line)]
    return Draft(
        paragraphs=tuple(kept),
        headline=headline,
        persons=page.given.byline,
        outlet=feed_outlet(page.given.outlet),
        url=page.url,
        sightings=(*days_in_url(page.url), *changes),
        furniture=furniture,
    )


def _changes(tree: html.HtmlElement) -> list[Sighting]:
    said = tree.xpath("//meta[@itemprop='dateModified']/@content")[:1]
    return [Sighting(day, "modified", "the feed's day of a change") for one in said if (day := stated(one))]
