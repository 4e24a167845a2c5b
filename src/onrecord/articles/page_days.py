"""The days a page of markup shows or claims: in its metadata, its address, at its headline, on top of it."""

from __future__ import annotations

import re

from lxml import html

from onrecord.articles.draft import Sighting
from onrecord.articles.head import Head
from onrecord.articles.markup import squeezed, text_of
from onrecord.articles.sightings import days_in, stated

DATE_LINE = 45  # a line that is no more than a day; others name days of other things


def claimed(head: Head, url: str | None) -> list[Sighting]:
    found = [Sighting(day, "metadata", what) for what, said in head.published if (day := stated(said))]
    found += [Sighting(day, "modified", what) for what, said in head.modified if (day := stated(said))]
    return found + days_in_url(url)


def days_in_url(url: str | None) -> list[Sighting]:
    """A day or a month in an address."""
    from_url = re.search(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12]\d|3[01]))?(?=[/-]|$)", url or "")
    if not from_url:
        return []
    year, month, day = from_url.groups()
    found = stated(f"{year}-{int(month):02}-{int(day or 1):02}")
    return [Sighting(found, "address", "the address", day is not None)] if found else []


def times(tree: html.HtmlElement) -> list[Sighting]:
    """Elements that carry the day of publication: itemprop, or a time element with a headline before it."""
    marked = tree.xpath("//*[@itemprop='datePublished']")[:2] + tree.xpath("//time[@pubdate]")[:1]
    marked += tree.xpath("(//h1)[1]/following::time[@datetime][not(ancestor::aside)][1]")
    said = [one.get("datetime") or one.get("content") or text_of(one) for one in marked]
    return [Sighting(day, "shown", "the day shown at the headline") for one in said if (day := stated(squeezed(one)))]


def shown(lines: tuple[str, ...], place: str) -> list[Sighting]:
    if place == "shown":
        return [Sighting(day, "shown", "the day shown at the headline") for line in lines for day in days_in(line)]
    return [
        Sighting(day, "header", "the day on top of the page")
        for line in lines
        if len(line) <= DATE_LINE
        for day in days_in(line)
    ][:2]
