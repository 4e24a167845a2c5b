"""The stance a cue settles by itself, with the few words around that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from onrecord.knowledge.tables import table
from onrecord.model import Span, Stance

REACH = 60  # characters around the cue that may belong to it
MARKS = re.compile(r"[.;:,!?\"“”\n]")
OWNING_UP = re.compile(
    r"\b(?:admit|conced|acknowledg|own\w* up|confess|confirm|accept|recogni|reveal|disclos|warn|recall)", re.I
)


def by_cue(text: str, cue: Span | None) -> Stance | None:
    """What the cue settles; None leaves it to the content. The tables are tried from the top, patterns before verbs."""
    if cue is None:
        return None
    start, end = _zone(text, cue)
    for pattern, stance in _readings():
        for match in pattern.finditer(text, start, end):
            if match.start() < cue.end and cue.start < match.end():
                return stance
    return None


def owns_up(text: str, cue: Span | None) -> bool:
    """Whether the cue admits or discloses: what it admits is asserted, however negative."""
    return cue is not None and bool(OWNING_UP.search(text, cue.start, cue.end))


@cache
def _readings() -> tuple[tuple[re.Pattern[str], Stance], ...]:
    return tuple(_compiled())


def _compiled() -> Iterator[tuple[re.Pattern[str], Stance]]:
    written = [(row["pattern"], row["stance"]) for row in table("stance_cues")]
    verbs = [("|".join(row["forms"].split(",")), row["stance"]) for row in table("stance_verbs")]
    for pattern, stance in [*written, *verbs]:
        spaced = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
        yield re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.I), cast(Stance, stance)


def _zone(text: str, cue: Span) -> Span:
    """The cue and the words around it up to the next mark."""
    left = [mark.end() for mark in MARKS.finditer(text, max(0, cue.start - REACH), cue.start)]
    right = MARKS.search(text, cue.end, cue.end + REACH)
    return Span(left[-1] if left else max(0, cue.start - REACH), right.start() if right else cue.end + REACH)
