"""Words that show own knowledge, and words that only accept another's."""

from __future__ import annotations

import re
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Statement


@cache
def _patterns(reading: str) -> tuple[re.Pattern[str], ...]:
    rows = [row["pattern"] for row in table("own_knowledge") if row["reading"] == reading]
    return tuple(re.compile(rf"\b(?:{row})\b", re.IGNORECASE) for row in rows)


def own_knowledge(statement: Statement) -> str | None:
    """The words of the statement that show its source saw, counted, tested or did it, or None."""
    return first_match(statement.content.text, "own")


def concedes(statement: Statement) -> str | None:
    """The words by which the statement accepts or repeats somebody else's finding, or None."""
    cue = statement.cue.text if statement.cue else ""
    return first_match(f"{cue} {statement.content.text}", "concedes")


def first_match(text: str, reading: str) -> str | None:
    """The first words in the text that read as "own" or "concedes" in the table own_knowledge."""
    found = [match for pattern in _patterns(reading) if (match := pattern.search(text))]
    return min(found, key=lambda match: match.start()).group() if found else None
