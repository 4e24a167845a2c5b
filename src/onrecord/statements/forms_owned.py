"""Whose a quotation is beyond doubt: a speaker and a verb of saying stand right behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Attribution, Span
from onrecord.statements.forms_people import speech_forms
from onrecord.statements.forms_quoted import inner_of
from onrecord.text.quotes import Quote, quotes_in
from onrecord.text.sentences import paragraphs

_NAME = (
    r"(?:[A-Z][\w’'-]*\.?(?: [A-Z][\w’'-]*){0,4}|[Hh]e|[Ss]he|[Tt]hey"
    r"|[Tt]he [a-z]+(?: (?!was|is|were|are|had|has|of)[a-z]+)?)"
)
_CUED = re.compile(
    rf" (?:(?P<name>{_NAME}) (?:also |then |later )?(?P<verb>[a-z]+)\b|(?P<said>[a-z]+) (?P<named>{_NAME}))(?=[\s.,;:])"
)


def cued_behind(text: str, quote: Quote) -> Attribution | None:
    """A quotation that has a speaker and a verb of saying right behind it is theirs: '"It is new," Peter Reel said.'"""
    behind = _CUED.match(text, quote.outer.end)
    if behind is None or text[quote.inner.end - 1] not in ",?!":
        return None
    name, verb = ("name", "verb") if behind["verb"] else ("named", "said")
    if behind[verb] not in speech_forms():
        return None
    return Attribution((inner_of(text, quote),), Span(*behind.span(verb)), Span(*behind.span(name)))


def with_owned_quotations(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without the quotations that are somebody else's by the words right behind them.

    Who owns a quotation that is taken from another gets it, where no attribution of theirs holds it.
    """
    owners = [
        owner
        for paragraph in paragraphs(text)
        for quote in quotes_in(text, *paragraph)
        if (owner := cued_behind(text, quote)) is not None
    ]
    made = list(found)
    for owner in owners:
        made = _with_owner(made, owner)
    return made


def _with_owner(found: list[Attribution], owner: Attribution) -> list[Attribution]:
    held = [one for one in found if any(_overlap(span, owner.content[0]) for span in one.content)]
    if not held:
        return found
    rightly = [one for one in held if one.cue is not None and owner.cue is not None and _overlap(one.cue, owner.cue)]
    freed = [_without(one, owner.content[0]) for one in held if one not in rightly and len(one.content) > 1]
    robbed = [one for one in held if one not in rightly and len(one.content) > 1]
    kept = [one for one in found if one not in robbed] + [one for one in freed if one.content]
    return kept if rightly or not robbed else [*kept, owner]


def _without(one: Attribution, span: Span) -> Attribution:
    return replace(one, content=tuple(piece for piece in one.content if not _overlap(piece, span)))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
