"""The part of a record that an export is of, read piece by piece: whatever its size, little of it is in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.judging import Assessment
from onrecord.model import Article, Claim, Statement, Story
from onrecord.publish.chosen import Chosen
from onrecord.publish.judged import Decision, assessments, standing
from onrecord.store import articles, claims, judgements, pages, parties, statements, stories

PIECE = 200  # articles or claims that are read at a time


class Told(NamedTuple):
    """A statement, whom its speaker stands for as settled (else as read), and the claim it is of; None for none."""

    statement: Statement
    party: str | None
    claim: str | None


class Read(NamedTuple):
    """An article with those of its statements that are exported, in the order they were read."""

    article: Article
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Ids of what is exported. ``wholly``: articles of which every statement is; of the others, ``single`` ones are.

    ``articles`` in order of arrival, ``claims`` and ``stories`` in order of id. ``given``: what people decided.
    """

    articles: tuple[str, ...]
    claims: tuple[str, ...]
    stories: tuple[str, ...]
    wholly: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    given: tuple[Decision, ...] = ()


def part_of(conn: sqlite3.Connection, only: Chosen) -> Part:
    """What is exported where ``only`` this is wanted: a claim with its statements, a story with all in its articles."""
    given = tuple(standing(conn))
    if only.whole:
        every = tuple(one.id for one in articles.listed(conn))
        return Part(every, tuple(claims.ids(conn, "")), tuple(stories.ids(conn, "")), frozenset(every), given=given)
    told = [one for one in (stories.story(conn, id_) for id_ in only.stories) if one]
    named = claims.by_ids(conn, only.claims)
    of_stories = [one for story in told for one in claims.of_story(conn, story.id)]
    wholly = frozenset([*only.articles, *(id_ for story in told for id_ in story.articles)])
    said = statements.by_ids(conn, (id_ for one in named for id_ in one.statements))
    firsts = (at.first_article for one in (*named, *of_stories) for at in (*one.origins, *one.possible_origins))
    wanted = {*wholly, *(one.article for one in said), *firsts}
    return Part(
        tuple(articles.listed_by_ids(conn, wanted)),
        tuple(sorted({one.id for one in (*named, *of_stories)})),
        tuple(sorted(one.id for one in told)),
        wholly,
        frozenset(one.id for one in said),
        given,
    )


def articles_in(conn: sqlite3.Connection, part: Part) -> Iterator[Article]:
    """Every article of the part."""
    for ids in _pieces(part.articles):
        yield from articles.by_ids(conn, ids).values()


def read_in(conn: sqlite3.Connection, part: Part) -> Iterator[Read]:
    """Every article of the part with its statements."""
    for ids in _pieces(part.articles):
        held: dict[str, list[Statement]] = {}
        for one in statements.of_articles(conn, ids):
            if one.article in part.wholly or one.id in part.single:
                held.setdefault(one.article, []).append(one)
        said = [one.id for several in held.values() for one in several]
        party, claim = parties.party_of(conn, said), claims.claim_of(conn, said)
        for article in articles.by_ids(conn, ids).values():
            told = (
                Told(one, party.get(one.id) or one.speaker.party, claim.get(one.id)) for one in held.get(article.id, ())
            )
            yield Read(article, tuple(told))


def claims_in(conn: sqlite3.Connection, part: Part) -> Iterator[tuple[Claim, Assessment | None]]:
    """Every claim of the part, with what somebody signed of it."""
    for ids in _pieces(part.claims):
        held = claims.by_ids(conn, ids)
        assessed = assessments(held, part.given)
        yield from ((one, assessed.get(one.id)) for one in held)


def stories_in(conn: sqlite3.Connection, part: Part) -> Iterator[Story]:
    """Every story of the part."""
    for id_ in part.stories:
        story = stories.story(conn, id_)
        if story:
            yield story


def as_of(conn: sqlite3.Connection) -> str:
    """The moment of the record: when the last page came in or the last judgement was given, UTC, ISO 8601."""
    return max(pages.last_added(conn) or "", judgements.last_given(conn) or "") or "1970-01-01T00:00:00Z"


def _pieces(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + PIECE] for at in range(0, len(ids), PIECE))
