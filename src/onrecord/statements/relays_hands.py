"""Attributions put right where one passes on another's words: the source is who said them, not who passes them on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.model import Attribution, Span
from onrecord.statements.around import sentence_around
from onrecord.statements.relays_outlets import is_outlet

NO_MARK = r"(?:[^.;:!?\n\"“”]|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z])\.)"
SAYING = r"(?:saying|having said|reporting|having reported|writing|having written|adding|claiming|having told|telling)"
HAND = r"(?:,? (?:from|citing|quoting) (?P<hand>[^,.;:\n]{2,60}),)?"
QUOTED = re.compile(
    r"\b(?P<word>quot(?:es|ed|ing)|cit(?:es|ed|ing)) "
    rf"(?P<who>(?!as\b|by\b|in\b|on\b)(?:(?!quot|cit[ei]){NO_MARK}){{2,120}}?),? as "
    rf"{SAYING}\b{HAND}(?:(?: {NO_MARK}{{0,50}}?)? that\b)?\s*"
)
PASSIVE = re.compile(
    r"\b(?:was|were|is|are|has been|have been|had been) (?:[a-z]+ )?(?:quoted|cited)\b"
    rf"(?: {NO_MARK}{{0,80}}?)? as {SAYING}\b(?: (?:by|in|on) {NO_MARK}{{2,60}}? that\b| that\b)?\s*"
)
CITING = re.compile(
    r"\b(?:[Cc]iting|[Qq]uoting) (?P<who>[^,;:!?\n\"“”]{2,100}?)(?=,|\.(?:\s|\Z)|[;:\n]| that\b| said\b|\Z)"
)
REPORTING = re.compile(r"\b(?:report|sa(?:id|ys)|wr[oi]te|reveal|cit|quot|according|claim)", re.I)
TELLER = re.compile(
    r", (?P<who>(?:[A-Z]|(?:the|an?|its|his|her|their|one|two|he|she)\b)[^,;:\"“”]{0,60}(?:, [^,;:\"“”]{2,60},)?)"
    r" (?P<cue>told|said)\b[^.,;:\"“”]{0,60}\Z"
)
LEAD = re.compile(r"(?:But|And|Meanwhile,|Later,|Earlier,|(?:On|In|At) [^,]{1,40},)\s+")
NO_NAME = re.compile(r"\b(?:said|says|told|that|who|which|if|when|after|before|because)\b")
PAPERS = re.compile(
    r"\b(?:documents?|papers?|records?|data|figures|footage|images?|pictures|letters?|reports?|files?|filings?|memos?|emails?"
    r"|e-mails|statistics|estimates?|minutes|transcripts?|surveys?|studies|study|statements?|reasons?|concerns?|fears"
    r"|lack|need|risks?|costs?|law|rules)\b",
    re.I,
)
LONGEST_SOURCE = 120
LONGEST_TOLD = 1_000
FEW = 7  # words that an outlet's own sentence may have beside the one it carries
WORD = re.compile(r"\w+")


def with_first_hands(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with whoever is quoted, cited or told of as source, where the text names who passes them on.

    "QTV quoted Ada Brook as saying it sank": Ada Brook. "QTV reported, citing two sailors, that it sank": the sailors.
    "It sank, Ada Brook told the council, according to QTV": Ada Brook. The outlet stays in the sentence, where the
    chain of relays is read from.
    """
    actives, passives = list(QUOTED.finditer(text)), list(PASSIVE.finditer(text))
    quoted = (new for one in found if (new := _quoted(text, one, actives)) is not None)
    cited = (_cited(text, _quoted_by(text, one, passives)) for one in quoted)
    mended = [one for one in cited if one is not None]
    mended = [_told(text, one, mended) for one in mended]
    return list(_once(one for one in mended if not _only_carries(text, one, mended)))


def _once(found: Iterable[Attribution]) -> Iterator[Attribution]:
    seen = set()
    for one in found:
        if one.content not in seen:
            seen.add(one.content)
            yield one


# ---------------------------------------------------------------- "QTV quoted Ada Brook as saying"


def _quoted(text: str, one: Attribution, frames: Sequence[re.Match[str]]) -> Attribution | None:
    """None where nothing is left but who is quoted."""
    frame = next((frame for frame in frames if _is_of(text, one, frame)), None)
    if frame is None:
        return one
    kept = _behind(text, one.content, frame.end())
    cue = Span(*frame.span("word"))
    return replace(one, content=kept, cue=cue, source=_of(frame, "hand", "who")) if kept else None


def _is_of(text: str, one: Attribution, frame: re.Match[str]) -> bool:
    """Whether the cue or source is in the frame and the words are those that it leads to, or who is quoted."""
    at = Span(*frame.span())
    if one.cue is not None and not _touch(one.cue, at):
        return False
    return any(_touch(piece, Span(frame.start(), frame.end() + 2)) for piece in one.content)


def _behind(text: str, pieces: Iterable[Span], at: int) -> tuple[Span, ...]:
    """What of the pieces lies behind a place."""
    cut = (Span(max(piece.start, at), piece.end) for piece in pieces if piece.end > at)
    return tuple(piece for piece in cut if re.search(r"\w", text[slice(*piece)]))


def _of(frame: re.Match[str], *groups: str) -> Span:
    return next(Span(*frame.span(group)) for group in groups if frame[group])


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


# ---------------------------------------------------------------- "Ada Brook was quoted by QTV as saying"


def _quoted_by(text: str, one: Attribution, frames: Sequence[re.Match[str]]) -> Attribution:
    cue = one.cue
    frame = next((frame for frame in frames if cue is not None and _touch(cue, Span(*frame.span()))), None)
    kept = _behind(text, one.content, frame.end()) if frame else ()
    who = _subject(text, frame.start()) if frame else None
    if not kept or who is None or not any(piece.start <= frame.end() + 2 for piece in kept if frame):
        return one
    return replace(one, content=kept, source=who)


def _subject(text: str, at: int) -> Span | None:
    """Who is named between the beginning of the sentence and a place, if nothing but a name stands there."""
    start = sentence_around(text, at).start
    lead = LEAD.match(text, start, at)
    start = lead.end() if lead else start
    words = text[start:at].rstrip(" ,")
    return (
        None if not words or len(words) > LONGEST_SOURCE or NO_NAME.search(words) else Span(start, start + len(words))
    )


# ---------------------------------------------------------------- "QTV reported, citing two sailors"


def _cited(text: str, one: Attribution) -> Attribution | None:
    """With who is cited as source, if an outlet reports it; None where nothing is left but who is cited."""
    if one.cue is None or not REPORTING.search(text, *one.cue) or not _by_outlet(text, one):
        return one
    window = sentence_around(text, one.cue.start)
    frame = CITING.search(text, *window)
    if frame is None:
        return one
    kept = tuple(_without(text, one.content, Span(*frame.span())))
    if not kept:
        return None
    named = not PAPERS.search(frame["who"]) and not is_outlet(text, frame["who"])
    return replace(one, content=kept, source=_of(frame, "who")) if named else one


def _by_outlet(text: str, one: Attribution) -> bool:
    """Whether an outlet is the source, or the cue is the citing itself."""
    if one.cue is not None and CITING.match(text, one.cue.start):
        return True
    return one.source is not None and is_outlet(text, text[slice(*one.source)][:LONGEST_SOURCE])


def _without(text: str, pieces: Iterable[Span], gone: Span) -> Iterator[Span]:
    for piece in pieces:
        if not _touch(piece, gone):
            yield piece
            continue
        before = text[piece.start : gone.start].rstrip(" ,")
        that = re.compile(r"[\s,]*(?:that\b)?\s*").match(text, gone.end)
        start = that.end() if that else gone.end
        yield from (Span(piece.start, piece.start + len(words)) for words in (before,) if re.search(r"\w", words))
        yield from (Span(at, piece.end) for at in (start,) if re.search(r"\w", text[at : piece.end]))


# ---------------------------------------------------------------- "it sank, Ada Brook told us, according to QTV"


def _told(text: str, one: Attribution, every: Sequence[Attribution]) -> Attribution:
    """With who tells it inside the content as source, where only who passes it on was seen."""
    last = one.content[-1]
    if one.cue is None or not REPORTING.search(text, *one.cue) or last.end > one.cue.start:
        return one
    words = text[max(last.start, last.end - LONGEST_TOLD) : last.end].rstrip(" ,")
    base = max(last.start, last.end - LONGEST_TOLD)
    inner = TELLER.search(words)
    if inner is None or not inner.start() or any(_inside(other, last) for other in every if other is not one):
        return one
    who, cue = ((base + start, base + end) for start, end in (inner.span("who"), inner.span("cue")))
    source = Span(who[0], who[0] + len(inner["who"].rstrip(",")))
    return replace(
        one, content=(*one.content[:-1], Span(last.start, base + inner.start())), cue=Span(*cue), source=source
    )


def _only_carries(text: str, outer: Attribution, every: Sequence[Attribution]) -> bool:
    """Whether an outlet's words are hardly more than what somebody else, found too, says in them."""
    if outer.source is None or not is_outlet(text, text[slice(*outer.source)][:LONGEST_SOURCE]):
        return False
    size = sum(len(WORD.findall(text[slice(*piece)])) for piece in outer.content)
    for one in every:
        parts = [*one.content, *(part for part in (one.cue, one.source) if part is not None)]
        if one is outer or one.source is None or not all(_within(part, outer.content) for part in parts):
            continue
        if size - sum(len(WORD.findall(text[slice(*part)])) for part in parts) <= FEW:
            return True
    return False


def _within(part: Span, places: Sequence[Span]) -> bool:
    return any(place.start <= part.start and part.end <= place.end for place in places)


def _inside(other: Attribution, place: Span) -> bool:
    return all(place.start <= piece.start and piece.end <= place.end for piece in other.content)
