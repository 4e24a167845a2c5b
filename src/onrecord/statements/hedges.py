"""The hedge words inside a statement, as written, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Attribution

WORD = re.compile(r"[\w-]+")
AT_START = re.compile(r" (?:(?:not|well|also) )?(?:have|be)\b")
STRENGTHS = frozenset({"lowers", "weakens", "passes_on"})


def hedges_in(text: str, start: int, end: int, strengths: frozenset[str]) -> Iterator[re.Match[str]]:
    """The hedges of these strengths between two places of the text, the longest of those that begin with one word."""
    at = start
    for word in WORD.finditer(text, start, end):
        pattern = _hedges(strengths).get(word.group().lower())
        match = pattern.match(text, word.start(), end) if pattern and word.start() >= at else None
        if match and not _is_month(match):
            at = match.end()
            yield match


@cache
def _hedges(strengths: frozenset[str]) -> Mapping[str, re.Pattern[str]]:
    """First word of a hedge -> a pattern of all that begin with it, the longer first."""
    found: dict[str, list[str]] = {}
    for row in sorted(table("hedges"), key=lambda row: len(row["phrase"]), reverse=True):
        if row["strength"] in strengths:
            found.setdefault(row["phrase"].split()[0], []).append(_written(row))
    return {first: re.compile(f"(?:{'|'.join(some)})", re.I) for first, some in found.items()}


def _written(row: dict[str, str]) -> str:
    spaced = re.escape(row["phrase"]).replace(r"\ ", r"\s+")
    after = rf"(?!\s*(?:{row['not_before']})\b)" if row["not_before"] else ""
    return rf"{spaced}\b{after}"


def _is_month(match: re.Match[str]) -> bool:
    """ "May" is the month but for a sentence that begins with it: "May have been"."""
    return match.group() == "May" and not AT_START.match(match.string, match.end())


def hedges_of(text: str, attribution: Attribution) -> tuple[str, ...]:
    """Hedge words in the content and the cue, each once. "May" the month and "could not" are none."""
    places = sorted([*attribution.content, *([attribution.cue] if attribution.cue else [])])
    found: dict[str, None] = {}
    for start, end in places:
        for match in hedges_in(text, start, end, STRENGTHS):
            found.setdefault(re.sub(r"\s+", " ", match.group()))
    return tuple(found)
