"""Who reported it first, as others name it: "first reported by X", "according to a story in X", a chain of relays."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.asking.answer import FirstReport
from onrecord.asking.question import Question
from onrecord.asking.sentence_features import coverage, stems_of
from onrecord.knowledge.tables import table
from onrecord.model import Article, Passage, Span, Statement
from onrecord.text.sentences import sentences

WEIGHTS = {"first": 3.0, "source": 2.0, "names": 1.0}
RELAYED = 2.0
MOST = 5  # outlets that are told
MOST_SENTENCES = 80
NAME = (
    r"(?:[Tt]he )?(?P<outlet>(?:[A-Z0-9][\w&+-]*|[a-z]+\.[a-z]{2,3})(?:[.'’](?!s\b)\w+)*"
    r"(?: (?:of the |of |and |for |& )?[A-Z0-9][\w&.+-]*\w){0,4})"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where an outlet is named for the report."""

    outlet: str
    weight: float
    article: str
    span: Span


@cache
def _frames() -> tuple[tuple[float, re.Pattern[str]], ...]:
    rows = table("report_frames")
    return tuple((WEIGHTS[row["kind"]], re.compile(framed(row["pattern"]))) for row in rows)


def framed(pattern: str) -> str:
    """The regular expression of a row of the table, with a group "outlet"."""
    return (r"\b" if pattern[0] != "{" else "") + pattern.replace("{outlet}", NAME)


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
    for sentence in sentences(article.text, Span(0, len(article.text)))[:MOST_SENTENCES]:
        text = article.text[slice(*sentence)]
        for weight, frame in _frames():
            for found in frame.finditer(text):
                if key_of(found["outlet"]) not in ("", own):
                    yield Naming(found["outlet"], weight, article.id, sentence)


def first_reports(
    asked: Question, articles: Sequence[Article], statements: Sequence[Statement]
) -> tuple[FirstReport, ...]:
    """The outlets most named for the report, most first: each article counts once for an outlet, by its firmest words.

    A name is an outlet's where the record has it as one, a table knows it, or a statement came through it.
    """
    texts = {one.id: one for one in articles}
    known = {key_of(one.outlet) for one in articles if one.outlet}
    found = [one for article in articles for one in namings(article)] + list(_relayed(statements, texts))
    people = {key_of(one.speaker.name) for one in statements if one.speaker.name and one.speaker.role}
    passing = {key_of(name) for one in statements for name in one.relay} - people
    by_outlet: defaultdict[str, list[Naming]] = defaultdict(list)
    for one in found:
        key = key_of(one.outlet)
        if (
            key in known | passing
            or _outlet_words().search(one.outlet)
            or one.outlet.endswith((".com", ".org", ".net"))
        ):
            by_outlet[key].append(one)
    ranked = sorted(by_outlet.items(), key=lambda pair: (-_weight(pair[1]), pair[0]))
    return tuple(_told(asked, some, texts) for _, some in ranked[:MOST])


def _relayed(statements: Sequence[Statement], texts: dict[str, Article]) -> Iterator[Naming]:
    for one in statements:
        if one.article in texts and one.content.spans:
            for name in one.relay:
                yield Naming(name, RELAYED, one.article, one.content.spans[0])


def _weight(some: Sequence[Naming]) -> float:
    firmest: dict[str, float] = {}
    for one in some:
        firmest[one.article] = max(firmest.get(one.article, 0.0), one.weight)
    return sum(firmest.values())


def _told(asked: Question, some: Sequence[Naming], texts: dict[str, Article]) -> FirstReport:
    def rank(one: Naming) -> tuple[float, float, str, Span]:
        near = coverage(asked, set(stems_of(texts[one.article].text[slice(*one.span)])))
        return (-one.weight, -near, one.article, one.span)

    best = min(some, key=rank)
    words = Passage(texts[best.article].text[slice(*best.span)], (best.span,))
    return FirstReport(best.outlet, tuple(sorted({one.article for one in some})), best.article, words)
