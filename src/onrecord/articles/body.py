"""The paragraphs of the story on a page of markup.

trafilatura (2.3, fast and precise, the best single extractor in our measurements) says what belongs; what it is known
to get wrong is mended here: the headline repeated, paragraphs given twice, asides, leading and closing lines.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

from lxml import html
from trafilatura import bare_extraction

from onrecord.articles.markup import squeezed
from onrecord.articles.prose import is_aside, is_prose, is_sentence, word_count

log = logging.getLogger(__name__)
PARTS = ("p", "head", "item", "quote", "code", "ab", "cell", "row", "lb")


def paragraphs_of(tree: html.HtmlElement, headline: str) -> tuple[str, ...]:
    """The story's paragraphs in order, as the extractor sees them; empty where it sees none."""
    lines = [line for line in _extracted(tree) if line]
    kept = [line for line in dict.fromkeys(lines) if not is_aside(line) and not _repeats(line, headline)]
    return tuple(_trimmed(kept))


def _extracted(tree: html.HtmlElement) -> list[str]:
    try:
        found = bare_extraction(
            tree, fast=True, favor_precision=True, include_comments=False, include_tables=False, with_metadata=False
        )
    except Exception as error:  # noqa: BLE001 - a stranger's page and somebody else's code: no article is an answer
        log.warning("extractor failed error=%s", type(error).__name__)
        return []
    body = getattr(found, "body", None)
    return [] if body is None else list(_lines(body))


def _lines(body: html.HtmlElement) -> Iterator[str]:
    """The text of every part; a line break ends a paragraph."""
    for part in body:
        if part.tag in ("list", "quote", "table") and len(part):
            yield from _mixed(part)
        else:
            yield from _broken(part)


def _mixed(part: html.HtmlElement) -> Iterator[str]:
    yield squeezed(part.text)
    for inner in part:
        yield from _broken(inner) if inner.tag in PARTS and inner.tag != "lb" else [text_with_breaks(inner)]
        yield squeezed(inner.tail)


def _broken(part: html.HtmlElement) -> Iterator[str]:
    for line in text_with_breaks(part).split("\n"):
        yield squeezed(line)


def text_with_breaks(part: html.HtmlElement) -> str:
    """The text of a part with a newline for every line break in it."""
    pieces = [" ".join((part.text or "").split("\n"))]
    for inner in part.iterdescendants():
        pieces.append("\n" if inner.tag == "lb" else " ".join((inner.text or "").split("\n")))
        pieces.append(" ".join((inner.tail or "").split("\n")))
    return "".join(pieces)


def _repeats(line: str, headline: str) -> bool:
    return bool(headline) and squeezed(line).casefold() == squeezed(headline).casefold()


def _trimmed(lines: list[str]) -> list[str]:
    """Short lines before the first sentence are bylines and days, those after the last one credits and tags."""
    first = next((at for at, line in enumerate(lines) if is_prose(line)), 0)
    last = next(
        (at for at in range(len(lines) - 1, -1, -1) if is_sentence(lines[at]) or word_count(lines[at]) > 12), len(lines)
    )
    return lines[first : last + 1]
