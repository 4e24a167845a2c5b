"""Cues that lean on the one before them: "adding that ...", and a clause behind a semicolon in reported tense."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Attribution, Span
from onrecord.statements.forms_lines import trimmed
from onrecord.statements.forms_people import speech_forms
from onrecord.text.sentences import paragraphs, sentences

_SHIFTED = re.compile(r"(?:was|were|had|would|could|might)\b")
_OWN_VOICE = re.compile(r"\b(?:I|we|you)\b", re.IGNORECASE)
_NO_CLAUSE = re.compile(r"(?:and|but|or|which|who|that|this|as|when|while|because|if|\w+ing)\b", re.IGNORECASE)
_MARKS = re.compile(r"[“”\"«»„:]")
_BEFORE_TENSE = 8  # words


def with_chained_sources(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """A participle of saying without a source has that of the cue before it in its sentence, or of the next one."""
    places = _sentence_places(text)
    by_sentence: dict[int, list[Attribution]] = {}
    for one in sorted((one for one in found if one.cue and one.source), key=_cue_start):
        by_sentence.setdefault(bisect_right(places, _cue_start(one)), []).append(one)
    return [_chained(text, one, by_sentence.get(bisect_right(places, _cue_start(one)), [])) for one in found]


def _cue_start(one: Attribution) -> int:
    return one.cue.start if one.cue else -1


def _sentence_places(text: str) -> list[int]:
    return [one.start for paragraph in paragraphs(text) for one in sentences(text, paragraph)]


def _chained(text: str, one: Attribution, beside: Sequence[Attribution]) -> Attribution:
    if one.source is not None or one.cue is None or not beside or not _is_participle(text, one.cue):
        return one
    at = bisect_right(beside, one.cue.start, key=_cue_start)
    leans_on = beside[at - 1] if at else beside[0]
    return replace(one, source=leans_on.source)


def _is_participle(text: str, cue: Span) -> bool:
    first = text[slice(*cue)].lower().split()[:1]
    return bool(first) and first[0].endswith("ing") and first[0] in speech_forms()


def behind_semicolons(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """What is said on behind a semicolon, "..., she said; the search would go on.", where nobody is found to say it."""
    taken = sorted((span.start, span.end) for one in found for span in one.content)
    starts = [start for start, _ in taken]
    cues = sorted(_cue_start(one) for one in found if one.cue)
    made: list[Attribution] = []
    for one in found:
        clause = _clause_behind(text, one)
        if clause is None or _any_between(starts, clause) or _any_between(cues, clause):
            continue
        if not any(end > clause.start for _, end in taken[: bisect_right(starts, clause.start)][-8:]):
            made.append(replace(one, content=(clause,)))
    return [*found, *made]


def _any_between(places: Sequence[int], span: Span) -> bool:
    at = bisect_right(places, span.start - 1)
    return at < len(places) and places[at] < span.end


def _clause_behind(text: str, one: Attribution) -> Span | None:
    """The part from a semicolon right behind an attribution to the next stop, if it is a clause in reported tense."""
    if one.cue is None or one.source is None or text[slice(*one.cue)].lower() == "according to":
        return None
    if any(text[span.start - 1 : span.start] in tuple('“"«„') for span in one.content):
        return None
    end = max(one.content[-1].end, one.cue.end, one.source.end)
    gap = text[end : end + 30].split("\n", maxsplit=1)[0]
    if ";" not in gap or len(gap.split(";")[0].split()) > 3 or "." in gap.split(";")[0]:
        return None
    start = end + gap.index(";") + 1
    stop = re.compile(r"[;\n]|[.!?](?=\s|$)").search(text, start, start + 600)
    clause = trimmed(text, start, stop.start()) if stop else Span(start, start)
    return clause if _is_reported(text[slice(*clause)]) else None


def _is_reported(clause: str) -> bool:
    words = clause.split()
    if len(words) < 3 or _NO_CLAUSE.match(clause) or _OWN_VOICE.search(clause) or _MARKS.search(clause):
        return False
    tense = next((at for at, word in enumerate(words[:_BEFORE_TENSE]) if _SHIFTED.fullmatch(word)), None)
    return bool(tense) and not any(_NO_CLAUSE.fullmatch(word) for word in words[:tense])
