"""Dashes that attribute: “...” — Ada Kell, mayor of Torvik; “...” – said Ada Kell; and speech that a dash opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Attribution, Span
from onrecord.statements.forms_labels import read_label
from onrecord.statements.forms_lines import trimmed
from onrecord.statements.forms_people import key_of, people_in, speech_forms
from onrecord.statements.forms_quoted import Paragraph, inner_of, quoted_paragraphs
from onrecord.text.quotes import Quote

_DASH = r"(?P<dash>[—–―]|--?)"
_WHO = re.compile(
    rf"[\s.,]{{0,3}}{_DASH}\s?(?:(?P<cue>[a-z]+)\s(?P<said>[^\n.;:!?—–“”\"]{{3,160}}?)|(?P<who>[^\n;:!?—–“”\"]{{3,160}}))\s?"
    r"(?=\.?\s*$|\.\s|,?\s[—–―-])",
)
_ALONE = re.compile(rf"{_DASH}\s?(?P<who>[^\n;:!?—–“”\"]{{3,160}})\.?$")
_POST = re.compile(r"\(@\w{1,40}\)")
_OPENS = re.compile(r"[—–―-]\s?(?=\S)")
_BREAK = re.compile(r"[,.!?]?\s[—–―-]\s(?P<cue>[a-z]+)\s(?P<who>[^\n.;:!?—–]{2,120}?)(?=\.?\s*$|[.,]\s[—–―-]\s)")
_RESUMES = re.compile(r"[.,]?\s?[—–―-]\s")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # beside a name nobody knows it is a citation
_FARTHEST = 3_000  # characters of a paragraph that are read
_MOST_RUN_ON = 12  # paragraphs of one quotation


@cache
def _agencies() -> frozenset[str]:
    return frozenset(row["written"].lower() for row in table("agencies"))


def dashed(text: str) -> list[Attribution]:
    """The attributions that a dash makes, in order of place."""
    known = frozenset(one.key for one in people_in(text) if one.office or one.speaks)
    shown = quoted_paragraphs(text)
    made: list[Attribution] = []
    for at, paragraph in enumerate(shown):
        made += _behind_quote(text, shown, at, known) if paragraph.quotes else _alone(text, shown, at, known)
        made += _opened(text, paragraph)
    return made


def _behind_quote(text: str, shown: Sequence[Paragraph], at: int, known: frozenset[str]) -> list[Attribution]:
    """A quotation, a dash and a name up to the end of the paragraph, or a verb of saying and a name."""
    paragraph = shown[at]
    for place, quote in enumerate(paragraph.quotes[:_MOST_RUN_ON]):
        found = _WHO.match(text, quote.outer.end, paragraph.span.end) if quote.closed else None
        source, cue = _named(text, found, known, paragraph.span.end) if found else (None, None)
        if source is not None:
            quotes = _before(text, paragraph, paragraph.quotes[: place + 1])
            more = _resumed(text, paragraph.quotes[place + 1 :], source)
            whole = _running(text, shown, at) if quotes[0].outer.start == paragraph.span.start else []
            return [Attribution((*whole, *(inner_of(text, one) for one in (*quotes, *more))), cue, source)]
    return []


def _named(text: str, found: re.Match[str], known: frozenset[str], end: int) -> tuple[Span, Span] | tuple[None, None]:
    """Source and cue, where the words behind a dash are somebody's."""
    if found["cue"] is not None and found["cue"] in speech_forms():
        return trimmed(text, *found.span("said")), Span(*found.span("cue"))
    at_end = not text[found.end() : end].strip(" .\n")
    who = trimmed(text, found.end("dash"), found.end())
    who = Span(who.start, who.end - text[slice(*who)].endswith("."))
    return (who, Span(*found.span("dash"))) if at_end and _is_somebody(text[slice(*who)], known) else (None, None)


def _is_somebody(words: str, known: frozenset[str]) -> bool:
    label = read_label(words)
    if words.lower() in _agencies() or label.kind != "speaker" or (label.press and not label.office):
        return False
    if label.key in known:
        return True
    return (label.office or label.written > 1) and not _YEAR.search(words)


def _before(text: str, paragraph: Paragraph, quotes: Sequence[Quote]) -> list[Quote]:
    """The quotations that stand with the last one and nothing but white space between."""
    kept = [quotes[-1]]
    for quote in reversed(quotes[:-1]):
        if text[quote.outer.end : kept[0].outer.start].strip():
            break
        kept.insert(0, quote)
    return kept


def _resumed(text: str, quotes: Sequence[Quote], source: Span) -> list[Quote]:
    """The quotation that goes on behind another dash."""
    found = _RESUMES.match(text, source.end)
    return [quote for quote in quotes[:1] if found and quote.outer.start == found.end()]


def _running(text: str, shown: Sequence[Paragraph], at: int) -> list[Span]:
    """The paragraphs before whose quotation runs on into this one."""
    kept: list[Span] = []
    for before in reversed(shown[max(0, at - _MOST_RUN_ON) : at]):
        if not (before.bare and before.runs_on):
            break
        kept = [inner_of(text, quote) for quote in before.quotes] + kept
    return kept


def _alone(text: str, shown: Sequence[Paragraph], at: int, known: frozenset[str]) -> list[Attribution]:
    """A line of dash and name under a quotation; under other words only where a post's account stands in it."""
    span = shown[at].span
    found = _ALONE.match(text, span.start, min(span.end, span.start + 200))
    if found is None or found.end() < span.end or not at:
        return []
    who = trimmed(text, *found.span("who"))
    post = _POST.search(text, *who)
    before = shown[at - 1]
    if post and not before.quotes:
        return [Attribution((before.span,), Span(*found.span("dash")), trimmed(text, who.start, post.end()))]
    who = Span(who.start, who.end - text[slice(*who)].endswith("."))
    if not before.bare or not (post or _is_somebody(text[slice(*who)], known)):
        return []
    content = (*_running(text, shown, at - 1), *(inner_of(text, quote) for quote in before.quotes))
    return [Attribution(content, Span(*found.span("dash")), who)]


def _opened(text: str, paragraph: Paragraph) -> Iterator[Attribution]:
    """Speech that a dash opens, without marks: – We left at night, – said Ada Kell. – Nobody rang."""
    span = paragraph.span
    opened = _OPENS.match(text, *span)
    if paragraph.quotes or opened is None:
        return
    end = min(span.end, span.start + _FARTHEST)
    for found in _BREAK.finditer(text, opened.end(), end):
        if found["cue"] in speech_forms() and key_of(found["who"]):
            first = trimmed(text, opened.end(), found.start() + (text[found.start()] in "!?"))
            again = _RESUMES.match(text, found.end(), end)
            rest = [trimmed(text, again.end(), span.end)] if again else []
            yield Attribution(
                (first, *(one for one in rest if one.end > one.start)),
                Span(*found.span("cue")),
                Span(*found.span("who")),
            )
            return
