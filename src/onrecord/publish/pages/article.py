"""An article: the story with every statement marked where it stands, and in the margin who said it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from onrecord.model import Article, Copy, HeadlineGap, Statement, Topic
from onrecord.publish import evidence
from onrecord.publish.addresses import Addresses
from onrecord.publish.evidence import Evidence, outlet_of
from onrecord.publish.in_place import paragraphs
from onrecord.publish.judged import Decision, about_article, by_statement, on_article
from onrecord.publish.paging import Paged, paged
from onrecord.publish.permission import Permission
from onrecord.publish.portions import Portion, portion_of, portions
from onrecord.publish.related import related_articles
from onrecord.publish.rendering import render
from onrecord.publish.structure import Section, sections
from onrecord.publish.versions import chain_of
from onrecord.store import articles as held_articles
from onrecord.store import claim_lists, headline_gaps
from onrecord.store import copies as held_copies
from onrecord.store import statements as held_statements
from onrecord.store import stories as held_stories
from onrecord.store.articles import Listed
from onrecord.stories import media_topics

SURE = 0.85
FAIRLY_SURE = 0.5
FURTHER = 400  # statements of later parts that the first part leads to


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
class OnSite:
    """What a site knows when it makes the page: what may be shown, and what people decided on statements."""

    permission: Permission
    decided: Mapping[str, tuple[Decision, ...]]


@dataclass(frozen=True, slots=True)
class Further:
    """A statement that begins in a later part of the article."""

    note: Note
    part: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What the page of an article shows. ``notes`` by statement id, of the whole article; ``sections``: of the part
    ``at`` that is shown; ``further``: on the first part, where the statements of the others are. ``version``: which of
    its versions this is, from 1; 0 where it is the only one. ``permission``: what a site may show; None on a desk.
    """

    article: Article
    outlet: str
    sure: str
    sections: tuple[Section, ...]
    notes: Mapping[str, Note]
    unplaced: tuple[Note, ...]
    repeats: tuple[Other, ...]
    repeated_by: tuple[Other, ...]
    versions: tuple[Other, ...]
    version: int
    at: Paged
    further: tuple[Further, ...]
    media_topics: tuple[Topic, ...]
    more: tuple[Other, ...]
    related: tuple[Other, ...]
    story: str | None
    story_title: str | None
    headlines: tuple[HeadlineGap, ...] = ()
    permission: Permission | None = None
    decided: tuple[Decision, ...] = ()


def article_page(
    conn: sqlite3.Connection, to: Addresses, id_: str, *, part: str = "", statement: str = ""
) -> str | None:
    """The page of an article; None where there is no such article.

    One too long for a page is shown in parts: the ``part`` that was asked for, or that of a ``statement``.
    """
    return _page(conn, to, id_, (part, statement), None)


def site_article_page(conn: sqlite3.Connection, to: Addresses, id_: str, *, part: str, on_site: OnSite) -> str | None:
    """The page of an article on a site, which may not show every text; None where there is no such article."""
    return _page(conn, to, id_, (part, ""), on_site)


def _page(
    conn: sqlite3.Connection, to: Addresses, id_: str, asked: tuple[str, str], on_site: OnSite | None
) -> str | None:
    article = held_articles.article(conn, id_)
    if article is None:
        return None
    return render("article.html", to, {"view": _view(conn, article, asked, on_site)})


def parts_of(conn: sqlite3.Connection, id_: str, *, permission: Permission | None = None) -> int:
    """In how many parts an article is shown."""
    article = held_articles.article(conn, id_)
    return len(_cut(article, held_statements.of_article(conn, id_), permission)) if article else 0


def _cut(article: Article, statements: Sequence[Statement], permission: Permission | None) -> tuple[Portion, ...]:
    """The text as it is shown: with its statements in their places, without them, or not at all."""
    if permission and not permission.text:
        return ((),)
    return portions(paragraphs(article.text, statements if permission is None or permission.marked else ()))


def _view(conn: sqlite3.Connection, article: Article, asked: tuple[str, str], on_site: OnSite | None) -> ArticleView:
    allowed = on_site.permission if on_site else None
    statements = held_statements.of_article(conn, article.id)
    around = evidence.of_statements(conn, statements)
    claims = tuple(dict.fromkeys(around.claims.values()))
    given = about_article(conn, article.id, (one.id for one in statements)) if on_site is None else []
    notes = _notes(conn, around, given, on_site)
    cut = _cut(article, statements, allowed)
    at = paged(asked[0] or str(portion_of(cut, asked[1])), len(cut), size=1)
    chain = chain_of(conn, article.id)
    story = held_stories.story_of(conn, article.id)
    more, related = _related(conn, article.id, story)
    edges = held_copies.copies_of(conn, [article.id])
    return ArticleView(
        article=article,
        outlet=outlet_of(article),
        sure=sureness(article),
        sections=sections(cut[at.number - 1], article.parts),
        notes=notes,
        unplaced=_unplaced(notes, cut) if allowed is None or (allowed.text and allowed.marked) else (),
        repeats=_others(conn, [(edge.of, edge) for edge in edges if edge.article == article.id]),
        repeated_by=_others(conn, [(edge.article, edge) for edge in edges if edge.of == article.id]),
        versions=_others(conn, [(one, None) for one in chain]),
        version=chain.index(article.id) + 1 if chain else 0,
        at=at,
        further=tuple(_further(notes, cut)) if at.number == 1 else (),
        media_topics=media_topics(article),
        more=more,
        related=related,
        story=story,
        story_title=claim_lists.titles(conn, [story])[story] if story else None,
        headlines=tuple(headline_gaps.of_article(conn, article.id, claims)),
        permission=allowed,
        decided=on_article(article.id, given),
    )


def _notes(
    conn: sqlite3.Connection, around: Evidence, given: Sequence[Decision], on_site: OnSite | None
) -> dict[str, Note]:
    claims = tuple(dict.fromkeys(around.claims.values()))
    notes = notes_of(around, {id_: one.wording for id_, one in claim_lists.named(conn, claims).items()})
    by_hand = on_site.decided if on_site else by_statement(given)
    return {id_: replace(note, decided=by_hand.get(id_, ())) for id_, note in notes.items()}


def _unplaced(notes: Mapping[str, Note], cut: Sequence[Portion]) -> tuple[Note, ...]:
    placed = {id_ for portion in cut for paragraph in portion for id_ in paragraph.notes}
    return tuple(note for id_, note in notes.items() if id_ not in placed)


def _further(notes: Mapping[str, Note], cut: Sequence[Portion]) -> Iterator[Further]:
    later = ((n, id_) for n, portion in enumerate(cut[1:], 2) for one in portion for id_ in one.notes)
    yield from (Further(notes[id_], n) for n, id_ in islice(later, FURTHER))


def _related(conn: sqlite3.Connection, id_: str, story: str | None) -> tuple[tuple[Other, ...], tuple[Other, ...]]:
    """Articles that add something: of its story, and of others."""
    found = [one.article for one in related_articles(conn, id_)]
    held = held_stories.members(conn, [id_]).get(story, frozenset()) if story and found else frozenset()
    inside, outside = ([one for one in found if (one in held) is within] for within in (True, False))
    return _others(conn, [(one, None) for one in inside]), _others(conn, [(one, None) for one in outside])


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
