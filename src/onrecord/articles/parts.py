"""The structure of a story as marks of its paragraphs: subheads, list items, block quotes, entries of a live blog."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from lxml import html

from onrecord.articles.body_lines import Line
from onrecord.articles.body_places import HEADINGS, class_words
from onrecord.articles.draft import Mark
from onrecord.articles.markup import squeezed, text_of
from onrecord.articles.prose import is_sentence, word_count
from onrecord.model import PartKind

MOST_SUBHEAD = 16
LEVELS = 12
LEAST_ENTRIES = 2
LIVE = frozenset(("live", "liveblog"))
ENTRY = frozenset(("entry", "entries", "post", "update", "item", "block", "event", "card"))
ENTRY_TAGS = ("div", "article", "li", "section")
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?", re.I)
LONGEST = 60
Holder: TypeAlias = html.HtmlElement


def marks_of(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks of a story's lines, in order of their first paragraph."""
    found = [*_subheads(lines), *_within(lines, "item", _item), *_within(lines, "quote", _quote), *_entries(lines)]
    return tuple(sorted(found, key=lambda mark: (mark.first, -mark.last)))


def _subheads(lines: Sequence[Line]) -> Iterator[Mark]:
    for at, line in enumerate(lines):
        heading = line.holder.tag in HEADINGS
        bold = line.bold > 0.95 and not is_sentence(line.text) and _item(line.holder) is None
        if (heading or bold) and word_count(line.text) <= MOST_SUBHEAD and at < len(lines) - 1:
            yield Mark("subhead", at, at)


def _within(lines: Sequence[Line], kind: PartKind, around: Callable[[Holder], Holder | None]) -> Iterator[Mark]:
    """A mark for every stretch of lines in one and the same element of a kind."""
    told = [(at, around(line.holder)) for at, line in enumerate(lines)]
    for element, group in groupby(told, key=lambda pair: pair[1]):
        stretch = list(group)
        if element is not None:
            yield Mark(kind, stretch[0][0], stretch[-1][0])


def _up(holder: Holder, tag: str) -> Holder | None:
    node: Holder | None = holder
    for _ in range(LEVELS):
        if node is None or node.tag == tag:
            return node
        node = node.getparent()
    return None


def _item(holder: Holder) -> Holder | None:
    return _up(holder, "li")


def _quote(holder: Holder) -> Holder | None:
    return _up(holder, "blockquote")


# ---------------------------------------------------------------- live blogs


def _entries(lines: Sequence[Line]) -> Iterator[Mark]:
    """The updates of a live blog; a single one is no live blog."""
    known: dict[Holder, Holder | None] = {}
    marks = [
        (mark, known[lines[mark.first].holder])
        for mark in _within(lines, "entry", lambda holder: known.setdefault(holder, _entry(holder)))
    ]
    if len(marks) >= LEAST_ENTRIES:
        for mark, element in marks:
            if element is not None:
                yield Mark("entry", mark.first, mark.last, _time(element), _author(element))


def _entry(holder: Holder) -> Holder | None:
    """The nearest element around that is an update of a live blog."""
    for node in (holder, *holder.iterancestors()):
        said = f"{node.get('itemprop') or ''} {node.get('itemtype') or ''}".lower()
        if "liveblogupdate" in said or (said.endswith("schema.org/blogposting") and "liveblog" not in said):
            return node
        if node.tag in ENTRY_TAGS and "live" in (node.get("class") or "").lower():
            words = class_words(node)
            if words & LIVE and words & ENTRY:
                return node
    return None


def _time(entry: Holder) -> str | None:
    """When an entry was written, as the page shows it, else as its markup says."""
    time = next(entry.iter("time"), None)
    if time is None:
        clock = CLOCK.search(text_of(entry)[:LONGEST])
        return clock[0] if clock else None
    return squeezed(text_of(time))[:LONGEST] or time.get("datetime") or None


def _author(entry: Holder) -> str | None:
    for one in entry.iterdescendants():
        if isinstance(one.tag, str) and ("author" in (one.get("itemprop") or "") or "author" in class_words(one)):
            name = text_of(one)
            return name if 0 < len(name) <= LONGEST else None
    return None
