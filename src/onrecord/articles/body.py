"""The paragraphs of the story on a page of markup.

Three readings are made: trafilatura's (2.3, the best single extractor in our measurements), that one mended by rule
(the headline repeated, paragraphs given twice, asides, leading and closing lines), and the run of lines with the most
prose. A small trained model then decides on every line, told which readings kept it. Where hardly anything is found so,
the page's scripts are asked.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from lxml import html
from trafilatura import bare_extraction

from onrecord.articles.body_boxes import take_boxes
from onrecord.articles.body_code import is_listing
from onrecord.articles.body_features import Seen, Told
from onrecord.articles.body_label import candidates, labelled
from onrecord.articles.body_lines import Line, lines_of
from onrecord.articles.body_scripts import with_scripts
from onrecord.articles.body_standfirst import without_standfirst
from onrecord.articles.markup import squeezed
from onrecord.articles.prose import is_aside, is_prose, is_sentence, word_count
from onrecord.articles.run import Block, run_of

log = logging.getLogger(__name__)
NO_LETTER = re.compile(r"\W+")
LOST = 0.4  # of the other reading, or of the body in the metadata: less than this is a story half lost
HALF_LOST = 0.5  # of the mended reading: a model that keeps less is not believed
DESCRIPTION = "//meta[@name='description' or @property='og:description']/@content"
SAID_LEAST = 400
WHOLE_LEAST = 2000  # shorter ones are often only the beginning of the body
APPENDED = 1.25
FOOT = 3
PARTS = ("p", "head", "item", "quote", "code", "ab", "cell", "row", "lb")


@dataclass(frozen=True, slots=True)
class Story:
    """The paragraphs in order and, where they were taken from the page's tree, the lines they are."""

    paragraphs: tuple[str, ...]
    lines: tuple[Line, ...]


def story_of(tree: html.HtmlElement, headline: str, *, said: str = "", markup: str = "") -> Story:
    """The story on a page; without paragraphs where there is none.

    ``said``: the body as the metadata give it; ``markup``: the page as it came, with its scripts.
    """
    lines, told = looked_at(tree, headline, said=said)
    return told_by_scripts(decided(labelled(lines, told), told), told, markup)


def told_by_scripts(story: Story, told: Told, markup: str) -> Story:
    """The story itself, or where it is hardly there the one in the page's scripts."""
    found = with_scripts(story.paragraphs, markup, headline=told.headline, description=told.description)
    return story if found == story.paragraphs else Story(found, ())


def decided(labels: Sequence[Seen], told: Told) -> Story:
    """The labelled lines as a story; the mended reading where they are not to be believed."""
    first = told.readings[0]
    kept = [one for one in labels if not _repeats(one.line.text, told.headline)]
    kept = without_standfirst(list(dropwhile(lambda one: one.line.holder.tag == "h1", kept)), told.description)
    texts = [one.line.text for one in kept]
    if (
        _size(texts) < HALF_LOST * _size(line for line in first if not is_listing(line))
        or _refereed(texts, told.body) != texts
    ):
        return Story(first, ())
    return Story(tuple(texts), tuple(one.line for one in kept))


def looked_at(tree: html.HtmlElement, headline: str, *, said: str = "") -> tuple[list[Seen], Told]:
    """The lines of a page that may be story, and what the metadata and the other readings say of them.

    Takes boxes of facts out of the tree.
    """
    take_boxes(tree)
    lines = lines_of(tree)
    extracted = tuple(line for line in _extracted(tree) if line)
    blocks = [Block(line.text, str(line.holder.tag), line.linked) for line in lines]
    run = run_of(blocks)
    first = _by_rule(extracted, run, blocks, headline, said)
    described = next(iter(tree.xpath(DESCRIPTION)), "")
    return candidates(lines), Told(headline, said, str(described), (first, extracted, run))


def _by_rule(
    extracted: Sequence[str], run: tuple[str, ...], blocks: Sequence[Block], headline: str, said: str
) -> tuple[str, ...]:
    """The extractor's reading with what it is known to get wrong mended."""
    lines = list(extracted)
    if _size(lines) < LOST * _size(run) and not _comes_before(lines, run, [block.text for block in blocks]):
        lines = list(run)
    kept = [line for line in _once(_refereed(lines, said)) if not is_aside(line) and not _repeats(line, headline)]
    return tuple(_trimmed(kept))


def _comes_before(lines: list[str], run: Sequence[str], page: list[str]) -> bool:
    """Whether the extractor's story stands above the run, which then is comments or small print."""
    first = next((line for line in lines if is_prose(line)), None)
    return first in page and page.index(first) < page.index(run[0]) if first and run else False


def _size(lines: Iterable[str]) -> int:
    return sum(map(len, lines))


def _once(lines: Iterable[str]) -> Iterator[str]:
    """Running text given twice is a pull quote or a fault; short lines may be said twice."""
    seen: set[str] = set()
    for line in lines:
        if line not in seen or not is_prose(line):
            yield line
        seen.add(line)


def _refereed(lines: list[str], said: str) -> list[str]:
    """Where the metadata carry the body: it stands in for a story that was missed and cuts off a story appended."""
    if len(said) >= SAID_LEAST and _size(lines) < LOST * len(said):
        return [part for one in said.split("\n") if (part := squeezed(one))]
    if len(said) < WHOLE_LEAST or not is_sentence(said.strip()) or _size(lines) < APPENDED * len(said):
        return lines
    known = _letters(said)
    inside = [line for line in lines if _letters(line)[:60] in known]
    return inside if _size(inside) > 0.85 * len(said) else lines


def _letters(text: str) -> str:
    return NO_LETTER.sub("", text).casefold()


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
    """Short lines before the first sentence are bylines and days, the few after the last one credits and tags."""
    first = next((at for at, line in enumerate(lines) if is_prose(line)), 0)
    last = next((at for at in range(len(lines) - 1, -1, -1) if _closes(lines[at])), len(lines) - 1)
    return lines[first : last + 1] if len(lines) - 1 - last <= FOOT else lines[first:]


def _closes(line: str) -> bool:
    return is_sentence(line) or word_count(line) > 12
