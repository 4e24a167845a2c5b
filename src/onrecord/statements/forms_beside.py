"""What was found in a text, kept by paragraph while quotations are joined to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Attribution, Span
from onrecord.statements.forms_people import key_of, people_in
from onrecord.statements.forms_quoted import inner_of, quoted_paragraphs
from onrecord.text.quotes import Quote
from onrecord.text.sentences import sentences

_ASKED = re.compile(r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|inquired?|quer(?:y|ied))\b", re.IGNORECASE)
_TOLD_SOMEBODY = re.compile(r"\btold\s(?:[A-ZÀ-Þ]|him\b|her\b|them\b|me\b)")
_PRONOUN = re.compile(r"(?:He|She)(?=\s[a-z])")
_PRONOUNS = frozenset(["he", "she", "him", "her"])
_MOST_BESIDE = 400  # attributions of one paragraph that are looked at


class Ground:
    """The attributions of a text by number; joining and adding keep the numbers."""

    def __init__(self, text: str, found: list[Attribution]) -> None:
        self.text = text
        self._found: list[Attribution | None] = list(found)
        self._starts = [one.span.start for one in quoted_paragraphs(text)]
        self._by_paragraph: defaultdict[int, list[int]] = defaultdict(list)
        for number, one in enumerate(found):
            for paragraph in {self._paragraph(span.start) for span in one.content}:
                self._note(paragraph, number)

    def _paragraph(self, place: int) -> int:
        return bisect_right(self._starts, place)

    def _note(self, paragraph: int, number: int) -> None:
        if len(self._by_paragraph[paragraph]) < _MOST_BESIDE:
            self._by_paragraph[paragraph].append(number)

    def within(self, span: Span) -> list[Attribution]:
        """The attributions with content in a paragraph, in order of place."""
        numbers = self._by_paragraph[self._paragraph(span.start)]
        kept = [one for one in (self._found[number] for number in numbers) if one is not None]
        return sorted(kept, key=lambda one: one.content)

    def holder(self, quote: Quote) -> int | None:
        """The attribution that has at least half of a quotation in its content; one with a source first."""
        held: list[int] = []
        for number in self._by_paragraph[self._paragraph(quote.outer.start)]:
            one = self._found[number]
            if one is not None and _holds(one, quote):
                held.append(number)
        return min(held, key=lambda number: (self.is_loose(number), number), default=None)

    def is_held(self, quote: Quote) -> bool:
        """Whether somebody is already said to have said it."""
        holder = self.holder(quote)
        return holder is not None and not self.is_loose(holder)

    def is_loose(self, number: int) -> bool:
        """Whether an attribution is nothing but content."""
        one = self._found[number]
        return one is not None and one.cue is None and one.source is None

    def join(self, number: int, quote: Quote) -> None:
        """Adds a quotation to an attribution; what was found of it loose is taken up."""
        one = self._found[number]
        if one is None:
            return
        content = {*one.content, *self._taken(quote)}
        if not any(span.start < quote.inner.end and quote.inner.start < span.end for span in content):
            content.add(inner_of(self.text, quote))
        self._found[number] = replace(one, content=tuple(sorted(content)))
        self._note(self._paragraph(quote.outer.start), number)

    def add(self, one: Attribution, quote: Quote) -> int:
        """A new attribution of a quotation; what was found of it loose is taken up."""
        taken = self._taken(quote)
        self._found.append(replace(one, content=tuple(sorted(taken)) if taken else one.content))
        self._note(self._paragraph(quote.outer.start), len(self._found) - 1)
        return len(self._found) - 1

    def _taken(self, quote: Quote) -> tuple[Span, ...]:
        """Takes out the loose attributions of a quotation and gives what they held."""
        taken: set[Span] = set()
        for number in self._by_paragraph[self._paragraph(quote.outer.start)]:
            one = self._found[number]
            if one is not None and self.is_loose(number) and _holds(one, quote):
                taken |= set(one.content)
                self._found[number] = None
        return tuple(taken)

    def interrupted(self, number: int, quote: Quote, paragraph: Span) -> bool:
        """Whether somebody else has spoken since the words that this quotation would go on from."""
        last = self._found[number]
        if last is None:
            return True
        ends = [span.end for span in last.content if span.start < quote.outer.start]
        end = max(ends, default=quote.outer.start)
        return any(
            one.cue is not None and end < one.cue.start < quote.outer.start and one.cue != last.cue
            for one in self.within(paragraph)
        )

    def left(self) -> list[Attribution]:
        """What there is now."""
        return [one for one in self._found if one is not None]


def _holds(one: Attribution, quote: Quote) -> bool:
    inner = quote.inner
    shared = sum(max(0, min(span.end, inner.end) - max(span.start, inner.start)) for span in one.content)
    return shared * 2 >= inner.end - inner.start


def speaker_before(ground: Ground, paragraph: Span, end: int, *, unsaid: bool = True) -> Span | None:
    """The source of the sentence that ends last before ``end``: what it says, or the person it is about.

    None where it asks, tells it to somebody who may answer, or has two who could speak next. ``unsaid``: the person
    counts though the sentence says nothing for anybody.
    """
    before = [one for one in sentences(ground.text, paragraph) if one.end <= end]
    if not before:
        return None
    sentence = before[-1]
    told = ground.text[slice(*sentence)]
    if _ASKED.search(told) or _TOLD_SOMEBODY.search(told):
        return None
    sources = [one.source for one in ground.within(paragraph) if one.source and _stands_in(one.source, sentence)]
    if sources:
        keys = {key_of_source(ground.text, source) for source in sources}
        return sources[-1] if len(keys) == 1 else None
    return _subject(ground.text, sentence) if unsaid else None


def _stands_in(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start and span.end <= sentence.end


def _subject(text: str, sentence: Span) -> Span | None:
    """The person a sentence begins with, where it names no other."""
    people = _people_between(text, sentence)
    pronoun = _PRONOUN.match(text, *sentence)
    if pronoun and not people:
        return Span(*pronoun.span())
    if len({text[slice(*one)] for one in people}) != 1 or people[0].start - sentence.start > 40:
        return None
    opening = text[sentence.start : people[0].start]
    return people[0] if "," not in opening and len(opening.split()) <= 4 else None


def _people_between(text: str, sentence: Span) -> Sequence[Span]:
    everyone = people_in(text)
    first = bisect_right(everyone, sentence.start - 1, key=lambda one: one.span.start)
    kept: list[Span] = []
    for one in everyone[first:]:
        if one.span.start >= sentence.end:
            break
        kept.append(one.span)
    return kept


def key_of_source(text: str, source: Span) -> str:
    """What keeps a source together over mentions; empty for he and she."""
    words = text[slice(*source)]
    return "" if words.lower() in _PRONOUNS else key_of(words.split(",")[0])


def may_go_on(first: str, second: str) -> bool:
    """Whether two keys can be one speaker: the same name, or one of them he or she."""
    return first == second or not first or not second
