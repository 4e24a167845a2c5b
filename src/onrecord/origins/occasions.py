"""Reports of a claim that are of one making: one briefing, one press release, one unnamed source, one owner."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from onrecord.knowledge.tables import table
from onrecord.model import Article, Statement
from onrecord.origins.hearing import heard
from onrecord.origins.kin import owners
from onrecord.text.likeness import terms

Key = tuple[str, ...]
Found = dict[Key, dict[str, str]]  # {what is one: {article: the words that show it}}
LEAST_WORDS = 2  # terms by which an unnamed source is called below which nothing tells it from others


def shared_occasions(
    statements: Sequence[Statement], articles: Mapping[str, Article]
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """(what is one, the articles that tell it in order of id, the words that show it), where two or more tell it."""
    for found in (_occasions(statements, articles), _unnamed(statements), _owned(articles, statements)):
        for key, held in sorted(found.items()):
            if len(held) > 1:
                yield _told(key), tuple(sorted(held)), held[min(held)]


def occasion(words: str) -> tuple[str, str] | None:
    """(kind, the words) of the occasion that a text names first in the table's order, or None."""
    for kind, pattern in _patterns():
        if match := pattern.search(words):
            return kind, match.group()
    return None


def _told(key: Key) -> str:
    kind, *rest = key
    if kind == "unnamed":
        return "go back to unnamed sources called alike, perhaps to one"
    if kind == "owner":
        return f"stand in papers of one owner, {rest[0]}"
    return f"tell what {rest[0]} said at one {kind} on {rest[1]}" if kind == "briefing" else _release(rest)


def _release(rest: Sequence[str]) -> str:
    return f"tell what {rest[0]} gave out in writing on {rest[1]}"


def _occasions(statements: Iterable[Statement], articles: Mapping[str, Article]) -> Found:
    """What a party said on one day, by the kind of occasion that the words around it name."""
    found: defaultdict[Key, dict[str, str]] = defaultdict(dict)
    for one in statements:
        day = one.said_on.day if one.said_on else None
        named = occasion(heard(one, articles.get(one.article)).frame)
        if named and day and one.speaker.party:
            found[named[0], one.speaker.party, day].setdefault(one.article, named[1])
    return found


def _unnamed(statements: Iterable[Statement]) -> Found:
    found: defaultdict[Key, dict[str, str]] = defaultdict(dict)
    for one in statements:
        called = one.source.text if one.source and not one.speaker.name and not one.speaker.party else ""
        if len(key := tuple(sorted(set(terms(called))))) >= LEAST_WORDS:
            found[("unnamed", *key)].setdefault(one.article, called)
    return found


def _owned(articles: Mapping[str, Article], statements: Iterable[Statement]) -> Found:
    """Outlets of one owner, as the table `outlet_owners` knows it; one outlet alone is nothing to tell."""
    outlets = {one.article: articles[one.article].outlet or "" for one in statements if one.article in articles}
    found: defaultdict[Key, dict[str, str]] = defaultdict(dict)
    for article, outlet in outlets.items():
        if owner := owners().get(outlet.casefold()):
            found["owner", owner][article] = outlet
    return {key: held for key, held in found.items() if len(set(held.values())) > 1}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = table("shared_occasions")
    return tuple((row["kind"], re.compile(rf"\b(?:{row['pattern']})\b", re.IGNORECASE)) for row in rows)
