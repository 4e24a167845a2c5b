"""Finds attributions in a text: content, cue and source. A rule reader; a trained one may replace these files.

The other stages know only ``tag``.
"""

from __future__ import annotations

from onrecord.model import Attribution, Span
from onrecord.statements.tagger_carried import carried
from onrecord.statements.tagger_findings import Finding, findings, spans, without_nested
from onrecord.statements.tagger_link import Piece, linked
from onrecord.statements.tagger_parse import cut, parse
from onrecord.statements.tagger_patterns import patterns
from onrecord.statements.tagger_quotes import direct_quotes
from onrecord.statements.tagger_words import Sentence
from onrecord.text.quotes import Quote, quotes_in
from onrecord.text.sentences import paragraphs

MAX_TEXT = 80_000  # characters


def tag(text: str) -> list[Attribution]:
    """The attributions of a text, in order of place. Only the first 80,000 characters are read."""
    text = text[:MAX_TEXT]
    parts: list[tuple[Span, list[Quote], frozenset[Span]]] = []
    spoken: list[tuple[Span, list[Quote]]] = []
    for paragraph in paragraphs(text):
        found = quotes_in(text, *paragraph)
        direct = direct_quotes(text, paragraph, found)
        spoken.append((paragraph, [quote for quote in found if quote.outer in direct]))
        parts += [(span, inside, direct) for span, inside in cut(text, paragraph, found)]
    pieces = [Piece(part[0], one, _read(one)) for part, one in zip(parts, parse(text, parts), strict=True)]
    return linked(text, carried(text, pieces), spoken)


def _read(sentence: Sentence) -> list[Attribution]:
    fixed, taken = patterns(sentence)
    found = without_nested(sentence, [*fixed, *findings(sentence, taken)])
    return sorted((_attribution(sentence, one) for one in found), key=_place)


def _place(attribution: Attribution) -> tuple[int, int]:
    return attribution.content[0].start, attribution.cue.start if attribution.cue else 0


def _attribution(sentence: Sentence, finding: Finding) -> Attribution:
    source = finding.source
    return Attribution(
        content=tuple(Span(*one) for one in spans(sentence, finding.content)),
        cue=sentence.span(*finding.cue),
        source=sentence.span(*source) if source else None,
    )
