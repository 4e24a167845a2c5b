"""The source's stance toward what is claimed: by the cue, else by the words of the content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from onrecord.knowledge.tables import table
from onrecord.model import Attribution, Span, Stance
from onrecord.statements.stance_content import by_content

REACH = 60  # characters around the cue that may belong to it
MARKS = re.compile(r"[.;:,!?\"“”\n]")


def stance_of(text: str, attribution: Attribution) -> Stance:
    """The stance of the source, as of this statement; "asserts" where no word says otherwise."""
    sentences = content_sentences(text, attribution.content)
    return by_cue(text, attribution.cue) or by_content(sentences, conceded=owns_up(text, attribution.cue)) or "asserts"


OWNING_UP = re.compile(
    r"\b(?:admit|conced|acknowledg|own\w* up|confess|confirm|accept|recogni|reveal|disclos|warn|recall)", re.I
)


def owns_up(text: str, cue: Span | None) -> bool:
    """Whether the cue admits or discloses: what it admits is asserted, however negative."""
    return cue is not None and bool(OWNING_UP.search(text, cue.start, cue.end))


def content_sentences(text: str, spans: Sequence[Span]) -> list[str]:
    """The sentences of the content, each piece by itself."""
    pieces = [text[start:end] for start, end in spans]
    return [one for piece in pieces for one in re.split(r"(?<=[.!?])[\"”’]*\s+(?=[\"“A-Z])", piece) if one.strip()]


@cache
def _cues() -> tuple[tuple[re.Pattern[str], Stance], ...]:
    rows = table("stance_cues")
    return tuple(
        (
            re.compile(rf"(?<!\w)(?:{row['pattern']})(?!\w)".replace(" ?", r"\s*").replace(" ", r"\s+"), re.I),
            cast(Stance, row["stance"]),
        )
        for row in rows
    )


def by_cue(text: str, cue: Span | None) -> Stance | None:
    """What the cue, with the words that belong to it, settles by itself; None leaves it to the content."""
    if cue is None:
        return None
    start, end = _zone(text, cue)
    for pattern, stance in _cues():
        for match in pattern.finditer(text, start, end):
            if match.start() < cue.end and cue.start < match.end():
                return stance
    return None


def _zone(text: str, cue: Span) -> Span:
    """The cue and the words around it up to the next mark."""
    left = [mark.end() for mark in MARKS.finditer(text, max(0, cue.start - REACH), cue.start)]
    right = MARKS.search(text, cue.end, cue.end + REACH)
    return Span(left[-1] if left else max(0, cue.start - REACH), right.start() if right else cue.end + REACH)
