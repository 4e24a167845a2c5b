"""Lines that an outlet puts on page after page are furniture: what earlier pages taught cleans the later ones.

A line that comes back may also be the background of a long story ("The strike began in March ..."), word for word in
every report. It speaks of the same people and places as the rest of its article; an appeal for money does not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.articles.draft import Draft, Mark
from onrecord.articles.prose import word_count
from onrecord.model import Furniture, Teaser
from onrecord.text.addresses import host_of
from onrecord.text.lines import FIRST, LAST, line_key
from onrecord.text.names import runs

HEADING = "on many pages of this outlet"
LONGEST = 60  # words


def without_familiar(draft: Draft, familiar: Mapping[str, frozenset[str]]) -> Draft:
    """The draft without the lines at its edges that are known from other pages of its host; they become furniture."""
    known = familiar.get(host_of(draft.url) or "", frozenset())
    lines = draft.paragraphs
    taken = _taken(lines, known)
    if not taken or len(taken) == len(lines):
        return draft
    block = Furniture("other", HEADING, tuple(Teaser(lines[at]) for at in sorted(taken)))
    kept = [at for at in range(len(lines)) if at not in taken]
    return replace(
        draft,
        paragraphs=tuple(lines[at] for at in kept),
        marks=_moved(draft.marks, kept),
        furniture=(*draft.furniture, block),
    )


def _edges(number: int) -> list[int]:
    return sorted({*range(min(FIRST, number)), *range(max(0, number - LAST), number)})


def _taken(lines: Sequence[str], known: frozenset[str]) -> set[int]:
    """Which lines at the edges are known and share no name with those that are not."""
    seen = {at for at, line in enumerate(lines) if line_key(line) in known} if known else set()
    names = _names(" ".join(line for at, line in enumerate(lines) if at not in seen)) if seen else frozenset()
    edge = (at for at in _edges(len(lines)) if at in seen and word_count(lines[at]) <= LONGEST)
    return {at for at in edge if not _names(lines[at]) & names}


def _names(text: str) -> frozenset[str]:
    return frozenset(word for start, end in runs(text) for word in text[start:end].split() if word[:1].isupper())


def _moved(marks: Sequence[Mark], kept: Sequence[int]) -> tuple[Mark, ...]:
    """The marks on what is left, counted anew."""
    places = {before: now for now, before in enumerate(kept)}
    found = [(mark, [places[at] for at in range(mark.first, mark.last + 1) if at in places]) for mark in marks]
    return tuple(replace(mark, first=left[0], last=left[-1]) for mark, left in found if left)
