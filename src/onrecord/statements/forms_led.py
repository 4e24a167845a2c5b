"""What a paragraph that ends in a colon leads in: "Kell said in a statement:" and the words in the next paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Attribution, Span
from onrecord.statements.forms_lines import trimmed
from onrecord.statements.forms_people import key_of, speech_forms
from onrecord.statements.forms_quoted import Paragraph, quoted_paragraphs, quoted_pieces
from onrecord.statements.forms_turns import in_own_voice
from onrecord.text.names import is_capital, plain, words
from onrecord.text.sentences import sentences

_OPENING = re.compile(
    r"(?:(?:On|Last|Later|Earlier|Late|Early)\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:(?:In|On|At|After|Before|During|Earlier|Later|Speaking|Writing|Asked|For|By|But|And|Then)\b[^,:]{0,80},\s)*"
)
_ADVERBS = re.compile(r"(?:,|\s(?:later|also|then|has|had|further|\w{2,12}ly))+$")
_WORD = re.compile(r"[a-z]+")
_LONGEST = 400  # characters of the sentence that leads in
_MOST_WORDS = 16  # of a source
_MOST_RUN_ON = 12


def led_in(text: str) -> list[Attribution]:
    """The quotations (or paragraphs in the own voice) that a sentence ending in a colon gives to its subject."""
    shown = quoted_paragraphs(text)
    made: list[Attribution] = []
    for at, paragraph in enumerate(shown[:-1]):
        if text[paragraph.span.end - 1] == ":":
            made += _led(text, paragraph, shown[at + 1 : at + 1 + _MOST_RUN_ON])
    return made


def _led(text: str, paragraph: Paragraph, following: Sequence[Paragraph]) -> list[Attribution]:
    last = sentences(text, paragraph.span)
    if not last or last[-1].end - last[-1].start > _LONGEST:
        return []
    source, cue = _subject(text, last[-1])
    if source is None or cue is None:
        return []
    content = quoted_pieces(text, [one.span for one in following])
    if not content and not following[0].quotes and _own(text, following[0].span, source):
        content = (following[0].span,)
    return [Attribution(content, cue, source)] if content else []


def _own(text: str, span: Span, source: Span) -> bool:
    said = {word.lower() for word in words(text[slice(*span)])}
    return in_own_voice(text, span) and key_of(text[slice(*source)]) not in said


def _subject(text: str, sentence: Span) -> tuple[Span | None, Span | None]:
    """What stands before the last verb of saying of a sentence, and that verb."""
    opened = _OPENING.match(text, *sentence)
    start = opened.end() if opened else sentence.start
    found = [one for one in _WORD.finditer(text, start, sentence.end) if _is_verb(text, one)]
    if not found:
        return None, None
    before = text[start : found[-1].start()].rstrip()
    kept = _ADVERBS.sub("", before).rstrip(" ,")
    source = trimmed(text, start, start + len(kept))
    named = kept and len(kept.split()) <= _MOST_WORDS and not any(mark in kept for mark in '“"”:;')
    return (source, Span(*found[-1].span())) if named and _is_phrase(kept) else (None, None)


def _is_verb(text: str, found: re.Match[str]) -> bool:
    alone = not text[found.start() - 1 : found.start()].isalnum() and not text[found.end() : found.end() + 1].isalnum()
    return alone and found.group() in speech_forms() and not found.group().endswith("ing")


def _is_phrase(kept: str) -> bool:
    """Whether words can be a subject: no other verb of saying, and a name, an article or a pronoun at its head."""
    parts = kept.split()
    inner = any(plain(word) in speech_forms() for word in parts[1:])
    head = is_capital(parts[0]) or parts[0].lower() in ("he", "she", "they", "it", "the", "a", "an", "his", "her")
    return head and not inner
