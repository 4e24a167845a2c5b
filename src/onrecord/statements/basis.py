"""The words by which a source, or the text about it, tells on what its statement rests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeAlias

from onrecord.knowledge.tables import table
from onrecord.model import Attribution, Span
from onrecord.statements.around import sentence_around
from onrecord.statements.relays_outlets import is_outlet

Patterns: TypeAlias = "dict[str, tuple[re.Pattern[str], ...]]"

END = (
    r"(?:that|which|who|whom|whose|where|when|while|said|says|told|adds?|added|but|as|after|before|is|was|are|were|has"
    r"|had|have|will|would|shows?|showed|suggests?|on \w+day|reported|quoted|wrote|it|he|she|they|we|I)\b"
)
WORD = r"[\w&%$€£][\w&.%’'/-]*(?<![.’'/-])"
PHRASE = rf"(?:(?!{END}){WORD})(?: (?!{END}){WORD}){{0,6}}"
OWNER = r"(?:an?|the|this|that|its|their|his|her|our|my|two|three|some|several|what)"
THING = rf"(?=(?-i:(?:{OWNER} )?(?:[A-Z][\w.’'-]* ){{0,4}}(?!{END})[a-z]{{2,}})){PHRASE}"
WHO = rf"(?:(?:{OWNER} ){{0,1}}(?-i:[A-Z])[\w&.’'-]*(?<![.’'-])(?: (?-i:[A-Z])[\w&’'-]*){{0,4}}|{THING})"
WITHOUT = re.compile(r"\b(?:without|not|never|n['’]t)\s+\Z", re.I)
CITING = re.compile(r"citing ", re.I)
READER = (
    r"(?:(?:the )?(?-i:[A-Z])[\w&.’'-]*(?<![.’'-])(?: (?-i:[A-Z])[\w&’'-]*){0,4}"
    r"|(?:this|the) (?:newspaper|paper|agency|news agency|daily|broadcaster|network)|reporters|journalists|us)\b"
)


@cache
def _patterns() -> Patterns:
    found: dict[str, list[re.Pattern[str]]] = {}
    for row in table("basis"):
        pattern = row["pattern"].replace("{thing}", THING).replace("{who}", WHO).replace("{reader}", READER)
        found.setdefault(row["where"], []).append(re.compile(rf"(?<![\w’'-])(?:{pattern})", re.I))
    return {where: tuple(some) for where, some in found.items()}


def basis_of(text: str, attribution: Attribution) -> tuple[str, ...]:
    """Words of the text that tell on what the statement rests ("citing satellite images"), in order, each once.

    Looked for in what is said, in what names the source, and in the sentence of the cue around what is said.
    """
    spans = [*_places(text, attribution)]
    kept = [one for one in spans if not any(_within(one, other) for other in spans if other != one)]
    return tuple(dict.fromkeys(re.sub(r"\s+", " ", text[start:end]) for start, end in sorted(set(kept))))


def _places(text: str, attribution: Attribution) -> Iterator[Span]:
    for span in attribution.content:
        yield from _found(text, "content", span)
    if attribution.source is not None:
        yield from _found(text, "source", attribution.source)
    anchor = attribution.cue or attribution.source
    if anchor is not None:
        around = sentence_around(text, anchor.start)
        beside = _found(text, "beside", around)
        yield from (one for one in beside if not any(_touch(one, span) for span in attribution.content))


def _found(text: str, where: str, span: Span) -> Sequence[Span]:
    matches = (match for pattern in _patterns()[where] for match in pattern.finditer(text, *span))
    return [Span(*match.span()) for match in matches if _tells(text, match)]


def _tells(text: str, match: re.Match[str]) -> bool:
    """Not "without relying on", and not an outlet cited: that one is in the relay chain."""
    if WITHOUT.search(text, max(0, match.start() - 12), match.start()):
        return False
    cited = CITING.match(match.group())
    return cited is None or not is_outlet(text, match.group()[cited.end() :])


def _within(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
