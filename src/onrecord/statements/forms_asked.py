"""Questions and answers: Q and A, and interviews whose questions stand as paragraphs of their own without a label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.model import Attribution, Span
from onrecord.statements.forms_intro import interviewee, only_guest
from onrecord.statements.forms_lines import Line, spoken
from onrecord.statements.forms_turns import Turn, in_own_voice, is_sentence

_TO_GUEST = re.compile(r"\b(?:[Yy]ou|[Yy]our|[Yy]ourself)\b")
_TOLD = re.compile(r"\b[Ii]nterview (?:was|has been)\b|\b[Tt]his interview\b|\bedited for\b")
_LEAST_QUESTIONS = 3
_MOST_WORDS = 80  # of a question
_MOST_LINES = 12  # of an answer


def answered(text: str, turns: Sequence[Turn]) -> list[Attribution]:
    """The answers of a Q and A, the guest named by what stands above it; unnamed only where "I" speaks in them."""
    answers = [turn for turn in turns if turn.label.kind == "answers"]
    asks = [turn for turn in turns if turn.label.kind == "asks"]
    if not answers or not asks:
        return []
    guest = interviewee(text, min(turn.source.start for turn in (*answers, *asks)))
    own = sum(in_own_voice(text, turn.first) for turn in answers)
    if guest is None and own * 2 < len(answers):
        return []
    return [Attribution((turn.first, *_under(text, turn)), turn.cue, guest) for turn in answers]


def _under(text: str, turn: Turn) -> tuple[Span, ...]:
    kept: list[Span] = []
    for at, span in enumerate(turn.more):
        if span.end <= span.start:
            continue
        if at >= turn.same and not (is_sentence(text, span) and in_own_voice(text, span) and not _told(text, span)):
            break
        kept.append(span)
    return tuple(kept)


def unlabelled(text: str, lines: Sequence[Line]) -> list[Attribution]:
    """The answers of an interview set without labels: three questions to "you", answers of "I", one guest named above.

    Nothing where the guest is not sure: a page of common questions has none.
    """
    asked = [at for at, line in enumerate(lines) if _is_question(text, line)]
    pairs = [
        (at, list(lines[at + 1 : min(following, at + 1 + _MOST_LINES)]))
        for at, following in pairwise([*asked, len(lines)])
    ]
    pairs = [(at, under) for at, under in pairs if under]
    if len(pairs) < _LEAST_QUESTIONS or not _is_interview(text, lines, pairs):
        return []
    guest = only_guest(text, lines[asked[0]].span.start)
    if guest is None:
        return []
    contents = [_answer(text, under, last=at == asked[-1]) for at, under in pairs]
    return [Attribution(content, None, guest) for content in contents if content]


def _is_question(text: str, line: Line) -> bool:
    if line.label is not None or text[line.body.end - 1] not in "?*_":
        return False
    piece = text[slice(*line.body)].strip("*_ ")
    return piece.endswith("?") and len(piece.split()) <= _MOST_WORDS and not set(piece) & set('“”"«»')


def _is_interview(text: str, lines: Sequence[Line], pairs: Sequence[tuple[int, list[Line]]]) -> bool:
    to_guest = sum(_TO_GUEST.search(text, *lines[at].body) is not None for at, _ in pairs)
    own = sum(any(in_own_voice(text, line.body) for line in under) for _, under in pairs)
    return to_guest * 3 >= len(pairs) and own * 2 >= len(pairs)


def _answer(text: str, under: Sequence[Line], *, last: bool) -> tuple[Span, ...]:
    kept: list[Span] = []
    for at, line in enumerate(under):
        span = spoken(text, line.body)
        if line.label is not None or _told(text, span):
            break
        if at and (not is_sentence(text, span) or (last and not in_own_voice(text, span))):
            break
        kept.append(span)
    return tuple(span for span in kept if span.end > span.start)


def _told(text: str, span: Span) -> bool:
    return _TOLD.search(text, *span) is not None
