"""What is carried on over a semicolon: "Nothing had been found, she said; the search would go on."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Attribution, Span
from onrecord.statements.tagger_content import trimmed
from onrecord.statements.tagger_link import Piece

_OWN_VOICE = ("i", "we", "you")
_SHIFTED = ("was", "were", "had", "would", "could", "might")  # the tenses of reported speech; else the writer goes on


def carried(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with the part behind a semicolon given to whoever was said to speak before it, if nobody else is."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        found = _carried_on(text, last, piece) if last is not None else None
        made.append(replace(piece, found=[found]) if found else piece)
    return made


def _carried_on(text: str, last: Piece, piece: Piece) -> Attribution | None:
    if piece.found or not last.found or not text[slice(*last.span)].rstrip().endswith(";"):
        return None
    if text[last.span.end : piece.span.start].strip() or "\n" in text[last.span.end : piece.span.start]:
        return None
    before = last.found[-1]
    content = _clause(piece)
    if (
        before.cue is None
        or text[slice(*before.cue)].lower() == "according to"
        or before.source is None
        or content is None
        or not _open_to_the_end(text, last, before)
    ):
        return None
    return Attribution((content,), before.cue, before.source)


def _clause(piece: Piece) -> Span | None:
    """The part as a whole where it is a clause in a tense of reported speech and holds no quotation."""
    words = piece.sentence.words
    region = trimmed(piece.sentence, 0, len(words) - 1) if words else None
    if region is None or any(word.quote is not None or word.lower in _OWN_VOICE for word in words):
        return None
    finite = next((at for at, word in enumerate(words) if word.is_finite), 0)
    opens = words[0].tag not in ("CC", "WDT", "WP", "IN", "VBG", "VBN") and words[0].lower not in ("that", "this")
    return piece.sentence.span(*region) if opens and finite and words[finite].lower in _SHIFTED else None


def _open_to_the_end(text: str, last: Piece, before: Attribution) -> bool:
    """Whether the words said, or "she said" itself, stand last before the semicolon, and the words are no quotation."""
    ends = [place.end for place in (before.content[-1], before.cue, before.source) if place is not None]
    quoted = text[max(0, before.content[-1].start - 1)] in '“"«„'
    return not quoted and len(text[max(ends) : last.span.end].split()) <= 3
