"""Through whom a statement comes: outlets and persons who pass it on, outermost first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Article, Attribution, Span, Speaker
from onrecord.statements.around import REACH, sentence_around
from onrecord.statements.relays_frames import Frame, frames_in
from onrecord.statements.relays_outlets import full_name, is_bare, is_own, last_named, strip

ADDED = re.compile(r",| \(| (?:who|which|quoted|cited|speaking|in an?)\b")
# Who denies that another said it, or will not speak of it, passes nothing on.
REFUSES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|refut|disput|contest|doubt|declin|refus|no comment|would not)",
    re.I,
)
FIRST_HEARER = 2
MAX_NESTED = 400  # attributions of one page that are looked at as one inside another


@dataclass(frozen=True, slots=True)
class _Page:
    article: Article
    attributions: Sequence[Attribution]
    speakers: Sequence[Speaker]


def relays(article: Article, attributions: Sequence[Attribution], speakers: Sequence[Speaker]) -> list[tuple[str, ...]]:
    """The relay chain of each attribution, outermost first, without the page's own outlet or its agency credit.

    ``speakers``: those of the attributions, in their order. Who says a statement in which another one lies wholly
    passes that one on. Unnamed sources are no relay.
    """
    page = _Page(article, attributions, speakers)
    return [_chain(page, one, speaker) for one, speaker in zip(attributions, speakers, strict=True)]


def _chain(page: _Page, one: Attribution, speaker: Speaker) -> tuple[str, ...]:
    chain = dict.fromkeys([*_outer_speakers(page, one), *_passing_on(page, one)])
    own = {_plain(name) for name in (speaker.name, speaker.party) if name}
    return tuple(name for name in chain if not is_own(page.article, name) and _plain(name) not in own)


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")


# ---------------------------------------------------------------- one statement inside another


def _outer_speakers(page: _Page, inner: Attribution) -> Iterator[str]:
    pairs = list(zip(page.attributions, page.speakers, strict=True))[:MAX_NESTED]
    outer = [(one, speaker) for one, speaker in pairs if one is not inner and _holds(one, inner)]
    outer = [(one, speaker) for one, speaker in outer if not (one.cue and REFUSES.search(page.article.text, *one.cue))]
    for _, speaker in sorted(outer, key=lambda pair: -_length(pair[0])):
        if speaker.name:
            yield speaker.name


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether the inner statement lies wholly in what the outer one says, together with who says it or the cue."""
    told_by = [span for span in (inner.cue, inner.source) if span is not None]
    within = all(_inside(span, outer.content) for span in inner.content)
    return (
        inner.cue is not None
        and within
        and any(_inside(span, outer.content) for span in told_by)
        and outer.content != inner.content
    )


def _inside(span: Span, places: Sequence[Span]) -> bool:
    return any(place.start <= span.start and span.end <= place.end for place in places)


def _length(one: Attribution) -> int:
    return sum(end - start for start, end in one.content)


# ---------------------------------------------------------------- words beside the cue


def _passing_on(page: _Page, one: Attribution) -> Iterator[str]:
    anchor = one.cue or one.source
    if anchor is None or not one.content:
        return
    text = page.article.text
    for frame in frames_in(text, sentence_around(text, anchor.start)):
        if _belongs(page, frame, one):
            yield from (name for written in frame.named if (name := _name(page, frame, written, one)) is not None)


def _belongs(page: _Page, frame: Frame, one: Attribution) -> bool:
    """A frame belongs to the statement whose cue or source it touches, else to the nearest; never from inside one."""
    if any(_touch(frame.span, span) for span in one.content):
        return False
    holders = [other for other in page.attributions if _touches(frame, other)]
    if holders:
        return any(other is one or _same_words(other, one) for other in holders)
    text = page.article.text
    window = sentence_around(text, frame.span.start)
    rivals = [other for other in page.attributions if (at := other.cue or other.source) and _touch(at, window)]
    rivals = [other for other in rivals if not any(_touch(frame.span, span) for span in other.content)]
    return _gap(text, frame, one) <= min((_gap(text, frame, other) for other in rivals), default=0)


def _touches(frame: Frame, one: Attribution) -> bool:
    return any(span is not None and _touch(frame.span, span) for span in (one.cue, one.source))


def _same_words(outer: Attribution, one: Attribution) -> bool:
    return all(_inside(span, outer.content) for span in one.content)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _gap(text: str, frame: Frame, one: Attribution) -> int:
    """How far the frame is from the statement in characters; what stands behind a semicolon is far."""
    spans = [*one.content, *(span for span in (one.cue, one.source) if span is not None)]
    return min(_between(text, min(frame.span, span), max(frame.span, span)) for span in spans)


def _between(text: str, first: Span, last: Span) -> int:
    apart = ";" in text[first.end : last.start]
    return max(0, last.start - first.end) + apart * REACH


def _name(page: _Page, frame: Frame, written: str, one: Attribution) -> str | None:
    """Who is meant by what is written there; None where that is the source itself or nobody who was named."""
    text = page.article.text
    head = _head_of_source(text, one)
    at = text.index(written, frame.span.start)
    if _touch(Span(at, at + len(written)), head):
        return None
    if frame.depth == FIRST_HEARER and not re.search("[A-Z]", written) and not is_bare(written):
        return None
    if is_bare(written):
        name = last_named(text[:at], text)
    else:
        name = _described(page, written) or full_name(strip(written), text, page.speakers)
    return None if name is None or re.search(rf"\b{re.escape(name)}\b", text[slice(*head)]) else name


def _head_of_source(text: str, one: Attribution) -> Span:
    """Who the source is, without what is added of it: "Ada Brook" of "Ada Brook, quoted by QTV"."""
    if one.source is None:
        return Span(0, 0)
    added = ADDED.search(text, *one.source)
    return Span(one.source.start, added.start() if added else one.source.end)


def _described(page: _Page, written: str) -> str | None:
    """The speaker whose source reads the same elsewhere in the article."""
    for one, speaker in zip(page.attributions, page.speakers, strict=True):
        if one.source and speaker.name and page.article.text[slice(*one.source)].lower() == written.lower():
            return speaker.name
    return None
