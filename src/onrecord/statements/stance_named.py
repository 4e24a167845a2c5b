"""Two readings that need more than words of stance: a name given to another's word, and a newspaper as the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Attribution, Span, Stance

NAMING = re.compile(
    r"\b(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|dubb(?:ed|ing)|term(?:s|ed|ing)|label(?:s|led|ling)|describ\w+)\Z", re.I
)
PASSING_ON = re.compile(r"\b(?:according to|as reported by|carried by)\b", re.I)


def _words(group: str) -> str:
    """The words of a group of the table, as alternatives with their plurals."""
    found = [row["word"] for row in table("stance_names") if row["group"] == group]
    return "|".join(re.sub(r"y$", "(?:y|ies)", word) if group == "told" else word for word in found)


@cache
def _reported() -> re.Pattern[str]:
    owner = r"(?:(?:the|that|this|these|those|his|her|its|their|any|such|all)\W+)?"
    return re.compile(rf"\W*{owner}(?:[\w’'-]+\W+){{0,3}}?(?:{_words('told')})s?\b", re.I)


@cache
def _credited() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('credit')})\b", re.I)


@cache
def _media() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('media')})\W*\Z", re.I)


def by_name(text: str, cue: Span | None, sentences: Sequence[str]) -> Stance | None:
    """ "Called the report a joke": a name given to another's word denies it, unless the name gives it credit."""
    if cue is None or not sentences or not NAMING.search(text[cue.start : cue.end]):
        return None
    named = _reported().match(sentences[0])
    return "denies" if named and not _credited().search(sentences[0]) else None


def gives_name(text: str, cue: Span | None, sentences: Sequence[str]) -> Stance | None:
    """ "Called the appointment a mistake": to give a thing a name is an opinion, unless the name is that it is true."""
    naming = cue is not None and NAMING.search(text[cue.start : cue.end])
    return "other" if naming and not any(_credited().search(one) for one in sentences) else None


def by_source(text: str, attribution: Attribution) -> Stance | None:
    """ "According to the newspaper": what others know is passed on, if no word of it says otherwise."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or not PASSING_ON.search(text, cue.start, cue.end):
        return None
    return "relays" if _media().search(text[source.start : source.end]) else None
