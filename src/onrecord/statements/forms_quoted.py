"""Quotations as paragraphs hold them: which open a part, which are somebody's sentence, and which run on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import Span
from onrecord.statements.forms_lines import trimmed
from onrecord.text.quotes import Quote, quotes_in
from onrecord.text.sentences import paragraphs

OPENERS = '“"„«‘'
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?…][\"”’)]*)\s*$")
_LEADS_IN = re.compile(r"[,:–—]\s*$")
_ENDS = re.compile(r"[.,!?…–—-]$")
_LONG = 25  # words: nobody sets that many in scare quotes
_MANY = 12


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph and its quotations. ``direct``: those that are somebody's sentence or a part of one."""

    span: Span
    quotes: tuple[Quote, ...]
    direct: tuple[Quote, ...]
    bare: bool

    @property
    def runs_on(self) -> bool:
        """Whether its last quotation is not closed: the next paragraph may go on with it."""
        return bool(self.quotes) and not self.quotes[-1].closed


@lru_cache(maxsize=4)  # asked by every form of one text
def quoted_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text in order, each with its quotations; ``bare``: it holds nothing else."""
    return tuple(_paragraph(text, span) for span in paragraphs(text))


def _paragraph(text: str, span: Span) -> Paragraph:
    quotes = quotes_in(text, *span)
    return Paragraph(span, quotes, tuple(_directs(text, span, quotes)), _is_bare(text, span, quotes))


def _directs(text: str, span: Span, quotes: Sequence[Quote]) -> Iterator[Quote]:
    after = False
    for quote in quotes:
        if _is_direct(text, span, quote, after=after):
            after = True
            yield quote


def _is_direct(text: str, span: Span, quote: Quote, *, after: bool) -> bool:
    inner = text[slice(*quote.inner)].strip()
    before = text[max(span.start, quote.outer.start - 40) : quote.outer.start]
    count = len(inner.split())
    if not quote.closed or count > _LONG:
        return True
    if _SENTENCE_BEFORE.search(before):
        behind = text[quote.outer.end : min(span.end, quote.outer.end + 1)]
        return bool(_ENDS.search(inner)) or behind in ("", ",") or count > _MANY
    if not _LEADS_IN.search(before):
        return inner[:1].isupper() and bool(_ENDS.search(inner)) and count > 3
    return inner[:1].isupper() or after


def _is_bare(text: str, span: Span, quotes: Sequence[Quote]) -> bool:
    """Whether a paragraph is nothing but quotations."""
    at = span.start
    for quote in quotes:
        if text[at : quote.outer.start].strip(" .,…"):
            return False
        at = quote.outer.end
    return bool(quotes) and not text[at : span.end].strip(" .,…")


def opens_quoted(text: str, span: Span) -> bool:
    """Whether a part opens with a quotation mark that a quotation stands behind."""
    return text[span.start : span.start + 1] in tuple(OPENERS) and bool(quotes_in(text, *span))


def quoted_pieces(text: str, parts: Sequence[Span]) -> tuple[Span, ...]:
    """The quotations of the first part, and of the next ones as long as each runs on over its end."""
    made: list[Span] = []
    for part in parts:
        if not opens_quoted(text, part):
            break
        found = quotes_in(text, *part)
        made += [inner_of(text, quote) for quote in found if _stands_free(text, part, quote)]
        if found[-1].closed:
            break
    return tuple(made)


def _stands_free(text: str, part: Span, quote: Quote) -> bool:
    """Whether a quotation opens the part or follows another one, rather than standing inside a told sentence."""
    before = text[part.start : quote.outer.start].rstrip()
    return not before or before[-1] in '”"»’.!?…'


def inner_of(text: str, quote: Quote) -> Span:
    """What a quotation says, without marks and the comma before the closing one."""
    inner = trimmed(text, *quote.inner)
    return Span(inner.start, inner.end - (text[inner.start : inner.end].endswith(",") and inner.end - inner.start > 1))
