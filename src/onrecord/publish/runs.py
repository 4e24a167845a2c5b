"""Text in runs, some of which are what a page wants seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Span


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text, and whether it is what is to be seen."""

    text: str
    hit: bool = False


def runs(text: str, whole: Span, hits: Iterable[Span]) -> tuple[Run, ...]:
    """``text`` within ``whole`` as runs; of hits that overlap, the first to begin is kept."""
    found, done = [], whole.start
    for start, end in sorted(hits):
        if done <= start < end <= whole.end:
            found += [Run(text[done:start]), Run(text[start:end], hit=True)]
            done = end
    return tuple(run for run in (*found, Run(text[done : whole.end])) if run.text)
