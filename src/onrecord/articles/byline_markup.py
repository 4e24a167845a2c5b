"""Bylines by their markup: what is marked as the author, and the lines at the headline that say "By"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import html

from onrecord.articles.head_lines import likeness, line_of
from onrecord.articles.markup import LinkedLine, block_lines
from onrecord.articles.prose import is_prose, word_count

TRUSTED = (
    "//*[@itemprop and (@itemprop='author' or @itemprop='creator')]",
    "//*[@rel and (self::a or self::span) and contains(concat(' ',normalize-space(@rel),' '),' author ')]",
)
AUTHOR_CLASS = re.compile(
    r"(?:^|[\s_-])(?:author|authors|byline|by-line|autor|autoren|autorin|auteur|auteurs|autore|autori|autores|"
    r"journalist|contributors?|verfasser|redacteur|writer|authorname|authors?names?)(?:$|[\s_-])",
    re.I,
)
CREDIT_CLASS = re.compile(
    r"(?:^|[\s_-])(?:credit|credits|agency|agencies|source|quelle|agentur|sig|signature)(?:$|[\s_-])", re.I
)
NOT_BYLINE = re.compile(
    r"comment|repl(?:y|ies)|related|teaser|(?<!v)card(?!inal)|recommend|sidebar|popular|widget|image|photo|avatar|picture|figure|"
    r"caption|copyright|social|share|follow|newsletter|promo|carousel|slider|most-?read|footer|nav|menu|latest|more-",
    re.I,
)
MORE_ABOUT = re.compile(r"bio|desc|box|about|info-?text|title|role|position|job|date|time|link|intro", re.I)
OUTSIDE = ("nav", "footer", "figure", "figcaption", "form")
HOLDERS = tuple(
    re.findall(r"\S+", "a span div p address strong li cite b em h3 h4 h5 h6 section header small button ul")
)
QUICK = re.compile(r"uthor|y-?line|utor|uteur|ournalist|ontribut|erfasser|edacteur|riter|UTHOR|YLINE")
MOST_CANDIDATES = 400
LONGEST = 150
MOST_ABOVE = 14
MOST_AUTHORS = 8
BEFORE = 6  # lines over the headline where a byline may stand
AFTER = 28
MOST_IN_HEADING = 3
MOST_HEADINGS = 12
AGREED = 0.45
LINKED = 0.9  # a line that is all link leads to a section or an author's page
STORY = 20  # words: a paragraph that ends the lines at the headline
BY = re.compile(
    r"\W{0,3}(?i:by|von|par|por|door|av|af)\s+(?=[A-ZÀ-ÞŠŽČŁ])|"
    r"(?i:text|words|autor|autorin|tekst|written by|verfasst von)\s?:\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Signed:
    """What the page shows of who wrote it: ``named``, by how it is marked, the surest first.

    ``credits``: the lines at the headline that are marked as byline, credit or source.
    """

    named: tuple[tuple[str, ...], ...] = ()
    credits: tuple[str, ...] = ()


def signed(tree: html.HtmlElement, claims: Sequence[str], lines: Sequence[LinkedLine]) -> Signed:
    """The bylines of a page of markup, read before any block is taken out.

    ``claims``: its headline by its metadata; ``lines``: those of the page, with their blocks.
    """
    trusted = tuple(_group(_marked(tree, path)) for path in TRUSTED)
    at = [
        one
        for one in _at_headline(lines, _headline(tree, claims))
        if len(one[0]) <= LONGEST and one[1].tag not in OUTSIDE
    ]
    by = tuple(line for line, _, _ in at if BY.match(line))
    groups = tuple(group for group in (*trusted, by, _group(_classed(tree))) if group)
    told = (line for line, holder, linked in at if line in by or (linked < LINKED and _is_credit(holder)))
    return Signed(groups, tuple(told))


def _is_credit(holder: html.HtmlElement) -> bool:
    marks = _marks(holder)
    return bool(CREDIT_CLASS.search(marks) or AUTHOR_CLASS.search(marks))


def _marked(tree: html.HtmlElement, path: str) -> Iterator[html.HtmlElement]:
    return (one for one in tree.xpath(path)[:MOST_CANDIDATES] if not is_elsewhere(one))


def _classed(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for one in tree.iter(*HOLDERS):
        marks = one.get("class")
        if marks and QUICK.search(marks) and _is_author(one, marks):
            yield one


def _is_author(element: html.HtmlElement, marks: str) -> bool:
    is_about = MORE_ABOUT.search(_marks(element))
    return bool(AUTHOR_CLASS.search(marks)) and not is_about and not is_elsewhere(element)


def _group(found: Iterator[html.HtmlElement]) -> tuple[str, ...]:
    """The first of the elements that says a name, with those beside it that are marked alike."""
    first: html.HtmlElement | None = None
    said: list[str] = []
    for one in islice(found, MOST_CANDIDATES):
        words = _said(one)
        if not words or len(words) > LONGEST * 2 or (first is not None and not _are_beside(first, one)):
            continue
        first = one if first is None else first
        said.append(words)
        if len(said) >= MOST_AUTHORS:
            break
    return tuple(dict.fromkeys(said))


def _said(element: html.HtmlElement) -> str:
    """The name an element gives: an inner itemprop=name, its content, else its words, a line a block."""
    names = element.xpath(".//*[@itemprop='name']")[:1]
    inner = names[0] if names else element
    return inner.get("content") or "\n".join(line for line, _ in block_lines(inner)) or (inner.get("title") or "")


def _are_beside(first: html.HtmlElement, other: html.HtmlElement) -> bool:
    """Marked alike, and in the same holder or the next one up."""
    if first in list(islice(other.iterancestors(), MOST_ABOVE)):
        return False
    near = {one for one in islice(first.iterancestors(), 3) if one.tag not in ("body", "html", "main")}
    return first.tag == other.tag and any(one in near for one in islice(other.iterancestors(), 3))


def _marks(element: html.HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def is_elsewhere(element: html.HtmlElement) -> bool:
    """Whether an element belongs to comments, teasers, captions or boxes around the story."""
    holders = [element, *islice(element.iterancestors(), MOST_ABOVE)]
    inner = [one for one in holders if one.tag not in ("body", "html", "article", "main")]
    return any(one.tag in OUTSIDE or NOT_BYLINE.search(_marks(one)) for one in inner)


# ---------------------------------------------------------------- lines that open with "By"


def _at_headline(lines: Sequence[LinkedLine], headline: html.HtmlElement | None) -> list[LinkedLine]:
    """The lines from the headline to the story, and before them the last ones above it."""
    after: list[LinkedLine] = []
    start = next((at for at, one in enumerate(lines) if headline is not None and _is_in(one[1], headline)), len(lines))
    for one in lines[start:]:
        if (len(after) > 1 and is_prose(one[0]) and word_count(one[0]) >= STORY) or len(after) >= AFTER:
            break
        after.append(one)
    return [*after[1:], *lines[max(0, start - BEFORE) : start]] if after else []


def _is_in(holder: html.HtmlElement, heading: html.HtmlElement) -> bool:
    return heading is holder or any(one is heading for one in islice(holder.iterancestors(), MOST_IN_HEADING))


def _headline(tree: html.HtmlElement, claims: Sequence[str]) -> html.HtmlElement | None:
    """The heading that says what the metadata say, else the first."""
    headings = [*islice(tree.iter("h1"), MOST_HEADINGS), *islice(tree.iter("h2"), MOST_HEADINGS)]
    alike = (one for one in headings if any(likeness(line_of(one), claim) >= AGREED for claim in claims))
    return next(alike, next(iter(headings), None))
