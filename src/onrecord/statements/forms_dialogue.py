"""Which labelled lines are speech: a dialogue, a quotation behind a name, somebody's own voice. The rest is lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Attribution, Span
from onrecord.statements.forms_intro import fuller
from onrecord.statements.forms_labels import countries
from onrecord.statements.forms_people import people_in, speech_forms
from onrecord.statements.forms_quoted import opens_quoted, quoted_pieces
from onrecord.statements.forms_turns import Turn, in_own_voice, is_sentence, is_spoken
from onrecord.text.names import words

_FAREST = 12  # lines between two turns of one dialogue
_NARRATED = re.compile(r"(?:He|She|His|Her)\b")
_I = re.compile(r"\bI\b")
_LEAST_QUOTED = 4  # words; a quotation behind a single unknown word must have more


@dataclass(frozen=True, slots=True)
class Cast:
    """What the text knows of names: ``known`` have an office or a verb of saying beside them somewhere."""

    known: frozenset[str]
    offices: frozenset[str]


def labelled(text: str, turns: Sequence[Turn]) -> list[Attribution]:
    """The attributions of the labelled lines that are speech; questions of whoever interviews are none."""
    cast = _cast(text)
    made: list[Attribution] = []
    for stretch in _stretches(turns):
        talk = _is_dialogue(text, stretch, cast)
        asking = _askers(text, stretch, cast) if talk else frozenset()
        for at, turn in enumerate(stretch):
            if turn.label.kind != "speaker" or turn.label.key in asking:
                continue
            made += _said(text, turn, cast, talk=talk, last=at == len(stretch) - 1)
    return made


def asked(text: str, turns: Sequence[Turn]) -> list[Span]:
    """The questions of whoever interviews, label and words, in order of place."""
    cast = _cast(text)
    made: list[Span] = []
    for stretch in _stretches(turns):
        asking = _askers(text, stretch, cast) if _is_dialogue(text, stretch, cast) else frozenset()
        made += [
            Span(turn.source.start, turn.first.end)
            for turn in stretch
            if turn.label.kind == "asks" or (turn.label.kind == "speaker" and turn.label.key in asking)
        ]
    return made


def _cast(text: str) -> Cast:
    offices = frozenset(one.key for one in people_in(text) if one.office)
    return Cast(offices | {one.key for one in people_in(text) if one.speaks}, offices)


def _said(text: str, turn: Turn, cast: Cast, *, talk: bool, last: bool) -> list[Attribution]:
    if opens_quoted(text, turn.first):
        named = _is_named(turn, cast) or len(text[slice(*turn.first)].split()) > _LEAST_QUOTED
        content = quoted_pieces(text, (turn.first, *turn.more)) if named else ()
    elif talk:
        content = (turn.first, *_going_on(text, turn, last=last))
    elif _speaks_up(text, turn, cast):
        content = (turn.first, *turn.more[: turn.same])
    else:
        content = ()
    content = tuple(span for span in content if span.end > span.start)
    source = fuller(text, text[slice(*turn.source)], turn.source.start) or turn.source
    return [Attribution(content, turn.cue, source)] if content else []


def _stretches(turns: Sequence[Turn]) -> list[list[Turn]]:
    """The turns cut where too much else stands between two of them."""
    made: list[list[Turn]] = []
    for turn in turns:
        if made and turn.at - made[-1][-1].at <= _FAREST:
            made[-1].append(turn)
        else:
            made.append([turn])
    return made


def _is_dialogue(text: str, stretch: Sequence[Turn], cast: Cast) -> bool:
    """Two or more labels, one of them again, and words put as people speak; places and lists are none."""
    keys = [turn.label.key for turn in stretch]
    if len(set(keys)) < 2 or any(text[slice(*turn.source)].lower() in countries() for turn in stretch):
        return False
    alive = [turn for turn in stretch if is_spoken(text, turn.first)]
    if len(alive) * 2 < len(stretch) or not any(in_own_voice(text, turn.first) for turn in stretch):
        return False
    heard = {turn.label.key for turn in alive}
    sure = all(key in heard or key in cast.known for key in set(keys)) and _are_people(text, stretch, cast)
    asked = any(turn.label.kind == "asks" for turn in stretch)
    again = len(keys) > len(set(keys)) and (len(keys) > 2)
    return sure and (again or asked or all(_is_named(turn, cast) for turn in stretch))


def _are_people(text: str, stretch: Sequence[Turn], cast: Cast) -> bool:
    """Whether the labels are somebody's names, or single words that ask and say "I" as lists of things do not."""
    if all(_is_named(turn, cast) or text[slice(*turn.source)].isupper() for turn in stretch):
        return True
    spoken = sum(_I.search(text, *turn.first) is not None for turn in stretch)
    return spoken * 2 >= len(stretch) or any("?" in text[slice(*turn.first)] for turn in stretch)


def _askers(text: str, stretch: Sequence[Turn], cast: Cast) -> frozenset[str]:
    """The labels of who interviews: an outlet, one of its people, or whoever does little but ask."""
    by_key: dict[str, list[Turn]] = {}
    for turn in stretch:
        by_key.setdefault(turn.label.key, []).append(turn)
    asking = {key for key, said in by_key.items() if _asks(text, said, cast)}
    return frozenset(asking) if len(asking) < len(by_key) else frozenset()


def _asks(text: str, said: Sequence[Turn], cast: Cast) -> bool:
    if any(turn.label.press or turn.label.kind == "asks" for turn in said):
        return True
    if said[0].label.office or said[0].label.key in cast.offices:
        return False
    questions = sum("?" in text[slice(*turn.first)] for turn in said)
    ends = sum(text[turn.first.end - 1] == "?" for turn in said) if len(said) < 3 else questions
    least = 3 if said[0].label.key in cast.known else 2
    return questions * least >= len(said) * (least - 1) and ends * 2 >= len(said)


def _going_on(text: str, turn: Turn, *, last: bool) -> tuple[Span, ...]:
    """The lines under a turn that go on with it: up to the next label, or behind the last one while "I" speaks."""
    kept: list[Span] = []
    for at, span in enumerate(turn.more):
        if span.end <= span.start:
            continue
        within = at < turn.same
        if not within and (not _may_go_on(text, turn, span) or (last and not in_own_voice(text, span))):
            break
        kept.append(span)
    return tuple(kept)


def _may_go_on(text: str, turn: Turn, span: Span) -> bool:
    """Whether a paragraph can be the same voice: a sentence, no question, nothing told of the speaker or by a cue."""
    if not is_sentence(text, span) or _NARRATED.match(text, *span) or text[span.end - 1] == "?":
        return False
    said = {word.lower() for word in words(text[slice(*span)])}
    told = any(mark in text[slice(*span)] for mark in '“"«') and bool(said & speech_forms())
    return not told and turn.label.key not in said and "interview" not in said


def _speaks_up(text: str, turn: Turn, cast: Cast) -> bool:
    """Whether a lone turn is speech: in the own voice of somebody whom an office or the text shows to be one."""
    if turn.label.press or not in_own_voice(text, turn.first):
        return False
    return turn.label.office or turn.label.key in cast.known


def _is_named(turn: Turn, cast: Cast) -> bool:
    return turn.label.office or turn.label.key in cast.known or turn.label.written > 1
