"""Somebody's words, with where they stand. The same words in several articles are one quotation with several places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.model import Article, Span, Statement
from onrecord.publish.evidence import UNKNOWN_OUTLET, Evidence, outlet_of
from onrecord.publish.runs import Run, runs
from onrecord.publish.words import quoted

MAX_CONTEXT = 420  # characters


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands."""

    article: str
    statement: str
    outlet: str
    headline: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody is said to have said. ``direct``: they are quoted; otherwise they are the article's.

    ``anchor``: False where the page has shown the same statement before, so that only one place bears its name.

    ``runs``: the words among those of the article that attribute them, where they are the article's.
    """

    words: str
    runs: tuple[Run, ...]
    direct: bool
    speaker: str | None
    role: str | None
    party: str | None
    stance: str
    day: str | None
    relay: tuple[str, ...]
    claim: str | None
    place: Place
    also: tuple[Place, ...] = ()
    anchor: bool = True


def quotes(statements: Iterable[Statement], evidence: Evidence) -> tuple[Quote, ...]:
    """The statements as quotations in order of day; repetitions of the same words become places of the first."""
    in_order = sorted(statements, key=lambda one: evidence.day(one) or "~")
    kept: dict[tuple[str, str, str], Quote] = {}
    for one in in_order:
        key = (one.speaker.name or evidence.party(one) or "", one.stance, _letters(one.content.text))
        first = kept.get(key)
        kept[key] = quote(one, evidence) if first is None else _repeated(first, place(one, evidence))
    return tuple(kept.values())


def quote(statement: Statement, evidence: Evidence) -> Quote:
    """One statement as a quotation."""
    return Quote(
        words=statement.content.text,
        runs=() if statement.kind == "direct" else in_context(statement, evidence.articles.get(statement.article)),
        direct=statement.kind == "direct",
        speaker=statement.speaker.name,
        role=statement.speaker.role,
        party=evidence.party(statement),
        stance=statement.stance,
        day=evidence.day(statement),
        relay=statement.relay,
        claim=evidence.claims.get(statement.id),
        place=place(statement, evidence),
    )


def in_context(statement: Statement, article: Article | None) -> tuple[Run, ...]:
    """The article's own words from source and cue to content, the content marked; empty where they lie far apart."""
    parts = [part for part in (statement.content, statement.cue, statement.source) if part]
    spans = [span for part in parts for span in part.spans]
    if article is None or not spans:
        return ()
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    inside = article.text[whole.start : whole.end]
    if len(inside) > MAX_CONTEXT or "\n\n" in inside:
        return ()
    return runs(article.text, whole, statement.content.spans)


def in_plain(words: str, context: tuple[Run, ...], *, direct: bool) -> str:
    """Words where there is text alone: direct ones in quotation marks, the content among the article's in *stars*."""
    if direct:
        return quoted(words)
    if all(run.hit for run in context):
        return words
    return "".join(f"*{run.text}*" if run.hit else run.text for run in context)


def place(statement: Statement, evidence: Evidence) -> Place:
    """Where a statement stands."""
    article = evidence.articles.get(statement.article)
    outlet, headline = (outlet_of(article), article.headline) if article else (UNKNOWN_OUTLET, "")
    return Place(statement.article, statement.id, outlet, headline)


def _repeated(first: Quote, where: Place) -> Quote:
    if any(where.article == known.article for known in (first.place, *first.also)):
        return first
    return replace(first, also=(*first.also, where))


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words.casefold()).strip()
