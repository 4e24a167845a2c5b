"""The plain text of a whole page as a draft: which lines are the story, which are furniture, which are neither.

The story is the run of lines with the most running text (a maximum sum over lines: prose counts for its words, a short
line against it); a furniture heading ends it, whatever follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.articles.byline import is_byline, is_name_line
from onrecord.articles.dateline import dateline_of
from onrecord.articles.draft import Draft, Sighting
from onrecord.articles.dump_furniture import furniture_in
from onrecord.articles.headings import kind_of
from onrecord.articles.markup import BAD, MOST_CHARACTERS, squeezed
from onrecord.articles.outlet import feed_outlet
from onrecord.articles.prose import is_aside, is_prose, is_sentence, word_count
from onrecord.articles.sightings import days_in
from onrecord.model import Page

MOST_LINES = 40_000
WRAPPED = (45, 100)
PENALTY = 12
BLOCK = 50  # what a furniture heading costs: teasers never earn it back, the rest of a story does
BREAK = 10_000  # what readers write is never part of the story
COMMENTS = re.compile(r"\b(?:comments?|discussion|conversation|reply|your say)\b", re.I)
MOST_WORDS = 70
ENOUGH = 40  # words of a story: comments come after it, however much is written there
TEASER_WORDS = 25
MOST_SHORT = 4  # short lines in a row that a story may hold: a heading, a list, a verse
HEADLINE_BEFORE = 14
MENU = re.compile(r"\s[|•·›»/]\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a dump. ``gap``: a blank line stands before it."""

    text: str
    gap: bool


def draft_of(page: Page) -> Draft:
    """The draft of a dump; without paragraphs where no run of lines reads like a story."""
    lines = lines_of(page.content)
    start, end = story_run(lines)
    title = _headline_at(lines, start) if end > start else None
    before = start if title is None else title
    top = tuple(line.text for line in lines[before + 1 : start]) if title is not None else ()
    header = [line.text for line in lines[: before if title is not None else min(start, 5)]]
    return Draft(
        paragraphs=tuple(_paragraphs([line.text for line in lines[start:end]])),
        headline=page.given.headline or (lines[title].text if title is not None else ""),
        top=top,
        persons=page.given.byline,
        outlet=feed_outlet(page.given.outlet) or _outlet(header),
        url=page.url,
        sightings=tuple(
            [Sighting(day, "header", "the day on top of the page") for one in header for day in days_in(one)]
            + [Sighting(day, "shown", "the day shown at the headline") for one in top for day in days_in(one)]
        ),
        furniture=furniture_in([*lines[:before], *lines[end:]]),
    )


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """The story's lines without asides and without blocks inside it (a heading and what is short after it)."""
    for running, group in groupby(lines, key=lambda line: is_prose(line) or is_sentence(line)):
        together = list(group)
        if running or not (len(together) > MOST_SHORT or any(map(_is_heading, together))):
            yield from (line for line in together if not is_aside(line))


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything, those of a hard-wrapped paragraph made one again."""
    lines: list[Line] = []
    for block in re.split(
        r"\n[^\S\n]*\n", BAD.sub(" ", text[:MOST_CHARACTERS]).replace("\r\n", "\n").replace("\r", "\n")
    ):
        inner = [squeezed(line) for line in block.split("\n")]
        inner = [line for line in inner if line]
        if _is_wrapped(inner):
            inner = [" ".join(inner)]
        lines += [Line(line, at == 0) for at, line in enumerate(inner)]
        if len(lines) > MOST_LINES:
            break
    return lines[:MOST_LINES]


def _is_wrapped(lines: list[str]) -> bool:
    full = lines[:-1]
    if len(full) < 2 or not all(WRAPPED[0] <= len(line) <= WRAPPED[1] for line in full):
        return False
    return (
        sum(not is_sentence(line) for line in full) * 2 > len(full) and max(map(len, full)) - min(map(len, full)) < 30
    )


# ---------------------------------------------------------------- the story


def story_run(lines: Sequence[Line]) -> tuple[int, int]:
    """(start, end) of the lines of the story; (0, 0) where there is none."""
    best, best_sum, start, total = (0, 0), 0, 0, 0
    in_block = False
    for at, line in enumerate(lines):
        if best_sum >= ENOUGH and _is_heading(line.text) and COMMENTS.search(line.text):
            break
        if total <= 0:
            start, total = at, 0
        in_block = _is_heading(line.text) or (
            in_block and not (at and is_prose(line.text) and is_prose(lines[at - 1].text))
        )
        total += _worth(lines, at, in_block=in_block)
        if total > best_sum and line.text:
            best, best_sum = (start, at + 1), total
    return _closed(lines, *best)


def _worth(lines: Sequence[Line], at: int, *, in_block: bool) -> int:
    """What a line adds to the story's sum. ``in_block``: a furniture heading was the last to say what this is."""
    line = lines[at].text
    if kind := kind_of(line):
        return -BREAK if COMMENTS.search(line) else -PENALTY if kind == "other" else -BLOCK
    if is_aside(line) or not is_prose(line):
        return -4 if is_sentence(line) and not is_aside(line) else -PENALTY
    words = word_count(line)
    before = lines[at - 1].text if at else ""
    under_title = bool(before) and not is_prose(before) and not is_sentence(before)
    is_teaser = under_title and (words < TEASER_WORDS or in_block) and not dateline_of(line).found
    return 5 if is_teaser else min(words, MOST_WORDS)


def _is_heading(line: str) -> bool:
    return kind_of(line) is not None


def _closed(lines: Sequence[Line], start: int, end: int) -> tuple[int, int]:
    """A short sentence that ends the story (or a note at its foot) still belongs to it."""
    while end < len(lines) and end > start and is_sentence(lines[end].text) and word_count(lines[end].text) >= 3:
        if (
            is_aside(lines[end].text)
            or _is_heading(lines[end].text)
            or (not is_prose(lines[end].text) and lines[end].gap is False)
        ):
            break
        end += 1
    return start, end


# ---------------------------------------------------------------- above the story


def _headline_at(lines: Sequence[Line], start: int) -> int | None:
    """Of the short lines above the story the one that reads most like a headline."""
    best, best_score = None, 0.0
    for at in range(max(0, start - HEADLINE_BEFORE), start):
        line = lines[at].text
        if MENU.search(line) or is_aside(line) or is_byline(line) or _is_heading(line) or next(days_in(line), None):
            continue
        score = min(word_count(line), 9) - (5 if is_name_line(line) else 0) - (start - at) * 0.2
        if score > best_score:
            best, best_score = at, score
    return best


def _outlet(header: list[str]) -> str | None:
    """The first line on top of the page that is neither a day nor a menu, where it is short enough for a name."""
    named = [one for one in header if not MENU.search(one) and not next(days_in(one), None) and not is_aside(one)]
    return next((one for one in named if len(one.split()) <= 5 and not is_sentence(one)), None)
