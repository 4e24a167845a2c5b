"""The stance the words of a statement themselves show, where its cue leaves that open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from onrecord.knowledge.tables import table
from onrecord.model import Stance

NOT = r"(?: not|n['’]t)"
SHORTHAND = {
    "{n't}": NOT,
    "{be}": r"(?:am|is|are|was|were|be|been|being|['’]re|['’]m|['’]s)",
    "{have}": r"(?:has|have|had|['’]ve|['’]d)",
}


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str, Stance], ...]:
    return tuple((_compiled(row), row["where"], cast(Stance, row["stance"])) for row in table("stance_phrases"))


def _compiled(row: dict[str, str]) -> re.Pattern[str]:
    pattern = row["pattern"]
    for short, full in SHORTHAND.items():
        pattern = pattern.replace(short, full)
    opening = r"\A\W*(?:that\s+)?" if row["where"] == "start" else ""
    return re.compile(opening + pattern.replace(" ", r"\s+"), re.I)


def by_phrase(sentences: Sequence[str]) -> Stance | None:
    """The first row of the table of phrases that these sentences bear out, else None."""
    for pattern, where, stance in _phrases():
        places = sentences if where == "any" else sentences[:1]
        if any(pattern.search(sentence) for sentence in places):
            return stance
    return None
