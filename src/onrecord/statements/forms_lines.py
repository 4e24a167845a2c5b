"""The lines of a text as forms set them: a bullet, the time of an entry, a label with its colon, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Span

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[-–—•*·▪►●◆>]|\d{1,2}[.)])\s+(?=\S)")
_STAMP = re.compile(
    r"[\[(]?(?:(?:at )?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}(?:\.\d{2})?\s?[ap]\.?m\b\.?"
    r"|\d{1,2}\.\d{2}(?=\s?[-–—:|\])]|\s*$)|\d{1,2}h\d{2}"
    r"|\d{1,3}\s?(?:m|min|mins|minutes|h|hours?) ago)"
    r"(?:\s(?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]?T|AES?T|IST|JST|local time))?[\])]?(?=\s|[-–—:|·,.]\s|$)",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"(?:UPDATE|LATEST|BREAKING|NEW|JUST IN|KEY EVENT)(?:\s\d{1,2})?(?=\s?[-–—:|(\[]|\s*$)\s*")
_RULE = re.compile(r"\s*(?:[-–—|:·,.]{1,2}(?=\s))?\s*")
_LABEL = re.compile(
    r"[*_]{0,3}(?P<label>[^\W\d_][^:\n“”\"«»?!*]{0,90}?)[*_]{0,3}\s?(?P<colon>:)[*_]{0,3}(?=\s|$|[“\"«„‘'(\[])"
)
_DASHED = re.compile(r"[*_]{0,3}(?P<label>[^\W\d_][^:\n“”\"«»?!*]{0,90}?)[*_]{0,3}\s(?P<colon>[–—-])\s(?=[“\"«„])")
_LETTER = re.compile(r"[*_]{0,3}(?P<label>[QA]\d{0,2})[*_]{0,3}(?P<colon>[.):]|(?<=Q)(?=\s))[*_]{0,3}\s+(?=\S)")
_MAX_LINES = 8_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty.

    ``body``: without bullet and time; ``label`` and ``colon``: where it opens with some; ``rest``: what follows them,
    the whole body where there is no label. ``paragraph`` counts the paragraphs; ``timed``: a time or UPDATE opens it.
    """

    span: Span
    body: Span
    paragraph: int
    timed: bool = False
    bulleted: bool = False
    label: Span | None = None
    colon: Span | None = None

    @property
    def rest(self) -> Span:
        """What the line says, without its label."""
        return Span(self.colon.end, self.body.end) if self.colon is not None else self.body


def lines_of(text: str) -> list[Line]:
    """The lines of a text in order; at most 8,000."""
    made: list[Line] = []
    paragraph, last = 0, 0
    for found in _LINE.finditer(text):
        if len(made) >= _MAX_LINES:
            break
        span = trimmed(text, *found.span())
        if span.end <= span.start:
            continue
        paragraph += text.count("\n", last, span.start) > 1
        last = span.end
        made.append(_line(text, span, paragraph))
    return made


def _line(text: str, span: Span, paragraph: int) -> Line:
    bullet = _BULLET.match(text, *span)
    start = bullet.end() if bullet else span.start
    opened = _past_time(text, start, span.end)
    body = trimmed(text, opened, span.end)
    found = _LETTER.match(text, *body) or _LABEL.match(text, *body) or _DASHED.match(text, *body)
    return Line(
        span,
        body,
        paragraph,
        timed=opened > start,
        bulleted=bullet is not None,
        label=trimmed(text, *found.span("label")) if found else None,
        colon=Span(found.start("colon"), found.end()) if found else None,
    )


def _past_time(text: str, start: int, end: int) -> int:
    at = start
    for opener in (_STAMP, _UPDATE, _STAMP):
        found = opener.match(text, at, end)
        if found:
            rule = _RULE.match(text, found.end(), end)
            at = rule.end() if rule else found.end()
    return at


def trimmed(text: str, start: int, end: int) -> Span:
    """The part without the white space at its ends."""
    piece = text[start:end]
    kept = piece.strip()
    begin = start + len(piece) - len(piece.lstrip())
    return Span(begin, begin + len(kept))


_ASIDE = re.compile(r"\s*(?:\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\])[.,:]?\s*")
_ASIDE_BEHIND = re.compile(r"\s*(?:\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\])\s*$")


def spoken(text: str, span: Span) -> Span:
    """The part without stage directions, "(laughs)", at its ends; empty where it is nothing else."""
    opened = _ASIDE.match(text, *span)
    start = opened.end() if opened else span.start
    tail = max(start, span.end - 84)
    closed = _ASIDE_BEHIND.search(text, tail, span.end)
    return trimmed(text, start, closed.start() if closed else span.end)


def colon_of(text: str, line: Line) -> Span | None:
    """The colon or dash itself, without emphasis marks; None where only white space parts label and words."""
    if line.colon is None or text[line.colon.start].isspace():
        return None
    return Span(line.colon.start, line.colon.start + 1)


def words_of(text: str, span: Span) -> Iterator[str]:
    """The words of a part, in lower case, without what is set around them."""
    return (word.strip("“”\"'‘’.,;:!?()[]…").lower() for word in text[slice(*span)].split())
