"""The hedge words inside a statement, as written, in order."""

from __future__ import annotations

import re
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Attribution


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted((row["phrase"] for row in table("hedges")), key=len, reverse=True)
    either = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"\b(?:{either})\b", re.I)


def hedges_of(text: str, attribution: Attribution) -> tuple[str, ...]:
    """Hedge words in the content and the cue, each once. "May" the month and "could not" are none."""
    places = sorted([*attribution.content, *([attribution.cue] if attribution.cue else [])])
    found: dict[str, None] = {}
    for start, end in places:
        for match in _pattern().finditer(text, start, end):
            if _is_hedge(text, match):
                found.setdefault(re.sub(r"\s+", " ", match.group()))
    return tuple(found)


def _is_hedge(text: str, match: re.Match[str]) -> bool:
    word = match.group()
    if word == "May":
        return False
    if word.lower() != "could":
        return True
    after = text[match.end() : match.end() + 8]
    return not re.match(r"\s*(?:not\b|n['’]t|neither\b)", after)
