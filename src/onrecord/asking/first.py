"""Who reported it first, as others name it: "first reported by X", "according to a story in X", a chain of relays."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.asking.answer import FirstReport
from onrecord.asking.question import Question
from onrecord.asking.sentence_features import coverage, stems_of
from onrecord.knowledge.tables import table
from onrecord.model import Article, Passage, Span, Statement
from onrecord.text.sentences import sentences

WEIGHTS = {"first": 3.0, "prints": 2.0, "source": 2.0, "names": 1.0}
OUTLETS = frozenset(("first", "prints"))  # kinds of frames in which nobody but an outlet stands
RELAYED = 2.0
MOST = 5  # outlets that are told
MOST_SENTENCES = 80
LONGEST = 1_000  # characters of a sentence that are looked at, and of an article:
MOST_TEXT = 20_000
# Every part of a name is bounded, and a word is taken whole or not at all: in words without end each letter would be
# tried as the beginning of a name, and each as its end.
_SIGNED = r"(?:[&.+-]{1,3}\w{1,40}+)"
NAME = (
    r"(?:[Tt]he )?(?P<outlet>"
    r"(?:(?:al-)?[A-Z0-9][\w&+-]{0,40}+|[a-z]{1,40}+\.[a-z]{2,3})(?:[.'’](?!s\b)\w{1,40}+){0,4}"
    rf"(?: (?:of the |and |for |& )?[A-Z0-9](?:\w{{1,40}}+{_SIGNED}{{0,3}}+|{_SIGNED}{{1,3}}+)){{0,4}})"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where an outlet is named for the report."""

    outlet: str
    weight: float
    article: str
    span: Span
    shown: bool  # the frame itself shows an outlet


@cache
def _frames() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = table("report_frames")
    return tuple((row["kind"], re.compile(framed(row["pattern"]))) for row in rows)


def framed(pattern: str) -> str:
    """The regular expression of a row of the table, with a group "outlet"."""
    return (r"\b" if pattern[0] != "{" else "") + pattern.replace("{outlet}", NAME)


@cache
def _days() -> frozenset[str]:
    """Names of days and months: "a report in May" names no outlet."""
    return frozenset(row["word"].casefold() for row in table("common_words") if row["kind"] == "day")


@cache
def _outlet_words() -> re.Pattern[str]:
    rows = [row for row in table("outlets") if row["kind"] in ("name", "whole", "lead")]
    return re.compile(rf"\b(?:{'|'.join(re.escape(row['word']) for row in rows)})\b")


def key_of(name: str) -> str:
    """A name without article, spaces, signs and the ending of a host, folded: "The Harrow Post" is "harrowpost"."""
    bare = re.sub(r"^(?:www\.)?(?:the )?", "", name.casefold())
    bare = re.sub(r"\.(?:com|org|net|co\.uk|co|tv|info)\b.*$", "", bare)
    return re.sub(r"[\W_]+", "", bare)


def namings(article: Article) -> Iterator[Naming]:
    """Every place of an article where a name stands in a frame of reporting; its own outlet is left out."""
    own = key_of(article.outlet or "")
    for sentence in sentences(article.text, Span(0, min(len(article.text), MOST_TEXT)))[:MOST_SENTENCES]:
        text = article.text[slice(*sentence)][:LONGEST]
        for kind, frame in _frames():
            for found in frame.finditer(text):
                if key_of(found["outlet"]) not in ("", own):
                    yield Naming(found["outlet"], WEIGHTS[kind], article.id, sentence, kind in OUTLETS)


def first_reports(
    asked: Question, articles: Sequence[Article], statements: Sequence[Statement], *, outlets: Collection[str] = ()
) -> tuple[FirstReport, ...]:
    """The outlets most named for the report, most first: each article counts once for an outlet, by its firmest words.

    A name is an outlet's where the record has it as one (``outlets``: further ones that are known), a table knows it, a
    statement came through it, or the words around it show one. A short name joins the one longer name that ends so.
    """
    texts = {one.id: one for one in articles}
    found = [one for article in articles for one in namings(article)] + list(_relayed(statements, texts))
    people = {key_of(one.speaker.name) for one in statements if one.speaker.name and one.speaker.role}
    known = {key_of(one) for one in outlets} | {key_of(one.outlet) for one in articles if one.outlet}
    known |= {key_of(name) for one in statements for name in one.relay} - people
    kept = [one for one in found if _is_outlet(one, known, people)]
    longer = _longer({key_of(one.outlet) for one in kept})
    by_outlet: defaultdict[str, list[Naming]] = defaultdict(list)
    for one in kept:
        by_outlet[longer[key_of(one.outlet)]].append(one)
    ranked = sorted(by_outlet.items(), key=lambda pair: (-_weight(pair[1]), pair[0]))
    return tuple(_told(asked, some, texts) for _, some in ranked[:MOST])


def _is_outlet(one: Naming, known: Collection[str], people: Collection[str]) -> bool:
    key = key_of(one.outlet)
    if key in known or f"the{key}" in known:
        return True
    if key in people or not re.search(r"[a-z]{2}", key) or key in _days():
        return False
    return one.shown or _outlet_words().search(one.outlet) is not None or one.outlet.endswith((".com", ".org", ".net"))


def _longer(keys: Collection[str]) -> dict[str, str]:
    """Each key with the one that it is short for: itself, unless exactly one other ends with it."""
    found = {}
    for key in keys:
        ending = [other for other in keys if other != key and other.endswith(key)]
        found[key] = ending[0] if len(ending) == 1 else key
    return found


def _relayed(statements: Sequence[Statement], texts: dict[str, Article]) -> Iterator[Naming]:
    for one in statements:
        if one.article in texts and one.content.spans:
            for name in one.relay:
                yield Naming(name, RELAYED, one.article, one.content.spans[0], shown=False)


def _weight(some: Sequence[Naming]) -> float:
    firmest: dict[str, float] = {}
    for one in some:
        firmest[one.article] = max(firmest.get(one.article, 0.0), one.weight)
    return sum(firmest.values())


def _told(asked: Question, some: Sequence[Naming], texts: dict[str, Article]) -> FirstReport:
    def rank(one: Naming) -> tuple[int, float, float, str, Span]:
        near = coverage(asked, set(stems_of(texts[one.article].text[slice(*one.span)])))
        return (-len(key_of(one.outlet)), -one.weight, -near, one.article, one.span)

    best = min(some, key=rank)
    words = Passage(texts[best.article].text[slice(*best.span)], (best.span,))
    return FirstReport(best.outlet, tuple(sorted({one.article for one in some})), best.article, words)
