"""Joins what was found sentence by sentence: quotations that go on after the one that names the speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Attribution, Span
from onrecord.statements.tagger_sources import own_source
from onrecord.statements.tagger_words import Sentence
from onrecord.text.quotes import Quote, quotes_in

_LEAST_ORPHAN = 3  # words


@dataclass(frozen=True, slots=True)
class Piece:
    """A parsed part of a paragraph and what was found in it."""

    span: Span
    sentence: Sentence
    found: list[Attribution]


Paragraph = tuple[Span, list[Quote]]


def linked(text: str, pieces: Sequence[Piece], paragraphs: Sequence[Paragraph]) -> list[Attribution]:
    """All attributions of the text in order, with every loose direct quotation joined or given a source."""
    found = [one for piece in pieces for one in piece.found]
    waiting: list[Span] = []
    running: int | None = None  # the attribution whose quotation runs on over the paragraph's end
    for paragraph, quotes in paragraphs:
        last = running
        for quote in quotes:
            holder = _holder(found, quote)
            if holder is not None:
                found[holder] = _joined(found[holder], waiting)
                waiting, last = [], holder
            elif waiting:
                waiting.append(quote.inner)
            elif last is not None and not _interrupted(found, last, quote, paragraph):
                found[last] = _joined(found[last], [quote.inner])
            else:
                last = _orphan(text, found, quote, pieces, paragraph)
                waiting = [quote.inner] if last is None and not quote.closed else []
        running = last if quotes and not quotes[-1].closed else None
        waiting = waiting if quotes and not quotes[-1].closed else []
    marked = {_marked(text, one) for one in found}
    return sorted((one for one in marked if one.content), key=_place)


def _place(one: Attribution) -> tuple[tuple[Span, ...], Span]:
    return one.content, one.cue or Span(0, 0)


def _holder(found: list[Attribution], quote: Quote) -> int | None:
    return next((at for at, one in enumerate(found) if quote.inner in one.content), None)


def _joined(one: Attribution, more: Sequence[Span]) -> Attribution:
    return replace(one, content=tuple(sorted({*one.content, *more}))) if more else one


def _interrupted(found: list[Attribution], last: int, quote: Quote, paragraph: Span) -> bool:
    """Whether somebody else has spoken since the quotation that this one would go on from."""
    end = found[last].content[-1].end
    return any(
        one.cue is not None and end < one.cue.start < quote.outer.start and one.cue != found[last].cue
        for one in found
        if one.content[0].start >= paragraph.start
    )


def _orphan(text: str, found: list[Attribution], quote: Quote, pieces: Sequence[Piece], paragraph: Span) -> int | None:
    """A quotation after a sentence that names its speaker without a cue for it: the source is taken from there."""
    if len(text[slice(*quote.inner)].split()) < _LEAST_ORPHAN:
        return None
    before = [one for one in pieces if paragraph.start <= one.span.start and one.span.end <= quote.outer.start]
    source = _speaker_in(before[-1]) if before else None
    if source is None:
        return None
    found.append(Attribution((quote.inner,), None, source))
    return len(found) - 1


def _speaker_in(piece: Piece) -> Span | None:
    sourced = [one.source for one in piece.found if one.source is not None]
    if sourced:
        return sourced[-1]
    roots = [at for at, word in enumerate(piece.sentence.words) if word.head == at and word.is_verb]
    subject = own_source(piece.sentence, roots[0]) if roots else None
    if subject is None:
        return None
    names = any(
        word.tag in ("NNP", "NNPS") or word.lower in ("he", "she") for word in piece.sentence.words[slice(*subject)]
    )
    names = names or piece.sentence.words[subject[1]].tag == "NNP"
    return piece.sentence.span(*subject) if names else None


def _marked(text: str, one: Attribution) -> Attribution:
    """The same with every content span taking in the marks of the quotations in it, and the stop left off."""
    content = tuple(_with_marks(text, span) for span in one.content)
    if len(content) > 1 and not all(_is_quoted(text, span) for span in content):
        content = tuple(_with_own_marks(text, span) for span in content)
    return replace(one, content=tuple(span for span in content if text[slice(*span)].strip()))


def _is_quoted(text: str, span: Span) -> bool:
    return text[max(0, span.start - 1) : span.start] in ("“", '"', "„", "«")


def _with_own_marks(text: str, span: Span) -> Span:
    """A quoted piece beside one that is not quoted keeps its marks: whose words they are must show."""
    closed = text[span.end : span.end + 2].rstrip(" .,")
    if not _is_quoted(text, span) or closed[-1:] not in ("”", '"', "»"):
        return span
    return Span(span.start - 1, span.end + len(closed))


def _with_marks(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    stop = text.find("\n", span.end)
    for quote in quotes_in(text, start, len(text) if stop < 0 else stop):
        whole = (quote.inner.start, quote.inner.end)
        if whole == span:
            return _without_comma(text, span)
        if quote.inner.start == span.start and quote.inner.end < span.end:
            span = Span(quote.outer.start, span.end)
        if span.start < quote.inner.start <= span.end and span.end <= quote.outer.end:
            span = Span(span.start, quote.outer.end)
    return span


def _without_comma(text: str, span: Span) -> Span:
    piece = text[slice(*span)]
    return Span(span.start, span.start + len(piece.rstrip().rstrip(",")))
