"""Speakers that a statement takes from the one around it or before it: "I", "adding that", a quotation that goes on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Attribution
from onrecord.statements.speakers_stage import Said

_GAP = re.compile(r"[\s.,:;!?\"“”'‘’–—-]*(?:(?:and|but|or)?(?: that)?[\s\"“'‘]*)")
# The rest of the words that name the speaker, and then a colon or the quotation that goes on.
_REST = re.compile(r"[^\"“”\n]*(?::\s*|[.,;]\s*[\"“])")
_LONGEST_GAP = 80  # characters
_PARTICIPLE = re.compile(r"\w+ing\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+[A-Z“\"]")


def enclosing(attributions: Sequence[Attribution], found: Mapping[int, Said], at: int) -> Said | None:
    """Who "I" and "we" are: the speaker of the smallest statement that holds the source, if that is somebody else's."""
    source = attributions[at].source
    if source is None:
        return None
    around = [
        (span.end - span.start, one)
        for one, other in enumerate(attributions)
        for span in other.content
        if one != at and span.start <= source.start and source.end <= span.end and other.source != source
    ]
    for _, one in sorted(around):
        if found[one].speaker.name or found[one].way != "unclear":
            return _taken(found[one], source.start, "The one who is quoted here speaks of themselves.")
    return None


def carried(
    text: str, attributions: Sequence[Attribution], found: Mapping[int, Said], at: int
) -> Said | None:  # fmt: skip
    """The speaker of a statement without a source: of a participle ("adding that"), of a quotation that goes on."""
    one = attributions[at]
    start = min(one.content[0].start, one.cue.start if one.cue else one.content[0].start)
    before = [(_end(other), index) for index, other in enumerate(attributions) if index in found and index != at]
    before = [(end, index) for end, index in before if end <= start]
    if not before:
        return None
    end, index = max(before)
    between = text[end:start]
    if len(between) > _LONGEST_GAP or "\n" in between:
        return None
    if one.cue is not None:
        participle = _PARTICIPLE.match(text[slice(*one.cue)])
        goes_on = participle is not None and not _SENTENCE_END.search(between)
    else:
        goes_on = (_GAP.fullmatch(between) or _REST.fullmatch(between)) is not None
    return _taken(found[index], one.content[0].start, "The speaker before goes on.") if goes_on else None


def _end(one: Attribution) -> int:
    return max(span.end for span in (*one.content, *(part for part in (one.cue, one.source) if part)))


def _taken(said: Said, at: int, why: str) -> Said:
    return replace(said, at=at, speaker=replace(said.speaker, why=f"{why} {said.speaker.why}"))
