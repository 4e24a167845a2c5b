"""Turns as they are set: a label, alone on its line or with a colon, and the lines up to the next one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Span
from onrecord.statements.forms_labels import Label, read_label
from onrecord.statements.forms_lines import Line, colon_of, spoken

_STOPPED = re.compile(r"[.!?…:;,][\"”’')\]]*$")
_OWN_VOICE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|myself|ourselves)\b")
_TO_SOMEBODY = re.compile(r"\b(?:[Yy]ou|[Yy]our|[Yy]es|No,|Well,|Thank(?:s|\b)|Absolutely|Exactly|Sure,|Look,)")
_FAREST = 12  # lines a turn may hold
_MOST_BARE = 4  # words of a name alone on its line


@dataclass(frozen=True, slots=True)
class Turn:
    """One label and what stands under it, not yet judged. ``first``, ``more``: parts of the text, by line."""

    label: Label
    source: Span
    cue: Span | None
    at: int
    first: Span
    more: tuple[Span, ...]
    same: int  # how many of ``more`` stand in the paragraph of the first


def turns_of(text: str, lines: Sequence[Line]) -> list[Turn]:
    """The labelled lines of a text in order, each with the lines up to the next label."""
    labels = _labels(text, lines)
    opened = [at for at, label in enumerate(labels) if label is not None]
    made: list[Turn] = []
    for at, following in pairwise([*opened, len(lines)]):
        label = labels[at]
        if label is not None and label.kind != "nobody":
            made += _turn(text, lines, (at, following), label)
    return made


def _labels(text: str, lines: Sequence[Line]) -> list[Label | None]:
    read = [read_label(text[slice(*line.label)]) if line.label is not None else None for line in lines]
    names = _bare_names(text, lines)
    for at, line in enumerate(lines):
        if text[slice(*line.body)] in names:
            read[at] = read_label(text[slice(*line.body)])
    return read


def _bare_names(text: str, lines: Sequence[Line]) -> frozenset[str]:
    """Names alone on their lines: those that come again, and those written in capitals beside one that does."""
    count = Counter(text[slice(*line.body)] for line in lines if _may_be_bare(text, line))
    again = {name for name, times in count.items() if times > 1}
    loud = any(name.isupper() for name in again)
    return frozenset(again | {name for name in count if loud and name.isupper() and " " in name})


def _may_be_bare(text: str, line: Line) -> bool:
    if line.label is not None or line.body.end - line.body.start > 60:
        return False
    piece = text[slice(*line.body)]
    return 0 < len(piece.split()) <= _MOST_BARE and not _STOPPED.search(piece) and read_label(piece).kind == "speaker"


def _turn(text: str, lines: Sequence[Line], part: tuple[int, int], label: Label) -> list[Turn]:
    at, following = part
    line = lines[at]
    under = [lines[one] for one in range(at + 1, min(following, at + _FAREST))]
    first = spoken(text, line.rest) if line.colon is not None else Span(line.body.end, line.body.end)
    if first.end <= first.start and under:
        first, under = spoken(text, under[0].body), under[1:]
    if first.end <= first.start:
        return []
    named = line.label or line.body
    more = tuple(spoken(text, one.body) for one in under)
    same = sum(one.paragraph == line.paragraph for one in under)
    return [Turn(label, named, colon_of(text, line), at, first, more, same)]


def is_spoken(text: str, span: Span) -> bool:
    """Whether words are put as somebody speaks: I and we, you, a question."""
    piece = text[slice(*span)]
    return bool(_OWN_VOICE.search(piece) or _TO_SOMEBODY.search(piece) or "?" in piece)


def in_own_voice(text: str, span: Span) -> bool:
    """Whether somebody speaks of himself: I, we, my, our."""
    return _OWN_VOICE.search(text, *span) is not None


def is_sentence(text: str, span: Span) -> bool:
    """Whether a line is closed as sentences are; a heading is not."""
    return _STOPPED.search(text, max(span.start, span.end - 4), span.end) is not None
