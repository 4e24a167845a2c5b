"""Headlines inside a text, its first line and the heads of a live blog's entries: "Minister: no sign of a leak"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Attribution, Span
from onrecord.statements.forms_labels import Label, countries, read_label, speaks_by_office
from onrecord.statements.forms_lines import Line, colon_of, trimmed
from onrecord.statements.forms_people import people_in
from onrecord.statements.forms_quoted import quoted_pieces
from onrecord.statements.forms_turns import is_sentence
from onrecord.text.sentences import sentences

_MOST_WORDS = 40  # of an entry's head
_MOST_HEADLINE = 25
_ARTICLES = ("a ", "an ", "our ", "your ", "their ", "my ")
_MOST_BEFORE = 5  # words of a name before it
_MOST_BEHIND = 4  # words of a name behind the colon
_LEAST_BEHIND = 3  # words of what a name behind a colon is given
_BEHIND = re.compile(r"\s?(?P<mark>[:–—-])\s(?P<who>[^:–—.!?\n]{3,60})$")


def heads(text: str, lines: Sequence[Line]) -> list[Attribution]:
    """What a headline gives to whoever stands before its colon, or behind it at its end."""
    voices = frozenset(one.key for one in people_in(text) if one.speaks)
    made = (_before(text, line, voices) or _behind(text, line, voices) for line in _heads(lines))
    return [one for one in made if one is not None]


def _heads(lines: Sequence[Line]) -> Iterator[Line]:
    """The first line, and what stands behind or under each time stamp."""
    for at, line in enumerate(lines):
        if line.timed and line.body.end <= line.body.start:
            yield from lines[at + 1 : at + 2]
        elif line.timed or at == 0:
            yield line


def _before(text: str, line: Line, voices: frozenset[str]) -> Attribution | None:
    if line.label is None or not _fits(text, line) or not _can_say(text, line.label, voices):
        return None
    first = sentences(text, trimmed(text, *line.rest))
    said = first[0] if first else line.rest
    if len(text[slice(*said)].split()) < 2 or "interview with" in text[slice(*said)].lower():
        return None
    quoted = quoted_pieces(text, (trimmed(text, *line.rest),))
    return Attribution(quoted or (said,), colon_of(text, line), line.label)


def _fits(text: str, line: Line) -> bool:
    """Whether a line is short enough; one without a time must be set as headlines are, without a stop."""
    count = len(text[line.body.start : line.body.end].split())
    if line.timed:
        return count <= _MOST_WORDS
    return count <= _MOST_HEADLINE and not is_sentence(text, line.body)


def _can_say(text: str, label: Span, voices: frozenset[str]) -> bool:
    written = text[slice(*label)]
    read = read_label(written)
    return _may_speak(read, written, voices) and written.lower() not in countries()


def _may_speak(label: Label, written: str, voices: frozenset[str]) -> bool:
    if len(written.split()) > _MOST_BEFORE:
        return False
    if label.kind == "paper":
        return True
    return label.kind == "speaker" and not label.press and (speaks_by_office(written) or label.key in voices)


def _behind(text: str, line: Line, voices: frozenset[str]) -> Attribution | None:
    if is_sentence(text, line.body) or not _fits(text, line):
        return None
    found = _BEHIND.search(text, max(line.body.start, line.body.end - 70), line.body.end)
    if found is None or len(found["who"].split()) > _MOST_BEHIND or found["who"].lower().startswith(_ARTICLES):
        return None
    source = Span(*found.span("who"))
    if not _can_say(text, source, voices):
        return None
    said = trimmed(text, line.body.start, found.start())
    if len(text[slice(*said)].split()) < _LEAST_BEHIND:
        return None
    return Attribution((_unquoted(text, said),), Span(*found.span("mark")), source)


def _unquoted(text: str, span: Span) -> Span:
    """A part without the marks of the one quotation that it is."""
    piece = text[slice(*span)]
    whole = piece[:1] in "“\"‘'" and piece[-1:] in "”\"’'" and not set(piece[1:-1]) & set('“”"')
    return Span(span.start + 1, span.end - 1) if whole and len(piece) > 2 else span
