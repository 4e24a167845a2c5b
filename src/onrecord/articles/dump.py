"""The plain text of a whole page as a draft: which lines are the story, which are furniture, which are neither.

A trained labeller tells the story and the headline; what no line of a story can be (a furniture heading, a read-also
line, what readers wrote under it) is left out whatever it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import numpy as np

from onrecord.articles.byline import is_byline, is_name_line
from onrecord.articles.byline_foot import signed_below
from onrecord.articles.days_marked import PUBLISHED
from onrecord.articles.draft import Draft, Sighting
from onrecord.articles.dump_furniture import furniture_in
from onrecord.articles.headings import kind_of
from onrecord.articles.lines import Line, lines_of
from onrecord.articles.lines_context import best_run
from onrecord.articles.lines_story import Sureness, settled, shipped
from onrecord.articles.outlet import feed_outlet
from onrecord.articles.page_days import ON_TOP, shown
from onrecord.articles.prose import is_aside, is_prose, is_sentence, word_count
from onrecord.articles.sightings import days_in
from onrecord.model import Furniture, Page

COMMENTS = re.compile(
    r"\b(?:comments?|discussion|conversation|reply|your say|kommentare|commentaires|coment[aá]rios|commenti|reacties|"
    r"komentarze)\b|コメント",
    re.I,
)
ENOUGH = 40  # words of a story: comments come after it, however much is written there
HEADLINE_BEFORE = 14
SURE_HEADLINE = 0.2
DAY_WORDS = 8  # a line with a day in it that is longer may be a headline
SMALL = 40  # lines
MASTHEAD = 10  # lines on top of a page whose day is that of the visit
ABOVE = 4  # lines over the headline that are the story's rather than the page's
FAR_ABOVE = 30  # lines over it among which one that says "Published" is believed
DAY_LINE = 80
NEAR = 4
FEW_WORDS, MANY_WORDS = 4, 8
HALF_SURE = 0.12
SHORT_COST = 12
ENDS = re.compile(r"[.!…。][\s\"”“’»')\]]*$")  # closing marks of any language
DIGIT = re.compile(r"\d")
MENU = re.compile(r"\s[|•·›»/]\s")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand: the numbers of the story's lines in order, and of the headline's where it has one."""

    story: tuple[int, ...]
    title: int | None

    @property
    def start(self) -> int:
        return self.story[0] if self.story else 0

    @property
    def top(self) -> int:
        """The line after the last one of the page's header."""
        return self.start if self.title is None else self.title


def draft_of(page: Page) -> Draft:
    """The draft of a dump; without paragraphs where nothing reads like a story."""
    lines = lines_of(page.content)
    layout = layout_of(lines)
    paragraphs = tuple(lines[at].text for at in layout.story)
    top = tuple(line.text for line in lines[layout.top + 1 : layout.start])
    header = [line.text for line in lines[: layout.top if layout.title is not None else min(layout.start, 5)]]
    return Draft(
        paragraphs=paragraphs,
        headline=page.given.headline or (lines[layout.title].text if layout.title is not None else ""),
        top=top,
        persons=page.given.byline,
        outlet=feed_outlet(page.given.outlet) or _outlet(header),
        url=page.url,
        sightings=tuple(_sightings(header, top)),
        furniture=tuple(_furniture(lines, layout)),
        foot=signed_below(paragraphs, [line.text for line in lines]),
    )


def _sightings(header: Sequence[str], top: Sequence[str]) -> Iterator[Sighting]:
    """The days around the headline. Right above it stands the story's; on top of the page that of the visit."""
    yield from (Sighting(day, "header", ON_TOP) for one in header for day in _days(one))
    over = [one for one in header[MASTHEAD:][-FAR_ABOVE:] if len(one) <= DAY_LINE]
    labelled = [one for one in shown(over, "shown", None) if one.what == PUBLISHED]
    yield from shown(top, "shown", None) or shown(over[-ABOVE:], "shown", None) or labelled


def _furniture(lines: Sequence[Line], layout: Layout) -> Iterator[Furniture]:
    """The blocks above, inside and under the story, each once."""
    taken = {*layout.story} | ({layout.title} if layout.title is not None else set())
    apart = groupby(enumerate(lines), key=lambda one: one[0] in taken)
    runs = [[line for _, line in group] for inside, group in apart if not inside]
    yield from dict.fromkeys(block for run in runs for block in furniture_in(run))


def layout_of(lines: Sequence[Line]) -> Layout:
    """The story and its headline among the lines of a dump; an empty story where there is none."""
    if not lines:
        return Layout((), None)
    sure, title = shipped().judge(lines)
    kept = settled(sure)
    if len(lines) < SMALL:
        kept = _grown(lines, kept if any(kept) else _fullest(lines), sure)
    story = tuple(_allowed(lines, kept))
    return Layout(story, _headline_at(lines, story[0], title) if story else None)


def _fullest(lines: Sequence[Line]) -> list[bool]:
    """The run of lines with the most running text, for the few lines that the labeller makes nothing of."""
    worth = [word_count(line.text) if is_prose(line.text) else -SHORT_COST for line in lines]
    start, end = best_run(np.array(worth, dtype=np.float32))
    return [start <= at < end for at in range(len(lines))]


def _grown(lines: Sequence[Line], kept: Sequence[bool], sure: Sureness) -> list[bool]:
    """Small pages were few to learn from: running text near the story that the labeller half believes is kept too."""
    grown = list(kept)
    running = [_is_running(line.text) for line in lines]
    for step in (1, -1):
        last = None
        for at in range(len(lines))[::step]:
            if word_count(lines[at].text) <= FEW_WORDS and COMMENTS.search(lines[at].text):
                last = None
            elif grown[at] or (running[at] and sure[at] >= HALF_SURE and _is_near(running, at, last, step)):
                grown[at], last = True, at
    return grown


def _is_running(line: str) -> bool:
    return is_prose(line) or (word_count(line) >= MANY_WORDS and bool(ENDS.search(line[-5:])))


def _is_near(running: Sequence[bool], at: int, last: int | None, step: int) -> bool:
    """Right beside the story, or behind a few short lines with more running text: a teaser stands alone."""
    if last is None or abs(at - last) > NEAR:
        return False
    return abs(at - last) == 1 or (0 <= at + step < len(running) and running[at + step])


def _allowed(lines: Sequence[Line], kept: Sequence[bool]) -> Iterator[int]:
    """Of the lines kept those that may be part of a story, to where readers begin to comment."""
    words = 0
    in_block = False
    for at, line in enumerate(lines):
        heading = kind_of(line.text) is not None
        if heading and words >= ENOUGH and COMMENTS.search(line.text):
            return
        in_block = heading or (in_block and word_count(line.text) < MANY_WORDS)
        if kept[at] and not in_block and not is_aside(line.text):
            words += word_count(line.text)
            yield at


# ---------------------------------------------------------------- above the story


def _headline_at(lines: Sequence[Line], start: int, title: Sureness) -> int | None:
    """The line above the story that is most surely its headline, else the one that reads most like one."""
    by_sureness = sorted((at for at in range(start) if title[at] >= SURE_HEADLINE), key=lambda at: -title[at])
    surest = next((at for at in by_sureness if _may_be_headline(lines[at].text)), None)
    if surest is not None:
        return surest
    above = [at for at in range(max(0, start - HEADLINE_BEFORE), start) if _may_be_headline(lines[at].text)]
    near = [at for at in above if not is_prose(lines[at].text)]
    scores = {
        at: min(word_count(lines[at].text), 9) - (5 if is_name_line(lines[at].text) else 0) - (start - at) * 0.2
        for at in near
    }
    best = max(scores, key=lambda at: scores[at], default=None)
    return best if best is not None and scores[best] > 0 else None


def _may_be_headline(line: str) -> bool:
    if MENU.search(line) or is_aside(line) or is_byline(line) or kind_of(line):
        return False
    return word_count(line) > DAY_WORDS or not _has_day(line)


def _outlet(header: list[str]) -> str | None:
    """The first line on top of the page that is neither a day nor a menu, where it is short enough for a name."""
    return next((one for one in header if _may_be_name(one)), None)


def _may_be_name(line: str) -> bool:
    short = len(line.split()) <= 5 and not is_sentence(line)
    return short and not MENU.search(line) and not is_aside(line) and not _has_day(line)


def _has_day(line: str) -> bool:
    return next(_days(line), None) is not None


def _days(line: str) -> Iterator[date]:
    return days_in(line) if DIGIT.search(line) else iter(())
