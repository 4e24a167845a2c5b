"""An article: the story with every statement marked where it stands, and in the margin who said it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Article, Copy, HeadlineGap, Statement, Topic
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.edited import EditView, edits_of
from onrecord.publish.evidence import Evidence, outlet_of
from onrecord.publish.in_place import paragraphs
from onrecord.publish.judged import Decision, by_statement, standing
from onrecord.publish.related import related_articles
from onrecord.publish.rendering import render
from onrecord.publish.structure import Section, sections
from onrecord.publish.versions import chain_of
from onrecord.store import articles as held_articles
from onrecord.store import claims as held_claims
from onrecord.store import copies as held_copies
from onrecord.store import statements as held_statements
from onrecord.store import stories as held_stories
from onrecord.store.articles import Listed
from onrecord.stories import media_topics

SURE = 0.85
FAIRLY_SURE = 0.5
NEAR = 6  # edits shown before and after a version; a live page may have hundreds


@dataclass(frozen=True, slots=True)
class Note:
    """What the margin says about a statement. ``said_because``: why that day."""

    number: int
    statement: Statement
    party: str | None
    claim: str | None
    wording: str | None
    said_because: tuple[str, ...]
    decided: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Other:
    """Another article: a copy of this one, the one it copies, a version of it, a neighbour in its story."""

    id: str
    outlet: str
    headline: str
    day: str | None
    relation: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What the page of an article shows; ``notes`` by statement id."""

    article: Article
    outlet: str
    sure: str
    sections: tuple[Section, ...]
    notes: Mapping[str, Note]
    unplaced: tuple[Note, ...]
    repeats: tuple[Other, ...]
    repeated_by: tuple[Other, ...]
    versions: tuple[Other, ...]
    edits: tuple[EditView, ...]
    media_topics: tuple[Topic, ...]
    more: tuple[Other, ...]
    related: tuple[Other, ...]
    story: str | None
    story_title: str | None
    headlines: tuple[HeadlineGap, ...] = ()


def article_page(conn: sqlite3.Connection, to: Addresses, id_: str) -> str | None:
    """The page of an article; None where there is no such article."""
    article = held_articles.article(conn, id_)
    if article is None:
        return None
    return render("article.html", to, {"view": _view(conn, article)})


def _view(conn: sqlite3.Connection, article: Article) -> ArticleView:
    statements = held_statements.of_article(conn, article.id)
    around = evidence.of_statements(conn, statements)
    claims = held_claims.by_ids(conn, around.claims.values())
    notes = notes_of(around, {claim.id: claim.wording for claim in claims})
    by_hand = by_statement(standing(conn))
    notes = {id_: replace(note, decided=by_hand.get(id_, ())) for id_, note in notes.items()}
    cut = paragraphs(article.text, statements)
    placed = {id_ for paragraph in cut for id_ in paragraph.notes}
    edges = held_copies.copies(conn)
    story_id = held_stories.story_of(conn, article.id)
    story = held_stories.story(conn, story_id) if story_id else None
    held = set(story.articles) if story else set()
    found = [one.article for one in related_articles(conn, article.id)]
    return ArticleView(
        article=article,
        outlet=outlet_of(article),
        sure=sureness(article),
        sections=sections(cut, article.parts),
        notes=notes,
        unplaced=tuple(note for id_, note in notes.items() if id_ not in placed),
        repeats=_others(conn, [(edge.of, edge) for edge in edges if edge.article == article.id]),
        repeated_by=_others(conn, [(edge.article, edge) for edge in edges if edge.of == article.id]),
        versions=_others(conn, [(one, None) for one in chain_of(conn, article.id)]),
        edits=edits_of(conn, article.id, near=NEAR),
        media_topics=media_topics(article),
        more=_others(conn, [(id_, None) for id_ in found if id_ in held]),
        related=_others(conn, [(id_, None) for id_ in found if id_ not in held]),
        story=story.id if story else None,
        story_title=story.title if story else None,
        headlines=tuple(gap for claim in claims for gap in claim.headlines if gap.article == article.id),
    )


def notes_of(around: Evidence, wordings: Mapping[str, str]) -> dict[str, Note]:
    """The notes of an article's statements, numbered as they stand in the text; ``wordings`` by claim id."""
    in_order = sorted(around.statements.values(), key=lambda one: min(one.content.spans, default=(0, 0)))
    notes = {}
    for number, one in enumerate(in_order, 1):
        claim = around.claims.get(one.id)
        because = one.said_on.reasons if one.said_on else ()
        notes[one.id] = Note(number, one, around.party(one), claim, wordings.get(claim or ""), because)
    return notes


def sureness(article: Article) -> str:
    """How sure the day of publication is, in words."""
    if article.published.value is None:
        return "the day could not be found"
    sure = article.published.confidence
    return "certain" if sure >= SURE else "likely" if sure >= FAIRLY_SURE else "uncertain"


def _others(conn: sqlite3.Connection, pairs: Sequence[tuple[str, Copy | None]]) -> tuple[Other, ...]:
    found = held_articles.listed_by_ids(conn, (id_ for id_, _ in pairs))
    return tuple(_other(found[id_], edge) for id_, edge in pairs if id_ in found)


def _other(article: Listed, edge: Copy | None) -> Other:
    relation, why = (edge.relation, edge.why) if edge else ("", "")
    return Other(article.id, outlet_of(article), article.headline, article.day, relation, why)
