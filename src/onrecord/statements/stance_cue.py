"""The stance a cue settles by itself, with the few words around that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias, cast

from onrecord.knowledge.tables import table
from onrecord.model import Attribution, Span, Stance

REACH = 60  # characters around the cue that may belong to it
LONGEST_CUE = 300
MARKS = re.compile(r"[.;:,!?\"“”\n]")
WORD = re.compile(r"[\w’'-]+")
OWNING_UP = re.compile(
    r"\b(?:admi(?:t|ss)|conced|concession|acknowledg|own\w* up|confess|confirm|accept|recogni|reveal|revelation|disclos"
    r"|warn|recall|remember|complain|lament|accus|alleg|recount|witness)",
    re.I,
)
FINDING = re.compile(r"\b(?:f(?:ou|i)nds?|conclud\w+|rul(?:ed|es)(?! out)|heard|record(?:ed|s)|discovered)\b", re.I)
PLAIN = re.compile(
    r"\b(?:said|says?|saying|told|tells?|telling|wrote|writes?|writing|posted|tweeted|stated|added)\b"
    r"(?! (?:no\b|nothing|sorry|not\b|yes))",
    re.I,
)
AUXILIARY = re.compile(
    r"(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|may|might|went|kept|in|no|not|never)",
    re.I,
)
Forms: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]


def by_cue(text: str, attribution: Attribution) -> Stance | None:
    """What the cue settles; None leaves it to the content. The tables are tried from the top, patterns before verbs."""
    if attribution.cue is None:
        return None
    core = _whole(text, core_of(text, attribution.cue), attribution.content)
    zone = _zone(text, core)
    words, start, end = text[slice(*zone)].lower(), core.start - zone.start, core.end - zone.start
    for pattern, stance in _patterns():
        if any(match.start() < end and start < match.end() for match in pattern.finditer(words)):
            return stance
    return _by_verb(text, core, _outside(zone, core, attribution.content))


def core_of(text: str, cue: Span) -> Span:
    """The cue without what follows its verb of saying: "told reporters on Thursday" is read as "told"."""
    plain = PLAIN.search(text, cue.start, min(cue.end, cue.start + LONGEST_CUE))
    return Span(cue.start, plain.end() if plain else min(cue.end, cue.start + LONGEST_CUE))


def _whole(text: str, cue: Span, content: Sequence[Span]) -> Span:
    """A cue cut down to its auxiliary ("has", "could") with the words up to the next mark or the content."""
    if not AUXILIARY.fullmatch(text, cue.start, cue.end):
        return cue
    zone = _outside(_zone(text, cue), cue, content)
    return Span(cue.start, max(cue.end, zone.end))


def owns_up(text: str, cue: Span | None) -> bool:
    """Whether the cue admits, discloses or complains: what it tells is asserted, however negative."""
    return cue is not None and bool(
        OWNING_UP.search(text, cue.start, min(cue.end, cue.start + LONGEST_CUE) + len(" up"))
    )


def finds(text: str, cue: Span | None) -> bool:
    """Whether the cue tells of a finding ("the inquest found", "the court heard"), which denies nobody's word."""
    return cue is not None and bool(FINDING.search(text, cue.start, min(cue.end, cue.start + LONGEST_CUE)))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Stance], ...]:
    return tuple(_compiled())


def _compiled() -> Iterator[tuple[re.Pattern[str], Stance]]:
    for row in table("stance_cues"):
        spaced = row["pattern"].replace(" ?", r"\s*").replace(" ", r"\s+")
        yield re.compile(rf"(?<!\w)(?:{spaced})(?!\w)"), cast(Stance, row["stance"])


@cache
def _forms() -> Forms:
    """First word of a form -> (the words after it, its row)."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for place, row in enumerate(table("stance_verbs")):
        for form in row["forms"].lower().split(","):
            first, *rest = form.split()
            found.setdefault(first, []).append((tuple(rest), place))
    return {first: tuple(some) for first, some in found.items()}


def _by_verb(text: str, cue: Span, zone: Span) -> Stance | None:
    """The longest form of stance_verbs that touches the cue; of two, the one whose row comes first."""
    words = list(WORD.finditer(text, *zone))
    lower = [match.group().lower() for match in words]
    rows = [
        (-len(rest), place)
        for at, match in enumerate(words)
        for rest, place in _forms().get(lower[at], ())
        if tuple(lower[at + 1 : at + 1 + len(rest)]) == rest
        and match.start() < cue.end
        and cue.start < words[at + len(rest)].end()
    ]
    return cast(Stance, table("stance_verbs")[min(rows)[1]]["stance"]) if rows else None


def _outside(zone: Span, cue: Span, content: Sequence[Span]) -> Span:
    """The part of the zone that the content leaves to the cue: a form never runs on into what is said."""
    start = max([zone.start, *(piece.end for piece in content if piece.end <= cue.start)])
    return Span(start, min([zone.end, *(piece.start for piece in content if piece.start >= cue.end)]))


def _zone(text: str, cue: Span) -> Span:
    """The cue and the words around it up to the next mark."""
    left = [mark.end() for mark in MARKS.finditer(text, max(0, cue.start - REACH), cue.start)]
    right = MARKS.search(text, cue.end, cue.end + REACH)
    return Span(left[-1] if left else max(0, cue.start - REACH), right.start() if right else cue.end + REACH)
