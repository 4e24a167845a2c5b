"""The source's stance toward what is claimed: by the cue, else by the words of the content."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Attribution, Span, Stance
from onrecord.statements.stance_content import by_content, is_wished, passes_on, was_wrong
from onrecord.statements.stance_context import answered_ranks, by_context
from onrecord.statements.stance_cue import by_cue, finds, owns_up
from onrecord.statements.stance_named import by_act, by_name, by_source, gives_name, is_witness, turns_down

MOST, LONGEST, LONGEST_SENTENCE = 40, 5000, 800  # pieces and characters: pages can be hostile
QUOTE_MARK = re.compile(r"[\"“”]")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’]*\s+(?=[\"“A-Z])")


def stance_of(text: str, attribution: Attribution) -> Stance:
    """The stance of the source, as of this statement; "asserts" where no word says otherwise.

    First what the cue alone settles ("denied", "declined to comment"), then the words of the content, in the order of
    the tables stance_cues, stance_verbs and stance_phrases; negation and hedges count in the main clause alone.
    """
    sentences = content_sentences(text, attribution.content)
    return _by_cue(text, attribution, sentences) or _by_words(text, attribution, sentences) or "asserts"


def content_sentences(text: str, spans: Sequence[Span]) -> list[str]:
    """The sentences of the content, without quotation marks; what is beyond all reason is cut off."""
    pieces = [text[start : min(end, start + LONGEST)].strip() for start, end in spans[:MOST]]
    joined = "".join(piece + ("\n" if piece.endswith((".", "!", "?", "”", '"')) else " ") for piece in pieces)
    whole = [one for one in SENTENCE_END.split(joined) if one.strip()]
    return [QUOTE_MARK.sub("", one[:LONGEST_SENTENCE]) for one in whole]


def _by_cue(text: str, attribution: Attribution, sentences: Sequence[str]) -> Stance | None:
    """What the cue settles, unless what follows is a wish ("believes that it should") or an offer ("rejected it")."""
    cue = attribution.cue
    if cue is None:
        return None
    settled = by_cue(text, attribution)
    if settled == "suggests" and is_wished(sentences):
        return "other"
    if settled in ("denies", "doubts", "withdraws") and turns_down(text, cue, sentences):
        return "other"
    return settled or by_name(text, cue, sentences)


def _by_words(text: str, attribution: Attribution, sentences: Sequence[str]) -> Stance | None:
    cue, source = attribution.cue, attribution.source
    witnessed = is_witness(text, source) or finds(text, cue)
    conceded = owns_up(text, cue)
    answers = answered_ranks(text, attribution, sentences)
    found = by_content(sentences, conceded=conceded, witnessed=witnessed, answers=answers)
    if found == "denies" and conceded:
        return "withdraws" if was_wrong(sentences) else "asserts"
    if found in (None, "suggests") and source is None and passes_on(sentences):
        return "relays"
    return (
        found
        or by_source(text, attribution)
        or gives_name(text, cue, sentences)
        or by_act(text, cue, sentences)
        or by_context(text, attribution, sentences)
    )
