"""Words that show own knowledge, and words that only accept another's."""

from __future__ import annotations

import re
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Statement

Pattern = tuple[str, re.Pattern[str]]


@cache
def _patterns(reading: str) -> tuple[Pattern, ...]:
    rows = [row for row in table("own_knowledge") if row["reading"] == reading]
    return tuple((row["where"], re.compile(rf"\b(?:{row['pattern']})\b", re.IGNORECASE)) for row in rows)


def own_knowledge(statement: Statement) -> str | None:
    """The words of the statement that show its source saw, counted, tested or did it, or None."""
    return _first(statement, "own")


def concedes(statement: Statement) -> str | None:
    """The words by which the statement accepts or repeats somebody else's finding, or None."""
    return _first(statement, "concedes")


def yields(statement: Statement) -> str | None:
    """The words by which the statement owns something up, be it its own act or another's finding, or None."""
    return _first(statement, "yields")


def _first(statement: Statement, reading: str) -> str | None:
    parts = {
        "content": statement.content.text,
        "quote": statement.content.text if statement.kind in ("direct", "mixed") else "",
        "cue": statement.cue.text if statement.cue else "",
        "source": statement.source.text if statement.source else "",
    }
    return first_match(parts, reading)


def matching_rows(parts: dict[str, str]) -> list[tuple[str, int]]:
    """(reading, number of the row among its reading's) for every row of the table that the parts match."""
    return [
        (reading, at)
        for reading in ("own", "concedes", "yields")
        for at, (where, pattern) in enumerate(_patterns(reading))
        if pattern.search(parts.get(where, ""))
    ]


def first_match(parts: dict[str, str], reading: str) -> str | None:
    """The first words in {"content", "quote", "cue", "source"} that read by the table as ``reading`` says."""
    found = [match for where, pattern in _patterns(reading) if (match := pattern.search(parts.get(where, "")))]
    return min(found, key=lambda match: (match.start(), match.group())).group() if found else None
