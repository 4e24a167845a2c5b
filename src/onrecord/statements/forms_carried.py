"""Quotations that go on: pieces found apart, over paragraphs, and bare ones that can be only one speaker's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Attribution, Span
from onrecord.statements.forms_beside import Ground, key_of_source, may_go_on, speaker_before
from onrecord.statements.forms_owned import cued_behind
from onrecord.statements.forms_quoted import Paragraph, inner_of, quoted_paragraphs
from onrecord.text.quotes import Quote

_LEAST_ORPHAN = 3  # words


def carried(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with every loose direct quotation joined to the one it goes on from, or given its speaker.

    A quotation that nothing stands for is left out, one that was found without a source stays as it is.
    """
    ground = Ground(text, list(found))
    running: int | None = None
    waiting: list[Quote] = []
    shown = quoted_paragraphs(text)
    for at, paragraph in enumerate(shown):
        opened = bool(paragraph.direct) and paragraph.direct[0].outer.start == paragraph.span.start
        last, waiting = (running, waiting) if opened else (None, [])
        carry = _from_before(ground, shown, at) if opened and last is None and not waiting else None
        last, waiting = _through(ground, paragraph, last, waiting)
        if carry is not None and last is None:
            waiting = _given(ground, paragraph, carry)
        running = last if paragraph.runs_on else None
        waiting = waiting if paragraph.runs_on else []
    return ground.left()


def _through(
    ground: Ground, paragraph: Paragraph, last: int | None, waiting: list[Quote]
) -> tuple[int | None, list[Quote]]:
    """Goes through the quotations of one paragraph; gives the attribution that the last one belongs to."""
    for quote in paragraph.direct:
        holder = ground.holder(quote)
        if holder is not None and not ground.is_loose(holder):
            for one in waiting:
                ground.join(holder, one)
            last, waiting = holder, []
        elif waiting:
            waiting.append(quote)
        elif not (last is not None and quote.outer.start == paragraph.span.start) and (
            cued := cued_behind(ground.text, quote)
        ):
            last, waiting = ground.add(cued, quote), []
        elif last is not None and not ground.interrupted(last, quote, paragraph.span):
            ground.join(last, quote)
        else:
            last = _orphan(ground, paragraph, quote)
            waiting = [quote] if last is None and not quote.closed else []
    return last, waiting


def _orphan(ground: Ground, paragraph: Paragraph, quote: Quote) -> int | None:
    """A quotation behind a sentence that names its speaker: the source is taken from there, or there is none."""
    if len(ground.text[slice(*quote.inner)].split()) < _LEAST_ORPHAN:
        return None
    source = speaker_before(ground, paragraph.span, quote.outer.start)
    return ground.add(Attribution((inner_of(ground.text, quote),), None, source), quote) if source else None


def _from_before(ground: Ground, shown: Sequence[Paragraph], at: int) -> Span | None:
    """The source of the paragraph before, where this one is bare and can be nobody else's."""
    paragraph = shown[at]
    if not at or not paragraph.bare or not paragraph.quotes[-1].closed:
        return None
    if ground.text[paragraph.quotes[-1].inner.end - 1] == "?" or any(map(ground.is_held, paragraph.direct)):
        return None
    before = shown[at - 1]
    source = speaker_before(ground, before.span, before.span.end, unsaid=False)
    if source is None or before.bare:
        return None
    after = shown[at + 1] if at + 1 < len(shown) else None
    if after is not None and after.bare and not any(map(ground.is_held, after.direct)):
        return None
    ends_quoted = bool(before.quotes) and before.quotes[-1].outer.end >= before.span.end - 1
    return source if not ends_quoted or _goes_on(ground, source, after) else None


def _goes_on(ground: Ground, source: Span, after: Paragraph | None) -> bool:
    """Whether the next paragraph is the same speaker's again."""
    found = [one.source for one in ground.within(after.span) if one.source] if after is not None else []
    return bool(found) and may_go_on(key_of_source(ground.text, source), key_of_source(ground.text, found[0]))


def _given(ground: Ground, paragraph: Paragraph, source: Span) -> list[Quote]:
    content = tuple(inner_of(ground.text, quote) for quote in paragraph.quotes)
    if sum(len(ground.text[slice(*span)].split()) for span in content) >= _LEAST_ORPHAN:
        at = ground.add(Attribution(content[:1], None, source), paragraph.quotes[0])
        for quote in paragraph.quotes[1:]:
            ground.join(at, quote)
    return []


def split_joined(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Direct pieces found apart under one cue and source are one statement: “It is,” he said, “a lie.”"""
    quoted = {quote.inner.start for paragraph in quoted_paragraphs(text) for quote in paragraph.quotes}
    made: list[Attribution] = []
    place: dict[tuple[Span, Span], int] = {}
    for one in found:
        key = (one.cue, one.source) if one.cue and one.source else None
        direct = all({span.start, span.start + 1} & quoted for span in one.content)
        if key is None or not direct:
            made.append(one)
        elif key in place and text[one.content[0].start].islower():
            before = made[place[key]]
            made[place[key]] = replace(before, content=tuple(sorted({*before.content, *one.content})))
        else:
            place.setdefault(key, len(made))
            made.append(one)
    return made
