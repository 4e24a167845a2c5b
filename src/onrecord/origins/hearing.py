"""What an assertion shows of how its source came to know: features, from its words and its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Article, Span, Statement
from onrecord.origins.own import matching_rows
from onrecord.text.sentences import paragraphs, sentences

TOKEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['’][a-z]+)?|\d[\d.,]*|[?:;“”\"]")
FIRST_PERSON = frozenset({"i", "we", "us", "our", "ours", "my", "me", "myself", "ourselves", "mine"})
ITS_OWN = frozenset({"its", "his", "her", "their", "own"})
LONGEST = 400  # characters of a sentence or content that are looked at


@dataclass(frozen=True, slots=True)
class Heard:
    """An assertion in its place: what is claimed, the rest of its sentence, the sentence before; whose word it is."""

    content: str
    frame: str
    before: str
    party: str
    person: bool
    quoted: bool
    role: str


def heard(one: Statement, article: Article | None) -> Heard:
    """The assertion in its article; without an article only its own parts are known."""
    frame, before = _around(one, article) if article else (_parts(one), "")
    return Heard(
        content=one.content.text[:LONGEST],
        frame=frame[:LONGEST],
        before=before[-LONGEST:],
        party=one.speaker.party or "",
        person=bool(one.speaker.name and one.speaker.name != one.speaker.party),
        quoted=one.kind in ("direct", "mixed"),
        role=one.speaker.role or "",
    )


def _parts(one: Statement) -> str:
    return " ".join(part.text for part in (one.source, one.cue) if part)


def _around(one: Statement, article: Article) -> tuple[str, str]:
    """(the rest of its sentence, the sentence before it)."""
    start, end = one.content.spans[0].start, one.content.spans[-1].end
    within = next((found for found in paragraphs(article.text) if found.start <= start < found.end), Span(start, end))
    found = sentences(article.text, within)
    first = max((at for at, each in enumerate(found) if each.start <= start), default=0)
    ends = [each.end for each in found[first:] if each.end >= end]
    low, high = (found[first].start, ends[0] if ends else end) if found else (start, end)
    before = article.text[found[first - 1].start : found[first - 1].end] if first else ""
    return article.text[low:start] + " _ " + article.text[end:high], before


def features(said: Heard) -> dict[str, float]:
    """By name of feature its weight (1.0): words and pairs of words by place, rows of the table, person and party."""
    names = _name_words(said.party)
    content, frame, before = (_masked(text, names) for text in (said.content, said.frame, said.before))
    found = [
        *_of("c", content),
        *_of("f", frame),
        *(f"b {word}" for word in before),
        *(f"n {word}" for word in sorted(names)),
        *(f"r {word.lower()}" for word in TOKEN.findall(said.role)),
        *_rows(said),
        *_shapes(said, content),
    ]
    return dict.fromkeys(found, 1.0)


def _of(place: str, tokens: Sequence[str]) -> Iterator[str]:
    yield from (f"{place} {word}" for word in tokens)
    yield from (f"{place} {one} {other}" for one, other in pairwise(tokens))


def _rows(said: Heard) -> Iterator[str]:
    parts = {"content": said.content, "quote": said.content if said.quoted else "", "cue": said.frame}
    yield from (f"row {reading} {number}" for reading, number in matching_rows(parts))
    yield from (f"any {reading}" for reading in sorted({reading for reading, _ in matching_rows(parts)}))


def _shapes(said: Heard, content: Sequence[str]) -> Iterator[str]:
    words = set(content)
    yield "bias"
    if said.quoted:
        yield "quoted"
    if words & FIRST_PERSON:
        yield "first person"
    if words & ITS_OWN:
        yield "its own"
    if "<party>" in words:
        yield "names itself"
    if "<name>" in words:
        yield "names another"
    if not said.person:
        yield "body speaks"
    if "#" in words:
        yield "figure"
    yield f"length {min(len(content) // 5, 5)}"


def _name_words(party: str) -> frozenset[str]:
    return frozenset(word.lower() for word in TOKEN.findall(party) if len(word) > 2)


def _masked(text: str, own: frozenset[str]) -> list[str]:
    """Words in lower case; names and numbers by their kind, so that nothing is learned by its name."""
    return [
        _kind(found.group(), own, first=not text[: found.start()].strip(" “\"'_")) for found in TOKEN.finditer(text)
    ]


def _kind(word: str, own: frozenset[str], *, first: bool) -> str:
    if word[0].isdigit():
        return "#"
    if word[0].isupper() and word.lower() in own:
        return "<party>"
    if word[0].isupper() and not first and word.lower() not in FIRST_PERSON:
        return "<name>"
    return word.lower()
