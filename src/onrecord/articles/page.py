"""A page of markup as a draft: its head, its headline, its story, its furniture, the short lines around the story."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

from onrecord.articles.blocks import take_furniture
from onrecord.articles.body import paragraphs_of
from onrecord.articles.draft import Draft, Sighting
from onrecord.articles.head import Head, head_of
from onrecord.articles.headline import headline_of
from onrecord.articles.markup import block_lines, parsed, squeezed, text_of
from onrecord.articles.outlet import outlet_of
from onrecord.articles.sightings import days_in, stated
from onrecord.model import Page

MOST_TOP = 25
MOST_HEADER = 60
DATE_LINE = 45  # a line that is no more than a day; others name days of other things


@dataclass(frozen=True, slots=True)
class Sheet:
    """A parsed page with what it says of itself. ``header``: the lines before the headline."""

    tree: html.HtmlElement
    head: Head
    headline: str
    header: tuple[str, ...]


def sheet_of(page: Page) -> Sheet:
    """The page parsed. Raises ValueError where it holds no usable markup."""
    tree = parsed(page.content)
    head = head_of(tree)
    headline = page.given.headline or headline_of(tree, head)
    return Sheet(tree, head, headline, _header(tree, headline))


def draft_of(page: Page, sheet: Sheet) -> Draft:
    """The draft; takes the furniture out of the sheet's tree."""
    times = _times(sheet.tree)
    furniture = take_furniture(sheet.tree)
    paragraphs = paragraphs_of(sheet.tree, sheet.headline, said=sheet.head.body)
    top = _top(sheet, paragraphs)
    url = page.url or sheet.head.url
    return Draft(
        paragraphs=paragraphs,
        headline=sheet.headline,
        top=top,
        persons=page.given.byline or sheet.head.persons,
        outlet=page.given.outlet or outlet_of(sheet.head),
        url=url,
        language=sheet.head.language,
        sightings=(*_claimed(sheet.head, url), *times, *_shown(top, "shown"), *_shown(sheet.header, "header")),
        furniture=furniture,
    )


def _header(tree: html.HtmlElement, headline: str) -> tuple[str, ...]:
    lines: list[str] = []
    for line, holder in block_lines(tree):
        if line == headline or holder.tag == "h1" or len(lines) >= MOST_HEADER:
            break
        lines.append(line)
    return tuple(lines)


def _top(sheet: Sheet, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """The short lines between the headline and the first paragraph."""
    start = _key(paragraphs[0]) if paragraphs else ""
    lines: list[str] = []
    seen = False
    for line, holder in block_lines(sheet.tree):
        if start and _key(line).startswith(start[:60]):
            break
        if seen and len(line) < 200:
            lines.append(line)
        seen = seen or line == sheet.headline or holder.tag == "h1"
        if len(lines) >= MOST_TOP:
            break
    return tuple(lines)


def _key(line: str) -> str:
    return re.sub(r"\W+", "", line)


def _claimed(head: Head, url: str | None) -> list[Sighting]:
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


def _times(tree: html.HtmlElement) -> list[Sighting]:
    """Elements that carry the day of publication: itemprop, or a time element with a headline before it."""
    marked = tree.xpath("//*[@itemprop='datePublished']")[:2] + tree.xpath("//time[@pubdate]")[:1]
    marked += tree.xpath("(//h1)[1]/following::time[@datetime][not(ancestor::aside)][1]")
    said = [one.get("datetime") or one.get("content") or text_of(one) for one in marked]
    return [Sighting(day, "shown", "the day shown at the headline") for one in said if (day := stated(squeezed(one)))]


def _shown(lines: tuple[str, ...], place: str) -> list[Sighting]:
    if place == "shown":
        return [Sighting(day, "shown", "the day shown at the headline") for line in lines for day in days_in(line)]
    return [
        Sighting(day, "header", "the day on top of the page")
        for line in lines
        if len(line) <= DATE_LINE
        for day in days_in(line)
    ][:2]
