"""A page of markup as a draft: its head, its headline, its story, its furniture, the short lines around the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from lxml import html

from onrecord.articles.blocks import take_furniture
from onrecord.articles.body import story_of
from onrecord.articles.byline_foot import signed_below
from onrecord.articles.draft import Draft
from onrecord.articles.head import Head, head_of
from onrecord.articles.headline import headline_of
from onrecord.articles.markup import LinkedLine, block_lines, linked_lines, parsed
from onrecord.articles.outlet import outlet_of
from onrecord.articles.page_days import page_days, with_lines
from onrecord.articles.parts import marks_of
from onrecord.articles.paywall import paywall_of
from onrecord.articles.signals import body_signals, claimed_by
from onrecord.model import Page

MOST_TOP = 25
MOST_HEADER = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """A parsed page with what it says of itself. ``header``: the lines before the headline; ``lines``: all."""

    tree: html.HtmlElement
    head: Head
    headline: str
    header: tuple[str, ...]
    lines: tuple[LinkedLine, ...]


def sheet_of(page: Page) -> Sheet:
    """The page parsed. Raises ValueError where it holds no usable markup."""
    tree = parsed(page.content)
    lines = tuple(linked_lines(tree))
    head = head_of(tree, lines=lines)
    headline = page.given.headline or headline_of(tree, head)
    return Sheet(tree, head, headline, _header(lines, headline), lines)


def draft_of(page: Page, sheet: Sheet) -> Draft:
    """The draft; takes the furniture out of the sheet's tree."""
    url = page.url or sheet.head.url
    days = page_days(sheet.tree, sheet.head, sheet.headline, page.content, url)
    furniture = take_furniture(sheet.tree, lines=sheet.lines)
    story = story_of(sheet.tree, sheet.headline, said=sheet.head.body, markup=page.content)
    paragraphs = story.paragraphs
    claimed = claimed_by(page, sheet.tree, headline=sheet.headline, body=sheet.head.body)
    top = _top(sheet, paragraphs)
    return Draft(
        paragraphs=paragraphs,
        headline=sheet.headline,
        top=top,
        persons=page.given.byline or sheet.head.persons,
        credits=sheet.head.credits,
        canonical=sheet.head.url,
        section=sheet.head.section,
        notes=sheet.head.notes,
        paywall=paywall_of(paragraphs, sheet.head.lines, free=sheet.head.free),
        outlet=page.given.outlet or outlet_of(sheet.head),
        url=url,
        language=sheet.head.language,
        sightings=tuple(with_lines(days, top, sheet.header, headline=sheet.headline, language=sheet.head.language)),
        furniture=furniture,
        marks=marks_of(story.lines),
        foot=() if sheet.head.persons else signed_below(paragraphs, sheet.head.lines),
        signals=body_signals(paragraphs, claimed),
    )


def _header(lines: Sequence[LinkedLine], headline: str) -> tuple[str, ...]:
    before = takewhile(lambda one: one[0] != headline and one[1].tag != "h1", lines)
    return tuple(line for line, _, _ in islice(before, MOST_HEADER))


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
