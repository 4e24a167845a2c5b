"""Who acts in hearsay about an act of theirs on a claim: "The port is reportedly investigating it" is the port's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Attribution, Span

_ACT = re.compile(
    r"(?P<source>[^,;:.“”\"\n]{2,120}?) (?:is|are|was|were|has|have|had)(?: been)?(?: also| now| still)* reportedly"
    r"(?: been)? (?:investigating|looking into|examining|probing|checking|verifying|reviewing|studying|denying"
    r"|considering whether)\b"
)


def with_hearsay_sources(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The same, each "X is reportedly investigating ..." without a source having X as its source."""
    return [_sourced(text, one) for one in found]


def _sourced(text: str, one: Attribution) -> Attribution:
    if one.source is not None or one.cue is None or "reportedly" not in text[slice(*one.cue)]:
        return one
    act = _ACT.match(text, one.content[0].start, one.content[0].end)
    return replace(one, source=Span(*act.span("source"))) if act else one
