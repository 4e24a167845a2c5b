"""What the record holds: articles, statements, claims, stories, names, refusals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.model import Claim
from onrecord.publish.judged import assessments, standing
from onrecord.publish.record_json import (
    Json,
    article_row,
    claim_json,
    copy_json,
    first_copies,
    statement_row,
    story_json,
)
from onrecord.publish.related import related_articles
from onrecord.store import (
    articles,
    claim_lists,
    claims,
    copies,
    counts,
    pages,
    parties,
    statements,
    stories,
    story_lists,
)
from onrecord.store.articles import Listed
from onrecord.web.api.operations import Asked, NotThereError, Operation, Parameter
from onrecord.web.api.schema import ID, STATUS, one_of

IDENTIFIED = (Parameter("id", ID, needed=True),)
ORDERS = ("weight", "change")


def in_numbers(asked: Asked) -> Json:
    """How much there is."""
    return counts.counts(asked.conn)._asdict()


def article_list(asked: Asked) -> Sequence[Json]:
    """Articles, the last to arrive first."""
    return [
        _summary(Listed(one.id, one.headline, one.outlet, one.url, one.published.value))
        for one in articles.newest(asked.conn, asked.limit + 1, asked.offset)
    ]


def article(asked: Asked) -> Json:
    """One article, whole."""
    one = articles.article(asked.conn, asked.given["id"])
    if one is None:
        raise NotThereError(f"there is no article {asked.given['id']}")
    edges = [edge for edge in copies.copies_of(asked.conn, [one.id]) if edge.article == one.id]
    return article_row(
        one,
        copy_of=first_copies(edges).get(one.id),
        version_of=dict(copies.versions_of(asked.conn, [one.id])).get(one.id),
        evidence=pages.evidence(asked.conn, [one.digest]).get(one.digest),
        related=[(other.article, other.by) for other in related_articles(asked.conn, one.id)],
    )


def article_copies(asked: Asked) -> Sequence[Json]:
    """What an article repeats, and why that is known."""
    _must_be(articles.article(asked.conn, asked.given["id"]), "article", asked)
    id_ = asked.given["id"]
    found = [copy_json(one) for one in copies.copies_of(asked.conn, [id_]) if one.article == id_]
    return found[asked.offset : asked.offset + asked.limit + 1]


def article_statements(asked: Asked) -> Sequence[Json]:
    """What is said in an article, in order of its text."""
    _must_be(articles.article(asked.conn, asked.given["id"]), "article", asked)
    said = statements.of_article(asked.conn, asked.given["id"])
    return _statements(asked, [one.id for one in said])


def statement(asked: Asked) -> Json:
    """One statement."""
    found = _statement_rows(asked, [asked.given["id"]])
    _must_be(found, "statement", asked)
    return found[0]


def claim_list(asked: Asked) -> Sequence[Json]:
    """Claims, heaviest or latest changed first, of one status or one story where one is named."""
    if asked.given.get("story"):
        ids = claim_lists.of_story(asked.conn, asked.given["story"], asked.limit + 1, asked.offset)
        found = [one for one in claims.by_ids(asked.conn, ids) if one.status == asked.given.get("status", one.status)]
    else:
        ids = claim_lists.page(
            asked.conn, asked.limit + 1, asked.offset, status=asked.given.get("status", ""), order=asked.given["order"]
        )
        found = claims.by_ids(asked.conn, ids)
    return _claims(asked, sorted(found, key=lambda one: ids.index(one.id)))


def claim(asked: Asked) -> Json:
    """One claim with all that hangs on it."""
    found = claims.claim(asked.conn, asked.given["id"])
    _must_be(found, "claim", asked)
    assert found is not None
    return _claims(asked, [found])[0]


def claim_statements(asked: Asked) -> Sequence[Json]:
    """What speaks to a claim, in order of day."""
    found = claims.claim(asked.conn, asked.given["id"])
    _must_be(found, "claim", asked)
    assert found is not None
    return _statements(asked, found.statements)


def story_list(asked: Asked) -> Sequence[Json]:
    """Stories, hottest or newest first."""
    listed = story_lists.hottest if asked.given["order"] == "heat" else story_lists.newest
    ids = listed(asked.conn, asked.limit + 1, asked.offset)
    return [story_json(one) for one in (stories.story(asked.conn, id_) for id_ in ids) if one]


def story(asked: Asked) -> Json:
    """One story."""
    found = stories.story(asked.conn, asked.given["id"])
    _must_be(found, "story", asked)
    assert found is not None
    return story_json(found)


def _claims(asked: Asked, found: Sequence[Claim]) -> list[Json]:
    assessed = assessments(found, standing(asked.conn)) if found else {}
    return [claim_json(one, assessed=assessed.get(one.id)) for one in found]


def _statements(asked: Asked, ids: Sequence[str]) -> list[Json]:
    return _statement_rows(asked, ids[asked.offset : asked.offset + asked.limit + 1])


def _statement_rows(asked: Asked, ids: Iterable[str]) -> list[Json]:
    """The statements of these ids, in their order, with party and claim."""
    said = {one.id: one for one in statements.by_ids(asked.conn, ids)}
    party, of_claim = parties.party_of(asked.conn, said), claims.claim_of(asked.conn, said)
    return [
        statement_row(said[id_], party=party.get(id_), claim=of_claim.get(id_))
        for id_ in dict.fromkeys(ids)
        if id_ in said
    ]


def _summary(one: Listed) -> Json:
    return {
        "id": one.id,
        "headline": one.headline or None,
        "outlet": one.outlet,
        "url": one.url,
        "published": one.day,
    }


def _must_be(found: Any, noun: str, asked: Asked) -> None:
    if not found:
        raise NotThereError(f"there is no {noun} {asked.given['id']}")


OPERATIONS = (
    Operation("/counts", "counts", "The record in numbers", "Counts", in_numbers),
    Operation(
        "/articles", "articles", "Articles, the last to arrive first", "ArticleSummary", article_list, paged=True
    ),
    Operation("/articles/{id}", "article", "An article, whole", "Article", article, IDENTIFIED),
    Operation(
        "/articles/{id}/statements",
        "articleStatements",
        "What is said in an article",
        "Statement",
        article_statements,
        IDENTIFIED,
        paged=True,
    ),
    Operation(
        "/articles/{id}/copies", "articleCopies", "What it repeats", "Copy", article_copies, IDENTIFIED, paged=True
    ),
    Operation("/statements/{id}", "statement", "A statement", "Statement", statement, IDENTIFIED),
    Operation(
        "/claims",
        "claims",
        "Claims, heaviest or latest changed first",
        "Claim",
        claim_list,
        (
            Parameter("status", STATUS),
            Parameter("story", ID),
            Parameter("order", {**one_of(ORDERS), "default": "weight"}),
        ),
        paged=True,
    ),
    Operation("/claims/{id}", "claim", "A claim", "Claim", claim, IDENTIFIED),
    Operation(
        "/claims/{id}/statements",
        "claimStatements",
        "What speaks to a claim",
        "Statement",
        claim_statements,
        IDENTIFIED,
        paged=True,
    ),
    Operation(
        "/stories",
        "stories",
        "Stories, hottest or newest first",
        "Story",
        story_list,
        (Parameter("order", {**one_of(("heat", "day")), "default": "heat"}),),
        paged=True,
    ),
    Operation("/stories/{id}", "story", "A story", "Story", story, IDENTIFIED),
)
