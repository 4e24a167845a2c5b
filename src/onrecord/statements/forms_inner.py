"""Quotations that one attribution swallowed though another speaker or cue stands before them in the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.model import Attribution, Span
from onrecord.statements.forms_people import speech_forms
from onrecord.text.quotes import Quote, quotes_in
from onrecord.text.sentences import paragraphs_within

_LEAD = re.compile(r"(?P<source>[A-Z][^“”\"«»\n:;]{1,150}?) (?P<cue>[a-z]+)\b(?P<rest>[^“”\"«»\n:;]{0,80}?)[,:]?\s*")
_PARTICIPLE = re.compile(r"[,;]?\s*(?:and |then |further |also )?(?P<cue>[a-z]+ing)(?: that)?[,:]?\s*")
_PASSES_ON = ("according to",)


def inner_quotations(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The same, with what swallowed another one's quotation taken apart.

    'According to the Post, Kell said, "It leaks."' is Kell's; '"It leaks," he said, adding, "It is old."' are two.
    """
    made: list[Attribution] = []
    for one in found:
        made += _parted(text, _led(text, one))
    return made


def _led(text: str, one: Attribution) -> Attribution:
    """An "according to" whose content is somebody's saying of a quotation is that somebody's."""
    if one.cue is None or text[slice(*one.cue)].lower() not in _PASSES_ON:
        return one
    quotes = _quotes_of(text, one)
    lead = _LEAD.fullmatch(text, one.content[0].start, quotes[0].outer.start) if quotes else None
    if lead is None or lead["cue"] not in speech_forms():
        return one
    content = tuple(quote.inner for quote in quotes)
    return replace(one, content=content, cue=Span(*lead.span("cue")), source=Span(*lead.span("source")))


def _parted(text: str, one: Attribution) -> list[Attribution]:
    """One for each run of quotations that has a participle of saying of its own before it: '" adding, "'."""
    quotes = _quotes_of(text, one)
    parts: list[tuple[Span | None, list[Quote]]] = [(one.cue, quotes[:1])]
    for before, after in pairwise(quotes):
        cue = _link(text, before, after)
        if cue is not None and one.cue is not None and cue.start < one.cue.end and one.cue.start < cue.end:
            return [one]
        if cue is None:
            parts[-1][1].append(after)
        else:
            parts.append((cue, [after]))
    if len(parts) == 1:
        return [one]
    end = parts[0][1][-1].outer.end
    first = tuple(Span(span.start, min(span.end, end)) for span in one.content if span.start < end)
    made = [replace(one, content=_plain(first, parts[0][1]))]
    return made + [replace(one, cue=cue, content=tuple(quote.inner for quote in run)) for cue, run in parts[1:]]


def _link(text: str, before: Quote, after: Quote) -> Span | None:
    """The participle of saying that is all that stands between two quotations."""
    found = _PARTICIPLE.fullmatch(text, before.outer.end, after.outer.start)
    return Span(*found.span("cue")) if found and found["cue"] in speech_forms() else None


def _plain(content: tuple[Span, ...], quotes: Sequence[Quote]) -> tuple[Span, ...]:
    """Where a content is one quotation now, without its marks."""
    (span, *others), (quote, *more) = content, quotes
    if others or more or span.start < quote.outer.start:
        return content
    return (Span(max(span.start, quote.inner.start), min(span.end, quote.inner.end)),)


def _quotes_of(text: str, one: Attribution) -> list[Quote]:
    """The quotations that lie in or under the contents of an attribution, all of one paragraph, in order."""
    start, end = one.content[0].start, one.content[-1].end
    return [
        quote
        for paragraph in paragraphs_within(text, Span(text.rfind("\n", 0, start) + 1, end))
        for quote in quotes_in(text, *_whole(text, paragraph))
        if quote.inner.start < end and quote.inner.end > start
    ]


def _whole(text: str, paragraph: Span) -> Span:
    stop = text.find("\n", paragraph.end)
    return Span(paragraph.start, len(text) if stop < 0 else stop)
